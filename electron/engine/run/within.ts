import type { Clock } from '../ports';

/** Waits for work, but no longer than `ms`. What is not done by then goes on; it is not cancelled. */
export async function within(work: Promise<unknown>, ms: number, clock: Clock): Promise<void> {
  let cancel: () => void = () => undefined;
  const limit = new Promise<void>((done) => (cancel = clock.after(ms, done)));
  await Promise.race([work, limit]);
  cancel();
}
