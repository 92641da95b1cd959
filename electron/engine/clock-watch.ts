import type { Clock } from './ports';

/** Clocks that are kept in step move by less than this, milliseconds. */
const slackMs = 1000;

/**
 * Watches the wall clock beside the monotonic one.
 *
 * @returns asked at any time: by how many milliseconds the wall clock was put back since it was asked last; 0 where it
 *   went on. A step forward looks like sleep and is none of its business.
 */
export function clockWatch(clock: Pick<Clock, 'now' | 'elapsed'>): () => number {
  let offset = clock.now() - clock.elapsed();
  return () => {
    const before = offset;
    offset = clock.now() - clock.elapsed();
    const backMs = Math.round(before - offset);
    return backMs > slackMs ? backMs : 0;
  };
}
