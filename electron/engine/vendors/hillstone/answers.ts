import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, percentOf } from '../../text/answer-lines';
import { lastLine } from '../../text/table';
import {
  answerOf,
  dayEpochSeconds,
  loadValues,
  secondsOf,
  softwareReading,
  systemValues,
  unreadable,
  uptimeReading,
} from '../values';

const uptimeLine =
  /^\s*Uptime is\s+(?:(\d+) days?\s*)?(?:(\d+) hours?\s*)?(?:(\d+) minutes?\s*)?(?:(\d+) seconds?\s*)?$/i;

/** `show version` of StoneOS: product, release, uptime. */
export function parseVersion(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const product = lines.find((line) => /^\s*Product name:/i.test(line));
  const boot = lines.find((line) => /^\s*Boot file is\s/i.test(line));
  const uptime = lines.find((line) => /^\s*Uptime is\b/i.test(line));
  if (!lines.some((line) => /\bStoneOS\b/i.test(line))) return unreadable('not-understood', lines[0]);
  if (product === undefined || boot === undefined || uptime === undefined) return unreadable('cut', lastLine(text));
  const [, model] = /^\s*Product name:\s*(\S+)/i.exec(product) ?? [];
  const [, release] = /^\s*Boot file is\s+(\S+?)(?:\.bin|\.img)?(?:\s|$)/i.exec(boot) ?? [];
  const up = uptimeLine.exec(uptime);
  if (model === undefined || release === undefined)
    return unreadable('not-understood', model === undefined ? product : boot);
  if (up?.slice(1).every((each) => each === undefined) !== false) return unreadable('not-understood', uptime);
  return answerOf(
    [
      { kind: 'system', subject: '', values: systemValues({ model, release }), status: null, line: product.trim() },
      softwareReading('', 'StoneOS', release, boot),
      uptimeReading(secondsOf(up[1], up[2], up[3], up[4]), uptime),
    ],
    uptime,
  );
}

const nowLine = /^\s*Current cpu utilization\s*:\s*(\S+?)%\s*$/i;
const minuteLine = /^\s*Last 1 minute\s*:\s*(\S+?)%\s*$/i;

/** `show cpu` of StoneOS: now, and averages; the one of fifteen minutes ends a whole answer. */
export function parseCpu(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const now = lines.find((line) => nowLine.test(line));
  const minute = lines.find((line) => minuteLine.test(line));
  if (now === undefined) return unreadable('not-understood', lines[0]);
  if (minute === undefined || !lines.some((line) => /^\s*Last 15 minutes\s*:/i.test(line))) {
    return unreadable('cut', lastLine(text));
  }
  const percent = percentOf(nowLine.exec(now)?.[1] ?? '');
  const average = percentOf(minuteLine.exec(minute)?.[1] ?? '');
  if (percent === undefined || average === undefined)
    return unreadable('not-understood', percent === undefined ? now : minute);
  const reading: AnyReading = {
    kind: 'cpu',
    subject: '',
    values: loadValues(percent, average),
    status: null,
    line: now.trim(),
  };
  return answerOf([reading], now);
}

const memoryLine = /^\s*The percentage of memory utilization\s*:\s*(\S+?)%\s*$/i;

/** `show memory` of StoneOS. */
export function parseMemory(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const line = answer.lines.find((each) => memoryLine.test(each));
  const percent = percentOf(memoryLine.exec(line ?? '')?.[1] ?? '');
  if (line === undefined || percent === undefined) return unreadable('not-understood', line ?? answer.lines[0]);
  return answerOf(
    [{ kind: 'memory', subject: '', values: loadValues(percent), status: null, line: line.trim() }],
    line,
  );
}

const nameLine = /^\s*(?:License|Type)\s*(?:(?:name|type)\s*)?:\s*(\S.*)$/i;
const untilLine = /^\s*(?:Valid until|Expiration date|Expire date|Valid time)\s*:\s*(\S.*)$/i;

/** `show license` of StoneOS: pairs of a name and the day it ends. */
export function parseLicences(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const readings: AnyReading[] = [];
  let name: string | undefined;
  for (const line of answer.lines) {
    const named = nameLine.exec(line)?.[1];
    const until = untilLine.exec(line)?.[1];
    if (named !== undefined) {
      if (name !== undefined) return unreadable('not-understood', line);
      name = named;
    } else if (until !== undefined) {
      const [, year = '', month = '', day = ''] = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})\b/.exec(until) ?? [];
      const at = dayEpochSeconds(year, month, day);
      const isPermanent = /^(?:forever|permanent|never expires?|unlimited)$/i.test(until);
      if (name === undefined || (at === undefined && !isPermanent && !/^expired$/i.test(until))) {
        return unreadable('not-understood', line);
      }
      const values = { name, daysLeft: null, permanent: isPermanent ? 1 : 0, expiresEpochSeconds: at ?? null };
      readings.push({ kind: 'licence', subject: name, values, status: until, line: line.trim() });
      name = undefined;
    }
  }
  if (name !== undefined) return unreadable('cut', lastLine(text));
  return readings.length > 0 ? answerOf(readings, undefined) : unreadable('not-understood', answer.lines[0]);
}
