/** Work on a text below this is no harm, whatever its growth, and too short to be measured; milliseconds of this process. */
const floorMs = 80;
/** A text four times as long: 4 is linear, 16 the square. */
const mostRatio = 8;
/** Work of this length is measured well enough, milliseconds. */
const surelyMs = 1000;
/** So near to linear that one attempt is enough. */
const clearRatio = 5;
const attempts = 3;

/** Processor time of the work, milliseconds: other programs on the machine do not count. */
async function cpuMs(work: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

/**
 * How many times longer the work takes for a text four times as long; 0 where the long text takes next to no time. The
 * least time of several attempts counts, for both lengths: collecting garbage and other programs only make work longer.
 *
 * @param make a text of about so many characters
 */
export async function cpuRatio(
  make: (length: number) => string,
  work: (text: string) => unknown,
  length = 65_536,
): Promise<number> {
  const long = make(length);
  const short = make(length / 4);
  let [longMs, shortMs] = [Infinity, Infinity];
  for (let attempt = 1; ; attempt += 1) {
    longMs = Math.min(longMs, await cpuMs(() => work(long)));
    if (longMs < floorMs) return 0;
    shortMs = Math.min(shortMs, await cpuMs(() => work(short)));
    const ratio = longMs / Math.max(1, shortMs);
    if (ratio <= clearRatio) return ratio;
    if (attempt < attempts) continue;
    // Short work is mostly warming up: what looks steep shows its true growth on a longer text.
    return ratio > mostRatio && longMs < surelyMs ? cpuRatio(make, work, length * 4) : ratio;
  }
}

/** True for a ratio that growth by the length can have. */
export function isLinearRatio(ratio: number): boolean {
  return ratio <= mostRatio;
}
