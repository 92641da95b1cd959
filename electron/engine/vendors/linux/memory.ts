import type { Parsed } from '../platform';
import { lastLine } from '../../text/table';
import { answerOf, loadValues, unreadable } from '../values';
import { shellLines } from './uptime';

/** Headings of `free`, English and Chinese: the last column of newer versions is what may still be used. */
const newHeading =
  /^\s*(?:total\s+used\s+free\s+shared\s+buff\/cache\s+available|总计\s+已用\s+空闲\s+共享\s+缓冲\/缓存\s+可用)\s*$/i;
const oldHeading = /^\s*total\s+used\s+free\s+shared\s+buffers\s+cached\s*$/i;
const memoryRow = /^\s*(?:Mem|内存)\s*[:：]\s*(\d[\d\s]*)$/i;
const swapRow = /^\s*(?:Swap|交换)\s*[:：]/i;

/** `free -m`: memory that cannot be had any more, percent; caches count as free. The row of the swap ends it. */
export function parseFree(text: string): Parsed {
  const answer = shellLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const isNew = lines.some((line) => newHeading.test(line));
  if (!isNew && !lines.some((line) => oldHeading.test(line))) return unreadable('not-understood', lines[0]);
  const line = lines.find((each) => memoryRow.test(each));
  if (line === undefined) return unreadable('no-row', lastLine(text));
  if (!lines.some((each) => swapRow.test(each))) return unreadable('cut', lastLine(text));
  const numbers = (memoryRow.exec(line)?.[1] ?? '').trim().split(/\s+/).map(Number);
  const [total = 0, used = 0, , , buffers = 0, last = 0] = numbers;
  if (numbers.length !== 6 || total <= 0) return unreadable('not-understood', line);
  const busy = isNew ? total - last : used - buffers - last;
  const percent = Math.round((busy / total) * 1000) / 10;
  if (!(percent >= 0 && percent <= 100)) return unreadable('not-understood', line);
  return answerOf(
    [{ kind: 'memory', subject: '', values: loadValues(percent), status: null, line: line.trim() }],
    line,
  );
}
