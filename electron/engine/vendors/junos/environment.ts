import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { lastLine } from '../../text/table';
import { answerOf, chassisValues, temperatureValues, unreadable } from '../values';
import { nodeAnswers, partOf } from './nodes';

const heading = /^\s*Class\s+Item\s+Status(?:\s+Measurement)?$/i;
// Items are indented under their class, which stands in the first column of its first item only.
const row = /^(\S+(?: \S+)*)?\s{2,}(\S+(?: \S+)*)\s{2,}(\S+(?: \S+)*)(?:\s{2,}(\S.*))?$/;
// A class of more than five letters comes close to its item: `Routing Engines  RE 0`, `Power  PSU 0`, `Fans   Fan 1`.
const classes = /^(Temp|Power|Fans?|Misc|Routing Engines?|Pem|Pic|CB|Cooling)\s+(?=\S)/i;

type Item = { readonly group: string; readonly name: string; readonly status: string; readonly measure: string };

function itemOf(line: string, group: string): Item | undefined {
  const named = classes.exec(line)?.[1];
  const indented = named === undefined ? line : ' '.repeat(6) + line.slice(named.length);
  const match = row.exec(indented);
  if (match === null || match[1] !== undefined) return undefined;
  return {
    group: (named ?? group).toLowerCase(),
    name: match[2] ?? '',
    status: match[3] ?? '',
    measure: match[4] ?? '',
  };
}

const isSupply = /^(?:.*\b)?(?:PEM|PSM|PSU|PDU|Power Supply|PS)\s*\d*\b/i;

/** What an item says. Supplies of routers stand in the class Temp, where an empty bay has no measurement. */
function readingsOf(item: Item, node: string, line: string): readonly AnyReading[] | undefined {
  const subject = partOf(node, item.name);
  const { status, group } = item;
  const shown = line.trim();
  const celsius = /^(-?\d+) degrees C\b/i.exec(item.measure)?.[1];
  if (group.startsWith('fan') || group === 'cooling') {
    const rpm = /\b(\d+) RPM\b/i.exec(item.measure)?.[1];
    return [{ kind: 'fan', subject, values: { rpm: rpm === undefined ? null : Number(rpm) }, status, line: shown }];
  }
  const supply: readonly AnyReading[] = [{ kind: 'power', subject, values: { watts: null }, status, line: shown }];
  if (group === 'power' && celsius === undefined) return supply;
  const heat: readonly AnyReading[] = [
    {
      kind: 'temperature',
      subject,
      values: temperatureValues(celsius === undefined ? null : Number(celsius), null),
      status,
      line: shown,
    },
  ];
  if (celsius !== undefined)
    return isSupply.test(item.name) && !/ - | temp/i.test(item.name) ? [...supply, ...heat] : heat;
  if (group === 'temp' && item.measure !== '') return undefined;
  if (group === 'temp') return isSupply.test(item.name) ? supply : heat;
  if (status === 'Absent') return [];
  return [{ kind: 'chassis', subject, values: chassisValues(), status, line: shown }];
}

/** `show chassis environment` of Junos: temperatures, fans, supplies and boards with the device's own status words. */
export function parseEnvironment(text: string): Parsed {
  const answer = nodeAnswers(text);
  if (answer.kind === 'unreadable') return answer;
  const readings: AnyReading[] = [];
  for (const { name: node, lines } of answer.nodes) {
    const start = lines.findIndex((line) => heading.test(line));
    if (start < 0) return unreadable(readings.length > 0 ? 'cut' : 'not-understood', lines[0] ?? lastLine(text));
    if (start === lines.length - 1) return unreadable('no-row', lines[start]);
    let group = '';
    for (const line of lines.slice(start + 1)) {
      const item = itemOf(line, group);
      const own = item === undefined || item.group === '' ? undefined : readingsOf(item, node, line);
      if (item === undefined || own === undefined)
        return unreadable(line === lines.at(-1) ? 'cut' : 'not-understood', line);
      group = item.group;
      readings.push(...own);
    }
  }
  return answerOf(readings, lastLine(text));
}
