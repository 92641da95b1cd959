import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, isDrawn } from '../../text/answer-lines';
import { lastLine, type Field } from '../../text/table';
import { answerOf, dayEpochSeconds, unreadable } from '../values';
import { fieldsOf } from './status';

type Block = { readonly title: string; readonly lines: readonly string[] };

/** A title with dashes below it, then its lines. */
function blocksOf(lines: readonly string[]): readonly Block[] {
  const blocks: { title: string; lines: string[] }[] = [];
  for (const [index, line] of lines.entries()) {
    if (!isDrawn(line) && isDrawn(lines[index + 1] ?? '')) blocks.push({ title: line.trim(), lines: [] });
    else if (!isDrawn(line)) blocks.at(-1)?.lines.push(line);
  }
  return blocks;
}

const date = /^\w{3} (\w{3})\s+(\d{1,2}) (?:[\d:]+ )?(\d{4})$/;

function contractOf(title: string, field: Field): AnyReading | undefined {
  const match = date.exec(field.value);
  const at = dayEpochSeconds(match?.[3] ?? '', match?.[1] ?? '', match?.[2] ?? '');
  if (at === undefined) return undefined;
  const values = { name: title, daysLeft: null, permanent: 0, expiresEpochSeconds: at };
  return { kind: 'licence', subject: title, values, status: field.value, line: field.line };
}

/** `diagnose autoupdate versions` of FortiOS: when the contract of each database ends; `n/a` has none. */
export function parseContracts(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const blocks = blocksOf(answer.lines);
  const readings: AnyReading[] = [];
  let none: string | undefined;
  for (const { title, lines } of blocks) {
    const fields = fieldsOf(lines);
    const expiry = fields.get('contract expiry date');
    // The address of the update server has neither.
    if (!fields.has('version') && expiry === undefined) continue;
    if (expiry === undefined || !fields.has('result')) return unreadable('cut', lastLine(text));
    if (/^n\/a$/i.test(expiry.value)) none ??= expiry.line;
    else {
      const contract = contractOf(title, expiry);
      if (contract === undefined) return unreadable('not-understood', expiry.line);
      readings.push(contract);
    }
  }
  if (blocks.length === 0) return unreadable('not-understood', answer.lines[0]);
  if (readings.length === 0 && none !== undefined) return { kind: 'absent', line: none };
  return answerOf(readings, lastLine(text));
}
