import type { Parsed } from '../platform';
import { answerLines, percentOf } from '../../text/answer-lines';
import { lastLine } from '../../text/table';
import { answerOf, loadValues, secondsOf, unreadable, uptimeReading } from '../values';

const cpuLine = /^\s*CPU states\s*:.*?\b(\d+(?:\.\d+)?)% idle\b/i;
const memoryLine =
  /^\s*Memory(?: states)?\s*:\s*(?:\d+k total,\s*\d+k used \((\d+(?:\.\d+)?)%\)|(\d+(?:\.\d+)?)% used)/i;
const uptimeLine = /^\s*Uptime\s*:\s*(\d+) days?,\s*(\d+) hours?,\s*(\d+) minutes?\s*$/i;

/** `get system performance status` of FortiOS: CPU (100 less idle), memory; the uptime ends a whole answer. */
export function parsePerformance(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const cpu = lines.find((line) => /^\s*CPU states\s*:/i.test(line));
  const memory = lines.find((line) => /^\s*Memory(?: states)?\s*:/i.test(line));
  const uptime = lines.find((line) => /^\s*Uptime\s*:/i.test(line));
  if (cpu === undefined) return unreadable('not-understood', lines[0]);
  if (memory === undefined || uptime === undefined) return unreadable('cut', lastLine(text));
  const idle = percentOf(cpuLine.exec(cpu)?.[1] ?? '');
  const used = memoryLine.exec(memory);
  const percent = percentOf(used?.[1] ?? used?.[2] ?? '');
  const up = uptimeLine.exec(uptime);
  if (idle === undefined) return unreadable('not-understood', cpu);
  if (percent === undefined) return unreadable('not-understood', memory);
  if (up === null) return unreadable('not-understood', uptime);
  const busy = Math.round((100 - idle) * 100) / 100;
  return answerOf(
    [
      { kind: 'cpu', subject: '', values: loadValues(busy), status: null, line: cpu.trim() },
      { kind: 'memory', subject: '', values: loadValues(percent), status: null, line: memory.trim() },
      uptimeReading(secondsOf(up[1], up[2], up[3]), uptime),
    ],
    uptime,
  );
}

const runLine = /^\s*Run Time:\s*(\d+) days?, (\d+) hours? and (\d+) minutes?\s*$/i;
const topLine = /^\s*\d+U, \d+N, \d+S, (\d+)I,.*;\s*\d+T, \d+F/i;

/** `diagnose sys top`: uptime and CPU; its memory counts caches as used and is left out. */
export function parseTop(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const run = answer.lines.find((line) => runLine.test(line));
  const top = answer.lines.find((line) => topLine.test(line));
  if (run === undefined) return unreadable('not-understood', answer.lines[0]);
  const idle = percentOf(topLine.exec(top ?? '')?.[1] ?? '');
  if (top === undefined || idle === undefined) return unreadable('cut', lastLine(text));
  const up = runLine.exec(run);
  return answerOf(
    [
      uptimeReading(secondsOf(up?.[1], up?.[2], up?.[3]), run),
      { kind: 'cpu', subject: '', values: loadValues(100 - idle), status: null, line: top.trim() },
    ],
    top,
  );
}
