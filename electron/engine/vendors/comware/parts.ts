import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, isDrawn, readRows } from '../../text/answer-lines';
import { cleanText, isNothing, lastLine, readField } from '../../text/table';

type Kind = 'fan' | 'power';
type Part = { readonly subject: string; readonly status: string; readonly line: string };

const slotLine = /^\s*((?:Chassis\s+\d+\s+)?Slot\s+\d+)\s*(?::\s*)?$/i;
const names = {
  fan: String.raw`Fan(?:[ -]?tray|[ ]?Frame)?`,
  power: String.raw`Power(?:[ ]?supply)?`,
} as const;

/** The command itself may stand before its answer. */
const echo = /\bdisp\w*\s+(?:fan|power)\b/i;

const numbersOf = (label: string): string => (label.match(/\d+/g) ?? []).join('/');
const subjectOf = (slot: string, part: string): string => (slot === '' ? part : `${slot}/${part}`);

function readingOf(kind: Kind, { subject, status, line }: Part): AnyReading {
  if (kind === 'fan') return { kind, subject, values: { rpm: null }, status, line };
  return { kind, subject, values: { watts: null }, status, line };
}

/** ` Fan   1 State: Normal` on one line, or a block: ` FAN    1`, then `State    : Normal` and other fields. */
function parseStates(kind: Kind, text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const oneLine = new RegExp(String.raw`^\s*${names[kind]}\s+(\d+)\s+State\s*:\s*(\S.*)$`, 'i');
  const start = new RegExp(String.raw`^\s*${names[kind]}\s+(\d+)\s*(?::\s*)?$`, 'i');
  const naming = new RegExp(String.raw`^\s*${names[kind]}\b|\bState\s*:|^\s*\d+\s+State\b`, 'i');
  const parts: Part[] = [];
  let slot = '';
  let open: string | undefined;
  let isBegun = false;
  for (const line of answer.lines) {
    const whole = oneLine.exec(line);
    const slotName = slotLine.exec(line)?.[1];
    const begun = start.exec(line)?.[1];
    const field = readField(line, ':');
    if ((whole ?? slotName ?? begun) !== undefined && (whole ?? slotName ?? begun) !== null) {
      // The part before has no state of its own: nothing of this answer may be green.
      if (open !== undefined) return { kind: 'unreadable', reason: 'not-understood', line: line.trim() };
      isBegun = true;
    }
    if (whole !== null) {
      parts.push({ subject: subjectOf(slot, whole[1] ?? ''), status: whole[2]?.trim() ?? '', line: line.trim() });
    } else if (slotName !== undefined) slot = numbersOf(slotName);
    else if (begun !== undefined) open = begun;
    else if (open !== undefined && field !== undefined && /^State$/i.test(field.label) && field.value !== '') {
      parts.push({ subject: subjectOf(slot, open), status: field.value, line: field.line });
      open = undefined;
    } else if (naming.test(line) && !echo.test(line)) {
      // A line about a part that does not read: left out, the rest would look healthy.
      return { kind: 'unreadable', reason: 'not-understood', line: line.trim() };
    } else if (isBegun && (field === undefined || /^State$/i.test(field.label)) && !isDrawn(line)) {
      return { kind: 'unreadable', reason: 'not-understood', line: line.trim() };
    }
  }
  if (open !== undefined) return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
  if (parts.length === 0) {
    const reason = isBegun ? 'no-row' : 'not-understood';
    return { kind: 'unreadable', reason, line: isBegun ? lastLine(text) : (answer.lines[0]?.trim() ?? '') };
  }
  return { kind: 'readings', readings: parts.map((part) => readingOf(kind, part)) };
}

/** `display fan`: lines or blocks. */
export function parseFan(text: string): Parsed {
  return parseStates('fan', text);
}

const indexHeading = /^\s*Index\s+Status$/i;
const idHeading = /^\s*PowerID\s+State\s+Mode\b/i;

type Supply = { readonly subject: string; readonly status: string; readonly watts: number | null };

function supplyOfIndex(line: string, slot: string): Supply | undefined {
  const match = /^\s*(PWR\s?\d+|\d+)\s+([A-Za-z][A-Za-z -]*)$/i.exec(line);
  return match === null
    ? undefined
    : { subject: subjectOf(numbersOf(slot), match[1] ?? ''), status: match[2] ?? '', watts: null };
}

/** `1 Normal AC -- -- -- Back-to-front`: the fifth column before the direction is the power. */
function supplyOfId(line: string, slot: string, heading: string): Supply | undefined {
  const columns = heading.trim().split(/\s+/);
  const words = line.trim().split(/\s+/);
  if (words.length !== columns.length || !/^\d+$/.test(words[0] ?? '') || !/^[A-Za-z]/.test(words[1] ?? '')) {
    return undefined;
  }
  const watts = words[columns.findIndex((column) => /^Power\(W\)$/i.test(column))] ?? '--';
  if (!isNothing(watts) && !/^\d+(?:\.\d+)?$/.test(watts)) return undefined;
  return {
    subject: subjectOf(numbersOf(slot), words[0] ?? ''),
    status: words[1] ?? '',
    watts: isNothing(watts) ? null : Number(watts),
  };
}

/** `display power`: lines or blocks as with the fans, or one of two tables. */
export function parsePower(text: string): Parsed {
  const { lines } = cleanText(text);
  const isIndex = lines.some((line) => indexHeading.test(line));
  if (!isIndex && !lines.some((line) => idHeading.test(line))) return parseStates('power', text);
  const table = readRows(text, {
    heading: isIndex ? indexHeading : idHeading,
    row: isIndex ? supplyOfIndex : supplyOfId,
    label: slotLine,
  });
  if (table.kind === 'unreadable') return table;
  return {
    kind: 'readings',
    readings: table.rows.map(({ value: { subject, status, watts }, line }) => {
      return { kind: 'power', subject, values: { watts }, status, line };
    }),
  };
}
