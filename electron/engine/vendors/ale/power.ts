import type { Parsed } from '../platform';
import { boundedNumber, cleanText, isNoise, isPromptLike, lastLine, readTable } from '../../text/table';

type Supply = { readonly subject: string; readonly watts: number | null; readonly status: string };

const watts = (word: string): number | null | undefined => boundedNumber(word, 0, 100_000);

/** The status among the words after the wattage: type, status, location. Several words need wide gaps between them. */
function statusOf(rest: string): string | undefined {
  const words = rest.trim().split(/\s+/);
  const parts = words.length === 3 ? words : rest.trim().split(/\s{2,}/);
  return parts.length === 3 ? parts[1] : undefined;
}

/** AOS 5, 7, 8: ` 1/1  150  AC  UP  Internal`. */
function supplyOfChassis(line: string): Supply | undefined {
  const match = /^\s*(\d+)\s*\/\s*(\d+)\s+(\S+)\s+(\S.*)$/.exec(line);
  const total = watts(match?.[3] ?? '');
  const status = statusOf(match?.[4] ?? '');
  if (match === null || total === undefined || status === undefined) return undefined;
  return { subject: `${match[1]}/${match[2]}`, watts: total, status };
}

/** AOS 6: `1  1  90  AC  UP  Internal`; the slot stands on its first row only, an empty bay is all dashes. */
function supplyOfSlot(): (line: string) => Supply | undefined {
  let slot: string | undefined;
  return (line) => {
    const match = /^\s*(?:(\d+)\s+)?(\d+)\s+(\d+|--?)\s+(\S+\s+\S.*)$/.exec(line);
    const total = watts(match?.[3] ?? '');
    const status = statusOf(match?.[4] ?? '');
    if (match === null || total === undefined || status === undefined) return undefined;
    slot = match[1] ?? slot;
    return slot === undefined ? undefined : { subject: `${slot}/${match[2]}`, watts: total, status };
  };
}

const totalRow = /^\s*Total\s+\d+$/i;
const slotHeading = /^\s*Slot\s+PS\s+Wattage\s+Type\s+Status\s+Location$/i;

/** True for the layout of AOS 6. */
export function isSlotLayout(text: string): boolean {
  return cleanText(text).lines.some((line) => slotHeading.test(line));
}

function endsInTotal(text: string): boolean {
  const { lines } = cleanText(text);
  return totalRow.test(lines.findLast((line) => line.trim() !== '' && !isNoise(line) && !isPromptLike(line)) ?? '');
}

/** `show powersupply` (AOS 6: `show power`). The Total row is no supply; without it at the end the newer table is not whole. */
export function parsePower(text: string): Parsed {
  const isAos6 = isSlotLayout(text);
  const table = readTable(text, {
    heading: isAos6 ? slotHeading : /^\s*Total\s+PS$/i,
    row: isAos6 ? supplyOfSlot() : supplyOfChassis,
    skip: totalRow,
  });
  if (table.kind === 'unreadable') return table;
  if (!isAos6 && !endsInTotal(text)) {
    return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
  }
  return {
    kind: 'readings',
    readings: table.rows.map(({ value, line }) => ({
      kind: 'power',
      subject: value.subject,
      values: { watts: value.watts },
      status: value.status,
      line,
    })),
  };
}
