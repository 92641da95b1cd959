import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { readRows, answerLines, percentOf } from '../../text/answer-lines';
import { lastLine, readField, type Field } from '../../text/table';
import { answerOf, chassisValues, loadValues, unreadable } from '../values';

const serialNumber = /^[A-Z0-9]{8,14}$/;

/** The description is of any words; the serial number behind it is of one. */
function moduleOf(line: string, table: string): AnyReading | undefined {
  const [name = '', partNumber = '', ...words] = line.trim().split(/\s+/);
  const at = words.findIndex((word) => serialNumber.test(word));
  const status = words.slice(at + 1).join(' ');
  if (!/^\d+\/\d+$/.test(name) || at < 1 || !/^[a-z]/i.test(status)) return undefined;
  const values = chassisValues({ model: words.slice(0, at).join(' '), partNumber, serial: words[at] ?? null });
  return { kind: 'chassis', subject: `${table} ${name}`, values, status, line: line.trim() };
}

/** `show module`: management, line and fabric modules, a table each. */
export function parseModules(text: string): Parsed {
  const table = readRows(text, {
    label: /^\s*(\S+) Modules$/,
    heading: /^\s*Product\s+Serial$/,
    headingMore: /^\s*Name\s+Number\s+Description\s+Number\s+Status$/,
    row: moduleOf,
  });
  if (table.kind === 'unreadable') return table;
  return answerOf(
    table.rows.map(({ value }) => value),
    table.rows.at(-1)?.line,
  );
}

type Block = Map<string, Field>;

/** The stack, then a block for each of its members, each with what its links are connected to at the end. */
function blocksOf(lines: readonly string[]): readonly Block[] | { readonly strange: string } {
  const blocks: Block[] = [new Map()];
  for (const line of lines) {
    // The link at the end of a chain may lack its colon.
    const field = readField(line, ':') ?? (/^\s*VSF Link \d+$/.test(line) ? readField(`${line} :`, ':') : undefined);
    if (field === undefined) return { strange: line };
    if (field.label === 'Member ID') blocks.push(new Map());
    const block = blocks.at(-1);
    const before = block?.get(field.label);
    if (before !== undefined && before.value !== field.value) return { strange: line };
    block?.set(field.label, field);
  }
  return blocks;
}

const percentSign = /^(\d{1,3})%$/;

function memberReadings(block: Block): readonly AnyReading[] | Field | undefined {
  const [id, status] = [block.get('Member ID'), block.get('Status')];
  const [cpu, memory] = [block.get('CPU Utilization'), block.get('Memory Utilization')];
  if (id === undefined || status === undefined || cpu === undefined || memory === undefined) return undefined;
  if (!block.has('VSF Link 1')) return undefined;
  const [now, used] = [cpu, memory].map(({ value }) => percentOf(percentSign.exec(value)?.[1] ?? ''));
  if (now === undefined) return cpu;
  if (used === undefined) return memory;
  if (!/^\d{1,2}$/.test(id.value) || status.value === '') return status;
  const subject = id.value;
  const values = chassisValues({
    model: block.get('Type')?.value ?? null,
    serial: block.get('Serial Number')?.value ?? null,
  });
  return [
    { kind: 'chassis', subject, values, status: status.value, line: status.line },
    { kind: 'cpu', subject, values: loadValues(now), status: null, line: cpu.line },
    { kind: 'memory', subject, values: loadValues(used), status: null, line: memory.line },
  ];
}

/** `show vsf detail`: the stack and its members, with the load of each. */
export function parseVsf(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const start = answer.lines.findIndex((line) => /^\s*VSF Stack$/.test(line));
  if (start < 0) return unreadable('not-understood', answer.lines[0]);
  const blocks = blocksOf(answer.lines.slice(start + 1));
  if ('strange' in blocks) return unreadable('not-understood', blocks.strange);
  const [stack, ...members] = blocks;
  const split = stack?.get('Status');
  if (split === undefined || members.length === 0) return unreadable('cut', lastLine(text));
  const values = chassisValues();
  const readings: AnyReading[] = [{ kind: 'chassis', subject: 'VSF', values, status: split.value, line: split.line }];
  for (const member of members) {
    const own = memberReadings(member);
    if (own === undefined) return unreadable('cut', lastLine(text));
    if ('label' in own) return unreadable('not-understood', own.line);
    readings.push(...own);
  }
  return answerOf(readings, undefined);
}
