import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { lastLine, readField, type Field } from '../../text/table';
import { answerOf, dayEpochSeconds, softwareReading, systemValues, unreadable } from '../values';

/** Fields of a `Label: value` answer by label in lower case; the first of a label counts. */
export function fieldsOf(lines: readonly string[]): ReadonlyMap<string, Field> {
  const fields = new Map<string, Field>();
  for (const line of lines) {
    const field = readField(line, ':');
    if (field !== undefined && !fields.has(field.label.toLowerCase())) fields.set(field.label.toLowerCase(), field);
  }
  return fields;
}

/** Licence of a virtual machine; hardware prints no such lines. */
function licenceOf(fields: ReadonlyMap<string, Field>): readonly AnyReading[] | Field {
  const state = fields.get('license status');
  const until = fields.get('license expiration date') ?? fields.get('evaluation license expires');
  if (state === undefined && until === undefined) return [];
  const date = /^(\d{4})-(\d\d)-(\d\d)$/.exec(until?.value ?? '');
  const dated = /^\w{3} (\w{3})\s+(\d{1,2}) [\d:]+ (\d{4})$/.exec(until?.value ?? '');
  const at =
    date !== null
      ? dayEpochSeconds(date[1] ?? '', date[2] ?? '', date[3] ?? '')
      : dayEpochSeconds(dated?.[3] ?? '', dated?.[1] ?? '', dated?.[2] ?? '');
  if (until !== undefined && at === undefined) return until;
  const field = state ?? until;
  const isExpired = state !== undefined && /^(?:Expired|Invalid)\b/i.test(state.value);
  const values = { name: 'VM', daysLeft: null, permanent: 0, expiresEpochSeconds: at ?? null };
  // `Valid` without a date says nothing of when it ends; `Expired` counts more than any date.
  const status = isExpired ? state.value.replace(/[\s(].*/s, '') : (state?.value ?? null);
  return [{ kind: 'licence', subject: 'VM', values, status, line: field?.line ?? '' }];
}

/** `get system status` of FortiOS: identity, release; on virtual machines the licence. */
export function parseStatus(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const fields = fieldsOf(answer.lines);
  const version = fields.get('version');
  const [, model, release] = /^(\S+) (v\d[^\s(]*)/.exec(version?.value ?? '') ?? [];
  if (version === undefined) return unreadable('not-understood', answer.lines[0]);
  if (model === undefined || release === undefined) return unreadable('not-understood', version.line);
  const name = fields.get('hostname');
  if (name === undefined || !fields.has('system time')) return unreadable('cut', lastLine(text));
  const licence = licenceOf(fields);
  if ('label' in licence) return unreadable('not-understood', licence.line);
  const identity = systemValues({ name: name.value, model, release, description: version.value });
  return answerOf(
    [
      { kind: 'system', subject: '', values: identity, status: null, line: version.line },
      softwareReading('', 'FortiOS', release, version.line),
      ...licence,
    ],
    version.line,
  );
}
