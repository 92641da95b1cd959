import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { brokenText, cleanText, firstLine, isNoise, lastLine, readField, type Field } from '../../text/table';

// `Local Chassis ID 1 (Master)` on AOS 5, 7 and 8, `Chassis 1` on AOS 6.
const blockStart = /^\s*(?:(?:Local|Remote)\s+)?Chassis\s+(?:ID\s+)?(\d+)\s*(?:\(([^)]*)\)\s*)?$/i;

// `Chassis ID 1 Module in slot CMM-A` on AOS 5, 7 and 8, `Module in slot A` on AOS 6.
const moduleStart = /^\s*(?:Chassis ID\s+(\d+)\s+)?Module in slot\s+(\S+)\s*$/i;

type Block = { readonly id: string; readonly role: string | null; readonly fields: Map<string, Field> };

type Start = { readonly id: string; readonly role: string | null };

function chassisOf(line: string): Start | undefined {
  const match = blockStart.exec(line);
  return match === null ? undefined : { id: match[1] ?? '', role: match[2] ?? null };
}

function moduleOf(line: string): Start | undefined {
  const match = moduleStart.exec(line);
  if (match === null) return undefined;
  const [chassis, slot = ''] = match.slice(1);
  return { id: chassis === undefined ? slot : `${chassis}/${slot}`, role: null };
}

function blocksOf(lines: readonly string[], startOf: (line: string) => Start | undefined): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of lines) {
    const start = startOf(line);
    if (start !== undefined) blocks.push({ ...start, fields: new Map() });
    const field = start === undefined ? readField(line, ':') : undefined;
    if (field !== undefined) blocks.at(-1)?.fields.set(field.label.toLowerCase(), field);
  }
  return blocks;
}

// Every block seen holds these; the MAC address comes last and shows that the block is whole.
const needed = ['model name', 'serial number', 'admin status', 'operational status', 'mac address'];

function readingOf({ id, role, fields }: Block): AnyReading {
  const value = (label: string): string | null => fields.get(label)?.value || null;
  const resets = value('number of resets');
  return {
    kind: 'chassis',
    subject: id,
    values: {
      model: value('model name'),
      serial: value('serial number'),
      partNumber: value('part number'),
      adminStatus: value('admin status'),
      role,
      resets: resets !== null && /^\d+$/.test(resets) ? Number(resets) : null,
    },
    status: value('operational status'),
    line: fields.get('operational status')?.line ?? '',
  };
}

/** `show chassis`: one block per chassis, stack or virtual chassis member. */
export function parseChassis(text: string): Parsed {
  return parseBlocks(text, chassisOf);
}

/** `show cmm`: one block per management module, as `show chassis` prints them. */
export function parseCmm(text: string): Parsed {
  return parseBlocks(text, moduleOf);
}

function parseBlocks(text: string, startOf: (line: string) => Start | undefined): Parsed {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;

  const blocks = blocksOf(
    clean.lines.filter((line) => line.trim() !== '' && !isNoise(line)),
    startOf,
  );
  if (blocks.length === 0) return { kind: 'unreadable', reason: 'not-understood', line: firstLine(text) };
  const poor = blocks.findIndex(({ fields }) => needed.some((label) => !fields.has(label)));
  if (poor === blocks.length - 1) return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
  if (poor >= 0) {
    return { kind: 'unreadable', reason: 'not-understood', line: firstLine(text) };
  }
  return { kind: 'readings', readings: blocks.map(readingOf) };
}
