import type { Clock } from '../ports';

/** A device's whole time. It runs only while the device itself is at work. */
export type DeviceBudget = {
  /** Stops the count: the device waits for others. What it returns ends that wait; several may go on at once. */
  readonly pause: () => () => void;
  readonly isSpent: () => boolean;
  /** The device is done; nothing is counted any more. */
  readonly end: () => void;
};

/** @param onSpent called once, when so much time of its own has gone by */
export function startBudget(budgetMs: number, clock: Clock, onSpent: () => void): DeviceBudget {
  let leftMs = budgetMs;
  let waits = 0;
  let hasEnded = false;
  let isSpent = false;
  let stop = (): void => undefined;
  const count = () => {
    if (hasEnded) return;
    const fromMs = clock.elapsed();
    const cancel = clock.after(leftMs, () => {
      hasEnded = true;
      isSpent = true;
      onSpent();
    });
    stop = () => {
      cancel();
      leftMs = Math.max(0, leftMs - (clock.elapsed() - fromMs));
      stop = () => undefined;
    };
  };
  count();
  return {
    pause: () => {
      stop();
      waits += 1;
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        waits -= 1;
        if (waits === 0) count();
      };
    },
    isSpent: () => isSpent,
    end: () => {
      hasEnded = true;
      stop();
    },
  };
}
