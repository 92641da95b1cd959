import type { AnyReading, ReadingOf } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
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

const stateLine = /^\s*(?:Info:\s*)?Current license state is (\w+)\./i;
const daysLeft = [/\bwill expire in (\d{1,6}) day\(s\)/i, /\btrial days remains (\d{1,6}) days?\b/i];

/** `display license state` of VRP 8 and YunShan OS: one sentence, with the days left where there is an end. */
export function parseLicenseState(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const line = answer.lines.find((each) => stateLine.test(each));
  const status = stateLine.exec(line ?? '')?.[1];
  if (line === undefined || status === undefined) {
    return { kind: 'unreadable', reason: 'not-understood', line: answer.lines[0]?.trim() ?? '' };
  }
  const days = daysLeft.map((pattern) => pattern.exec(line)?.[1]).find((each) => each !== undefined);
  // A sentence on days that does not read must not hide behind its word.
  if (days === undefined && /\bday/i.test(line))
    return { kind: 'unreadable', reason: 'not-understood', line: line.trim() };
  const name = 'License state';
  const unsaid = { name, daysLeft: null, permanent: null };
  const readings: AnyReading[] = [{ kind: 'licence', subject: name, values: unsaid, status, line: line.trim() }];
  if (days !== undefined) {
    const values = { name: 'License term', daysLeft: Number(days), permanent: 0 };
    readings.push({ kind: 'licence', subject: 'License term', values, status, line: line.trim() });
  }
  return { kind: 'readings', readings };
}
