import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { lastLine, readField, type Field } from '../../text/table';

type Block = { readonly feature: Field; readonly place: string; readonly fields: Map<string, Field> };

/** One licence, or undefined when its term does not read. */
function licenceOf({ feature, place, fields }: Block): AnyReading | undefined {
  const state = fields.get('current state');
  const type = fields.get('license type');
  const left = fields.get('time left (days)');
  if (state === undefined || type === undefined || state.value === '') return undefined;
  const isPermanent = /^Permanent$/i.test(type.value);
  const days = /^\d{1,6}$/.test(left?.value ?? '') ? Number(left?.value) : null;
  if (!isPermanent && left !== undefined && days === null) return undefined;
  const name = place === '' ? feature.value : `${place}/${feature.value}`;
  // A permanent licence is good only as long as it is used: the word beside it may say otherwise.
  const isUsed = /^In use$/i.test(state.value);
  const values = { name: feature.value, daysLeft: isPermanent ? null : days, permanent: isPermanent && isUsed ? 1 : 0 };
  return { kind: 'licence', subject: name, values, status: state.value, line: (left ?? state).line };
}

/** `display license` of Comware 7: a block for each licence, which ends in its state. */
export function parseLicense(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const blocks: Block[] = [];
  let place = '';
  for (const line of answer.lines) {
    place = /^\s*((?:Chassis\s+\d+\s+)?Slot\s+\d+)\s*:?$/i.exec(line)?.[1] ?? place;
    const field = readField(line, ':');
    if (field === undefined) continue;
    if (/^Feature$/i.test(field.label)) blocks.push({ feature: field, place, fields: new Map() });
    else if (!blocks.at(-1)?.fields.has(field.label.toLowerCase())) {
      blocks.at(-1)?.fields.set(field.label.toLowerCase(), field);
    }
  }
  if (blocks.length === 0) {
    const none = answer.lines.find((line) => /^\s*No licenses?\b/i.test(line));
    if (none !== undefined) return { kind: 'absent', line: none.trim() };
    return { kind: 'unreadable', reason: 'not-understood', line: answer.lines[0]?.trim() ?? '' };
  }
  const readings: AnyReading[] = [];
  for (const [index, block] of blocks.entries()) {
    const licence = licenceOf(block);
    if (licence === undefined) {
      const isLast = index === blocks.length - 1 && !block.fields.has('current state');
      return isLast
        ? { kind: 'unreadable', reason: 'cut', line: lastLine(text) }
        : { kind: 'unreadable', reason: 'not-understood', line: block.feature.line };
    }
    readings.push(licence);
  }
  return { kind: 'readings', readings };
}
