import PQueue from 'p-queue';
import type { Clock } from '../ports';

/** How often a device at work is looked at, milliseconds. */
const lookMs = 500;
/** Looks without a sign of life after which a device counts as hanging. */
const quietLooks = 2;
/** A look that comes later than this, milliseconds, says that this machine is busy, and nothing about a device. */
const lateMs = 250;
/** At most so many hanging devices for each lane are left waiting beside the others: all of them are open sessions. */
const hangingPerLane = 3;

/** Places for devices that are worked on at the same time. */
export type Lanes = {
  /**
   * Works on one device as soon as there is a place for it.
   *
   * @param work calls `alive` at each step; a device without one for a second gives its place to another one, and goes
   *   on beside it
   */
  run<T>(work: (alive: () => void) => Promise<T>): Promise<T>;
};

/** @param lanes how many devices are worked on at the same time, those that hang not counted */
export function createLanes(lanes: number, clock: Clock): Lanes {
  const queue = new PQueue({ concurrency: lanes });
  let hanging = 0;
  const count = (change: 1 | -1) => {
    hanging += change;
    queue.concurrency = lanes + Math.min(hanging, lanes * hangingPerLane);
  };
  return {
    run: (work) =>
      queue.add(async () => {
        const watch = watchFor(clock, count);
        try {
          return await work(watch.alive);
        } finally {
          watch.stop();
        }
      }),
  };
}

function watchFor(
  clock: Clock,
  count: (change: 1 | -1) => void,
): { readonly alive: () => void; readonly stop: () => void } {
  let looks = 0;
  let isHanging = false;
  let cancel = (): void => undefined;
  const alive = () => {
    looks = 0;
    if (isHanging) count(-1);
    isHanging = false;
  };
  const look = () => {
    const dueAt = clock.elapsed() + lookMs;
    cancel = clock.after(lookMs, () => {
      if (clock.elapsed() - dueAt <= lateMs) looks += 1;
      if (looks >= quietLooks && !isHanging) {
        isHanging = true;
        count(1);
      }
      look();
    });
  };
  look();
  return {
    alive,
    stop: () => {
      cancel();
      alive();
    },
  };
}
