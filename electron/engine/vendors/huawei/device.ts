import type { ReadingOf } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { readRows } from '../../text/answer-lines';

type Board = {
  readonly subject: string;
  readonly status: string;
  readonly values: ReadingOf<'chassis'>['values'];
};

const heading = /^\s*Slot\b.*\bOnline\b.*\b(?:Status|Alarm)\b/i;

/** The columns from Online on are one word each; what stands before them is slot, card and type. */
function boardOf(line: string, slot: string, head: string): (Board & { readonly slot: string }) | undefined {
  const columns = head
    .slice(head.search(/\bOnline\b/i))
    .trim()
    .toLowerCase()
    .split(/\s+/);
  const words = line.trim().split(/\s+/);
  const tail = words.slice(-columns.length);
  const [first, ...others] = words.slice(0, -columns.length);
  if (first === undefined || !/^(?:Present|Absent)$/i.test(tail[0] ?? '')) return undefined;
  const word = (name: string): string | null => tail[columns.indexOf(name)] ?? null;

  // A row that begins right of the slot's column is a part of the slot above it.
  const secondColumn = /^\s*Slot(?:\s*#|\/Card)?\s+/i.exec(head)?.[0].length ?? 0;
  const isPart = line.search(/\S/) >= secondColumn - 1;
  if (isPart && slot === '') return undefined;
  const hasCards = /^\s*Slot\s+(?:Sub|Card)\b/i.test(head);
  const [card, ...type] = !isPart && hasCards ? others : ['-', ...others];
  const own = isPart ? `${slot}/${first}` : first;
  const alarm = word('status') ?? word('alarm');
  const register = word('register');
  const isOff = /^(?:power)?off$/i.test(word('power') ?? '');
  let status = alarm;
  if (register !== null && !/^(?:Registered|NA|-)$/i.test(register)) status = register;
  if (isOff) status = word('power');
  if (/^Absent$/i.test(tail[0] ?? '')) status = tail[0] ?? null;
  if (status === null) return undefined;
  return {
    slot: isPart ? slot : first,
    subject: card === undefined || card === '-' ? own : `${own}/${card}`,
    status,
    values: {
      model: type.filter((each) => each !== '-').join(' ') || null,
      serial: null,
      partNumber: null,
      adminStatus: isOff ? 'POWER OFF' : null,
      role: roleOf(word('role') ?? word('primary')),
      resets: null,
    },
  };
}

const roleOf = (word: string | null): string | null => (word === null || /^(?:NA|-)$/i.test(word) ? null : word);

/** `display device`: every board and part that the box counts as its own, with its registration and alarm. */
export function parseDevice(text: string): Parsed {
  let slot = '';
  let chassis = '';
  const table = readRows(text, {
    heading,
    row: (line, label, head) => {
      if (label !== chassis) slot = '';
      chassis = label;
      const board = boardOf(line, slot, head);
      if (board === undefined) return undefined;
      slot = board.slot;
      return label === '' ? board : { ...board, subject: `${label}/${board.subject}` };
    },
    // One table for each chassis of a cluster: `Chassis 1 (Master Switch)`.
    label: /^\s*Chassis (\d+) \(.*\)\s*$/i,
    skip: /^\s*\S.*'s Device status:\s*$/i,
  });
  if (table.kind === 'unreadable') return table;
  return {
    kind: 'readings',
    readings: table.rows.map(({ value: { subject, status, values }, line }) => ({
      kind: 'chassis',
      subject,
      values,
      status,
      line,
    })),
  };
}
