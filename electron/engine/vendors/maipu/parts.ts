import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, isDrawn, readRows } from '../../text/answer-lines';
import { boundedNumber, lastLine, readField, type Field } from '../../text/table';
import { columnsOf } from '../dialects/ios/answer';
import { answerOf, chassisValues, unreadable } from '../values';

// `System FAN Information(Fan 0 - ONLINE)`, `System Power Information (Power 1 - OFFLINE)`.
const heading = /^\s*System (?:Fan|Power|Card) Information\s*\(([A-Za-z]+ \d+) - (ONLINE|OFFLINE)\)$/i;
const ofBlock = /:|\bInformation\b/i;
const lastOfBlock = /^\s*STATISTICS:(?:\s+\d+ (?:IN|OUT|IERR|OERR),?){4}$/;

type Block = {
  readonly name: string;
  readonly isOnline: boolean;
  readonly line: string;
  readonly fields: Map<string, Field>;
  isOver: boolean;
};
/** What a block says of its part, and the line that says it. */
type Word = { readonly status: string; readonly line: string };

/** Blocks, each of which its statistics end; the first line that belongs to none, or contradicts one, spoils them. */
function blocksOf(lines: readonly string[]): readonly Block[] | { readonly strange: string } {
  const blocks: Block[] = [];
  for (const line of lines) {
    const [, name, presence = ''] = heading.exec(line) ?? [];
    const block = blocks.at(-1);
    if (name !== undefined) {
      if (block?.isOver === false) return { strange: line };
      const isOnline = /^online$/i.test(presence);
      blocks.push({ name, isOnline, line: line.trim(), fields: new Map(), isOver: false });
    } else if (isDrawn(line) || (block === undefined && !ofBlock.test(line))) continue;
    else if (block === undefined) return { strange: line };
    else if (lastOfBlock.test(line) && !block.isOver) block.isOver = true;
    else {
      const field = readField(line, ':');
      const before = field && block.fields.get(field.label);
      if (block.isOver || field === undefined || (before && before.value !== field.value)) return { strange: line };
      block.fields.set(field.label, field);
    }
  }
  return blocks;
}

/** The newer layout says `Online` first and whether the part works afterwards; a supply also whether it has mains. */
function wordOf({ isOnline, fields, line }: Block): Word | undefined {
  if (!isOnline) return fields.size === 0 ? { status: 'OFFLINE', line } : undefined;
  const work = fields.get('Work Status') ?? fields.get('Status');
  const mains = fields.get('Power in');
  if (work === undefined) return undefined;
  const hasMains = mains === undefined || /^normal$/i.test(mains.value);
  if (/^normal$/i.test(work.value) && !hasMains) return { status: `Power in: ${mains.value}`, line: mains.line };
  return { status: work.value, line: work.line };
}

type Maker = (subject: string, word: Word, fields: ReadonlyMap<string, Field>) => AnyReading | undefined;

function blockParser(make: Maker): (text: string) => Parsed {
  return (text) => {
    const answer = answerLines(text);
    if (answer.kind === 'unreadable') return answer;
    const blocks = blocksOf(answer.lines);
    if ('strange' in blocks) return unreadable('not-understood', blocks.strange);
    const last = blocks.at(-1);
    if (last === undefined) return unreadable('not-understood', answer.lines[0]);
    if (!last.isOver) return unreadable('cut', lastLine(text));
    const readings: AnyReading[] = [];
    for (const block of blocks) {
      const word = wordOf(block);
      const reading = word && make(block.name, word, block.fields);
      if (reading === undefined) return unreadable('not-understood', block.line);
      readings.push(reading);
    }
    return answerOf(readings, undefined);
  };
}

/** `show system fan`. */
export const parseFans = blockParser((subject, word, fields) => {
  const rate = fields.get('Fan Rate')?.value;
  const rpm = rate === undefined ? null : boundedNumber(rate.replace(/ RPM$/i, ''), 0, 100_000);
  return rpm === undefined ? undefined : { kind: 'fan', subject, values: { rpm }, ...word };
});

/** `show system power`. */
export const parsePower = blockParser((subject, word) => ({
  kind: 'power',
  subject,
  values: { watts: null },
  ...word,
}));

/** `show system lpu`: the line cards. */
export const parseCards = blockParser((subject, word, fields) => ({
  kind: 'chassis',
  subject,
  values: chassisValues({ model: fields.get('Type')?.value ?? null }),
  ...word,
}));

/** Columns are read by the heading: switches have one more than routers. */
function moduleOf(line: string, _label: string, headingLine: string): AnyReading | undefined {
  const titles = columnsOf(headingLine).map((title) => title.toLowerCase());
  const cells = columnsOf(line);
  if (cells.length !== titles.length) return undefined;
  const cell = (title: string): string => cells[titles.indexOf(title)] ?? '';
  const [subject, online, state, name, serial] = ['module', 'online', 'state', 'name', 'sn'].map(cell);
  if (!/^[A-Z][a-z]+ \d+$/.test(subject ?? '') || !/^(?:on|off)line$/i.test(online ?? '')) return undefined;
  const known = (word: string | undefined): string | null => (word === undefined || word === '/' ? null : word);
  return {
    kind: 'chassis',
    subject: subject ?? '',
    values: chassisValues({ model: known(name), serial: known(serial) }),
    status: /^online$/i.test(online ?? '') ? (state ?? '') : `${online ?? ''} ${state ?? ''}`,
    line: line.trim(),
  };
}

/** `show system module brief`: every board, supply and fan with its state. */
export function parseModules(text: string): Parsed {
  const table = readRows(text, { heading: /^\s*Module\s{2,}\S/, row: moduleOf });
  if (table.kind === 'unreadable') return table;
  return answerOf(
    table.rows.map(({ value }) => value),
    undefined,
  );
}
