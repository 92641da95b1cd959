import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { lastLine } from '../../text/table';
import { answerOf, systemValues, unreadable } from '../values';
import { nodeAnswers } from './nodes';

/** `show chassis hardware` of Junos: model and serial number of the chassis; the parts are evidence. */
export function parseHardware(text: string): Parsed {
  const answer = nodeAnswers(text);
  if (answer.kind === 'unreadable') return answer;
  const readings: AnyReading[] = [];
  for (const { name, lines } of answer.nodes) {
    const heading = lines.findIndex((line) =>
      /^Item\s+Version\s+Part number\s+Serial number\s+Description$/i.test(line),
    );
    if (heading < 0) return unreadable(readings.length > 0 ? 'cut' : 'not-understood', lines[0] ?? lastLine(text));
    const line = lines.slice(heading + 1).find((each) => /^Chassis\s/.test(each));
    const [, serial, model] = /^Chassis\s{2,}(\S+)\s{2,}(\S.*)$/.exec(line ?? '') ?? [];
    if (line === undefined) return unreadable('no-row', lines[heading]);
    if (serial === undefined || model === undefined) return unreadable('not-understood', line);
    const values = systemValues({ model, description: `${model} ${serial}` });
    readings.push({ kind: 'system', subject: name, values, status: null, line: line.trim() });
  }
  return answerOf(readings, lastLine(text));
}
