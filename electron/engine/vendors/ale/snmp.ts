import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { brokenText, cleanText, firstLine, isNoise, isPromptLike, lastLine } from '../../text/table';

// With these the switch answers nobody who comes with a community string only.
const closed = /^(?:authentication all|privacy set|privacy all|traps? only)$/i;
const open = /^(?:no security|authentication set)$/i;

/** `show snmp security`: one sentence that says whether versions 1 and 2 are answered. */
export function parseSnmpSecurity(text: string): Parsed {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;
  const pattern = /^\s*snmp security\s*[=:]\s*(\S(?:.*[^\s,])?)\s*,?$/i;
  const line = clean.lines.find((each) => pattern.test(each));
  const status = pattern.exec(line ?? '')?.[1] ?? '';
  if (line === undefined || (!closed.test(status) && !open.test(status))) {
    return { kind: 'unreadable', reason: 'not-understood', line: line?.trim() ?? firstLine(text) };
  }
  const values = { port: 161, enabled: open.test(status) ? 1 : 0 };
  return { kind: 'readings', readings: [{ kind: 'service', subject: 'SNMPv1/v2', values, status, line: line.trim() }] };
}

const modeLine = /^\s*Community mode\s*:\s*(enabled|disabled)\s*,?$/i;
const mapRow = /^\s*(enabled|disabled)\s+(\S+)\s+\S+$/i;
/** Names that everybody knows are no secret; every other community string is one and is never quoted. */
const wellKnown = /^(?:public|private)$/i;

/** `show snmp community map`: whether community strings are taken, and whether a well-known one is. */
export function parseCommunityMap(text: string): Parsed {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;
  const lines = clean.lines.filter((line) => line.trim() !== '' && !isNoise(line));
  const at = lines.findIndex((line) => modeLine.test(line));
  const mode = lines[at];
  const status = modeLine.exec(mode ?? '')?.[1] ?? '';
  if (mode === undefined) return { kind: 'unreadable', reason: 'not-understood', line: firstLine(text) };
  const ruler = lines.findIndex((line, index) => index > at && /^\s*---[-+]*$/.test(line));
  if (ruler < 0) return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
  const rows = lines.slice(ruler + 1).filter((line, index, all) => index < all.length - 1 || !isPromptLike(line));
  // The row that is no row may hold a secret: the line above the table is quoted.
  if (rows.some((line) => !mapRow.test(line))) {
    return { kind: 'unreadable', reason: 'not-understood', line: mode.trim() };
  }
  const isOn = /^enabled$/i.test(status);
  const isTaken = (row: string): boolean => isOn && /^\s*enabled\b/i.test(row);
  const readings: AnyReading[] = [
    {
      kind: 'service',
      subject: 'SNMPv1/v2 community',
      values: { port: 161, enabled: rows.some(isTaken) ? 1 : 0 },
      status,
      line: mode.trim(),
    },
  ];
  for (const row of rows) {
    const name = mapRow.exec(row)?.[2] ?? '';
    if (!wellKnown.test(name)) continue;
    const values = { port: 161, enabled: isTaken(row) ? 1 : 0 };
    readings.push({ kind: 'service', subject: `SNMP community ${name}`, values, status: null, line: row.trim() });
  }
  return { kind: 'readings', readings };
}
