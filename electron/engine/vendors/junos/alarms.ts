import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { lastLine } from '../../text/table';
import { answerOf, chassisValues, isLogLine, unreadable } from '../values';
import { nodeAnswers, partOf } from './nodes';

const none = /^\s*No alarms currently active\s*$/i;
const some = /^\s*(\d+) alarms? currently active\s*$/i;
const row = /^\s*\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \S+\s+(Minor|Major)\s+(\S.*)$/i;

function parser(label: string): (text: string) => Parsed {
  const alarm = (subject: string, status: string, line: string): AnyReading => ({
    kind: 'chassis',
    subject,
    values: chassisValues(),
    status,
    line: line.trim(),
  });
  return (text) => {
    const answer = nodeAnswers(text, 'dated');
    if (answer.kind === 'unreadable') return answer;
    const readings: AnyReading[] = [];
    for (const { name, lines } of answer.nodes) {
      const quiet = lines.find((line) => none.test(line));
      const count = lines.map((line) => some.exec(line)?.[1]).find((each) => each !== undefined);
      const rows = lines.flatMap((line) => {
        const match = row.exec(line);
        return match === null ? [] : [{ status: match[1] ?? '', what: match[2] ?? '', line }];
      });
      const behind = quiet === undefined ? [] : lines.slice(lines.indexOf(quiet) + 1);
      const strange = behind.find(
        (line) => !none.test(line) && !some.test(line) && !row.test(line) && !isLogLine(line),
      );
      if (quiet !== undefined && rows.length === 0 && strange !== undefined)
        return unreadable('not-understood', strange);
      if (quiet !== undefined && rows.length === 0) readings.push(alarm(partOf(name, label), quiet.trim(), quiet));
      else if (count === undefined)
        return unreadable(readings.length > 0 ? 'cut' : 'not-understood', lines[0] ?? lastLine(text));
      else if (Number(count) !== rows.length) return unreadable('cut', lastLine(text));
      else
        readings.push(...rows.map(({ status, what, line }) => alarm(partOf(name, `${label}: ${what}`), status, line)));
    }
    return answerOf(readings, lastLine(text));
  };
}

/** `show chassis alarms`: the count in the first line must fit the rows. */
export const parseChassisAlarms = parser('Chassis alarms');

/** `show system alarms`. */
export const parseSystemAlarms = parser('System alarms');
