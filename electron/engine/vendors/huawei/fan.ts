import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, readRows } from '../../text/answer-lines';
import { cleanText, lastLine, readField } from '../../text/table';

type Fan = { readonly subject: string; readonly status: string; readonly rpm: number | null };

const isAbsent = (word: string): boolean => /^Absent$/i.test(word);

// Chassis: `FAN1 [1-2] Present Registered 60% (2250) 30% AUTO Side-to-Back`.
const trayHeading = /^\s*FanID\s+FanNum\s+Online\s+Register\b/i;

function fanOfTray(line: string): Fan | undefined {
  const match =
    /^\s*(FAN\s?\d+)\s+(\[\d+(?:-\d+)?\]|-|NA)\s+(Present|Absent)\s+([A-Za-z]+|-)\s+(\S+(?:\s*\(\d+\))?)\s+(\S+)\s+(\S+)\s+(\S+)$/i.exec(
      line,
    );
  if (match === null) return undefined;
  const [, fan = '', , online = '', register = '', speed = ''] = match;
  const rpm = /\((\d+)\)/.exec(speed)?.[1];
  return { subject: fan, status: isAbsent(online) ? online : register, rpm: rpm === undefined ? null : Number(rpm) };
}

// Boxes: `0 1 Present Normal 45% Auto Side-to-Back`, an empty bay is all dashes.
const boxHeading = /^\s*Slot\s+FanID\s+Online\s+Status\b/i;

function fanOfBox(line: string): Fan | undefined {
  const match = /^\s*(\d+)\s+((?:FAN)?\s?\d+)\s+(Present|Absent)\s+([A-Za-z]+|-)\s+(\S+)\s+(\S+)\s+(\S+)$/i.exec(line);
  if (match === null) return undefined;
  const [, slot = '', fan = '', online = '', status = ''] = match;
  return { subject: `${slot}/${fan}`, status: isAbsent(online) ? online : status, rpm: null };
}

// Speeds of the single fans of a tray: `1   2250`. One that stands still is no filling, so nothing is green then.
const singleSpeed = /^\s+\d+\s+[1-9]\d*$/;

const blockStart = /^\s*Slotid\s*:\s*(\d+)\s*$/i;
const blockSpeed = /^\s*(?:FanSpeed\s*:\s*\[No\.\]Speed|(?:\[\d+\]\s*(?:[1-9]\d*%|-|NA)\s*)+)$/i;
const blockLabels = ['present', 'registered', 'status'] as const;

/** The one word that stands for a block: a NO anywhere is a NO, AUTO is the mode of a fan that works. */
function wordOfBlock(words: readonly string[]): string {
  const no = words.find((word) => /^NO$/i.test(word));
  if (no !== undefined) return no;
  return words.find((word) => !/^(?:YES|AUTO|MANUAL)$/i.test(word)) ?? words[1] ?? '';
}

type Block = { readonly slot: string; readonly fields: Map<string, { readonly value: string; readonly line: string }> };

/** Routers: a block a tray; its speeds come last. */
function parseBlocks(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const blocks: Block[] = [];
  for (const line of answer.lines) {
    const slot = blockStart.exec(line)?.[1];
    const field = readField(line, ':');
    const label = field?.label.toLowerCase() ?? '';
    if (slot !== undefined) blocks.push({ slot, fields: new Map() });
    else if (field !== undefined && blockLabels.some((each) => each === label)) blocks.at(-1)?.fields.set(label, field);
    else if (blocks.length > 0 && !blockSpeed.test(line)) {
      return { kind: 'unreadable', reason: 'not-understood', line: line.trim() };
    }
  }
  const readings: AnyReading[] = [];
  for (const { slot, fields } of blocks) {
    const words = blockLabels.flatMap((label) => fields.get(label)?.value ?? []);
    if (words.length < blockLabels.length) return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
    const status = wordOfBlock(words);
    const line = [...fields.values()].find(({ value }) => value === status)?.line ?? lastLine(text);
    readings.push({ kind: 'fan', subject: slot, values: { rpm: null }, status, line });
  }
  return { kind: 'readings', readings };
}

/** `display fan`: a table on switches, blocks on routers. */
export function parseFan(text: string): Parsed {
  const { lines } = cleanText(text);
  if (lines.some((line) => blockStart.test(line))) return parseBlocks(text);
  const isTray = lines.some((line) => trayHeading.test(line));
  const table = readRows(text, {
    heading: isTray ? trayHeading : boxHeading,
    row: isTray ? fanOfTray : fanOfBox,
    skip: singleSpeed,
  });
  if (table.kind === 'unreadable') return table;
  return {
    kind: 'readings',
    readings: table.rows.map(({ value: { subject, status, rpm }, line }) => ({
      kind: 'fan',
      subject,
      values: { rpm },
      status,
      line,
    })),
  };
}
