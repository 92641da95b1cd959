import type { AnyReading, ReadingOf } from '../../../../shared/model/reading';
import type { Parsed } from '../../platforms/platform';
import { answerLines } from '../../text/answer-lines';
import { lastLine, readField, type Field } from '../../text/table';

type Term = { readonly permanent: 0 | 1; readonly expiresEpochSeconds: number | null };

/** `PERMANENT` or a day `2028-06-01`; undefined for other words. */
function termOf(value: string): Term | undefined {
  if (/^permanent$/i.test(value)) return { permanent: 1, expiresEpochSeconds: null };
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
  if (match === null) return undefined;
  const [year = 0, month = 1, day = 1] = match.slice(1).map(Number);
  return { permanent: 0, expiresEpochSeconds: Date.UTC(year, month - 1, day) / 1000 };
}

function licence(name: string, field: Field, term: Term): ReadingOf<'licence'> {
  const values = { name, daysLeft: null, ...term };
  return { kind: 'licence', subject: name, values, status: field.value, line: field.line };
}

/** `display license` and `display license verbose`: the state of the licence and the term of every feature and item. */
export function parseLicense(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const fields = answer.lines.flatMap((line) => readField(line, ':') ?? []);
  const readings: AnyReading[] = [];
  let feature: string | undefined;
  let item = '';
  let isOpen = false;
  for (const field of fields) {
    const label = field.label.toLowerCase();
    if (label === 'license state') {
      const values = { name: 'License state', daysLeft: null, permanent: null };
      readings.push({ kind: 'licence', subject: 'License state', values, status: field.value, line: field.line });
    }
    if (label === 'feature name') {
      if (isOpen) return { kind: 'unreadable', reason: 'not-understood', line: field.line };
      feature = field.value;
      isOpen = true;
    }
    if (label === 'item name') item = field.value;
    if (feature === undefined || !/^(?:item )?expired date$/.test(label)) continue;
    const term = termOf(field.value);
    if (term === undefined) return { kind: 'unreadable', reason: 'not-understood', line: field.line };
    if (label === 'expired date') isOpen = false;
    readings.push(licence(label === 'expired date' ? feature : `${feature}/${item}`, field, term));
  }
  if (isOpen || (readings.length > 0 && feature === undefined)) {
    return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
  }
  const line = answer.lines[0]?.trim() ?? '';
  if (readings.length > 0 && !readings.some(({ subject }) => subject === 'License state')) {
    return { kind: 'unreadable', reason: 'not-understood', line };
  }
  return readings.length > 0 ? { kind: 'readings', readings } : { kind: 'unreadable', reason: 'not-understood', line };
}
