import { randomBytes, randomInt } from 'node:crypto';
import type { Log, Random } from './engine/ports';
import { levels, lineLog } from './line-log';

/** Random from the operating system. */
export const systemRandom: Random = {
  bytes: (count) => randomBytes(count),
  id: (length) => Array.from({ length }, () => 'abcdefghijklmnopqrstuvwxyz0123456789'[randomInt(36)]).join(''),
  fraction: () => randomInt(2 ** 30) / 2 ** 30,
};

/** A log on stderr for plain Node; `XUNJIAN_LOG` names the least level, `warn` without it. */
export function stderrLog(blank: (text: string) => string): Log {
  const wanted = levels.find((level) => level === process.env.XUNJIAN_LOG) ?? 'warn';
  return lineLog(wanted, (level, line) => process.stderr.write(`${level}: ${line}\n`), blank);
}
