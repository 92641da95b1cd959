import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { answerLines, readRows } from '../../text/answer-lines';
import { boundedNumber, type Unreadable } from '../../text/table';
import { columnsOf } from '../dialects/ios/answer';
import { answerOf, temperatureValues, unreadable } from '../values';

type Section = { readonly name: string; readonly lines: string[] };
type Part = { readonly kind: 'part'; readonly readings: readonly AnyReading[] } | Unreadable;

const sectionLine = /^show environment (\S+(?: \S+)*)$/;
const echo = /\bshow environment$/;

// `PSU-1/2/1`, `Tray-2/1/1`, `System-1/1/8`; boxes with fixed fans number them as `1/2`.
const fanRow =
  /^\s*(?:(PSU|Tray|System)-)?(\d+)\/(\d+(?:\/\d+)?)\s+\S+\s+\S+\s+\S+\s+[a-z]+-to-[a-z]+\s+([A-Za-z]\S*(?: \S+)*)\s+(\d+|N\/A)$/;
const supplyRow =
  /^\s*(\d+\/\d+)\s+\S+\s+\S+\s+([A-Za-z]\S*(?: \S+)*)\s{2,}(?:[A-Z]{2,4}|--)\s+(?:\d+V-\d+V|--)\s+(\d+)$/;
const sensorRow = /^\s*(\d+(?:\/\d+)?-\S+)\s+[a-z]\S*\s+(-?\d{1,3}\.\d\d) C\s+([A-Za-z]\S*)$/;

/** The member comes first in the name of a part, as in the names of other tables: `2/Tray-1/1`. */
function fanOf(line: string): AnyReading | undefined {
  const match = fanRow.exec(line);
  const rpm = boundedNumber(match?.[5] ?? '', 0, 100_000);
  if (match === null || rpm === undefined) return undefined;
  const place = match[1] === undefined ? (match[3] ?? '') : `${match[1]}-${match[3] ?? ''}`;
  const subject = `${match[2] ?? ''}/${place}`;
  return { kind: 'fan', subject, values: { rpm }, status: match[4] ?? null, line: line.trim() };
}

function trayOf(line: string): AnyReading | undefined {
  const [name = '', , status = '', , fans = '', ...more] = columnsOf(line);
  const [, member = '', tray = ''] = /^(\d+)\/(\d+)$/.exec(name) ?? [];
  if (member === '' || !/^[a-z]/i.test(status) || !/^\d+$/.test(fans) || more.length > 0) return undefined;
  return { kind: 'fan', subject: `${member}/Tray-${tray}`, values: { rpm: null }, status, line: line.trim() };
}

function supplyOf(line: string): AnyReading | undefined {
  const [, subject = '', status = '', watts = ''] = supplyRow.exec(line) ?? [];
  if (subject === '') return undefined;
  return { kind: 'power', subject, values: { watts: Number(watts) }, status, line: line.trim() };
}

/** The device prints no limit, its word decides. */
function sensorOf(line: string): AnyReading | undefined {
  const [, subject = '', celsius = '', status = ''] = sensorRow.exec(line) ?? [];
  if (subject === '') return undefined;
  const values = temperatureValues(Number(celsius), null);
  return { kind: 'temperature', subject, values, status, line: line.trim() };
}

type Shape = {
  readonly heading: RegExp;
  readonly headingMore?: RegExp;
  readonly row: (line: string) => AnyReading | undefined;
};

function rowsOf(lines: readonly string[], shape: Shape): Part {
  const table = readRows(`${lines.join('\n')}\n`, shape);
  return table.kind === 'rows' ? { kind: 'part', readings: table.rows.map(({ value }) => value) } : table;
}

const trays: Shape = { heading: /^\s*Name\s+Description\s+Status\s+Serial Number\s+Fans$/, row: trayOf };
const fans: Shape = {
  heading: /^\s*(?:Location-|Mbr\/Fan)\s+Product\s+Serial Number\s+Speed\s+Direction\s+Status\s+RPM$/,
  headingMore: /^\s*(?:Mbr\/Slot\/Fan\s+)?Name$/,
  row: fanOf,
};
const supplies: Shape = {
  heading: /^\s*Product\s+Serial\s+PSU\s+Input\s+Voltage\s+Wattage$/,
  headingMore: /^\s*Mbr\/PSU\s+Number\s+Number\s+Status\s+Type\s+Range\s+Maximum$/,
  row: supplyOf,
};
const sensors: Shape = { heading: /^\s*Mbr\/Slot-Sensor\s+Module Type\s+temperature\s+Status$/i, row: sensorOf };

const ofTray = /^\s*(?:Fan tray information$|Name\s+Description\b|\d+\/\d)/;

function fanPart(lines: readonly string[]): Part {
  const start = lines.findIndex((line) => /^\s*Fan information$/.test(line));
  if (start < 0) return unreadable('cut', lines.at(-1));
  const hasTrays = lines.slice(0, start).some((line) => ofTray.test(line));
  const ofTrays: Part = hasTrays ? rowsOf(lines.slice(0, start), trays) : { kind: 'part', readings: [] };
  if (ofTrays.kind === 'unreadable') return ofTrays;
  const ofFans = rowsOf(lines.slice(start), fans);
  if (ofFans.kind === 'unreadable') return ofFans;
  return { kind: 'part', readings: [...ofTrays.readings, ...ofFans.readings] };
}

const parts: Readonly<Record<string, (lines: readonly string[]) => Part>> = {
  fan: fanPart,
  'power-supply': (lines) => rowsOf(lines, supplies),
  temperature: (lines) => rowsOf(lines, sensors),
};

const notHere = /\bis not supported in this SKU$/;

/**
 * `show environment`: all parts in one answer, each behind its own command line. A box without fans has no part of
 * fans.
 */
export function parseEnvironment(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const sections: Section[] = [];
  for (const line of answer.lines) {
    const name = sectionLine.exec(line.trim())?.[1];
    if (name !== undefined) sections.push({ name, lines: [] });
    else if (sections.length > 0) sections.at(-1)?.lines.push(line);
    else if (!echo.test(line)) return unreadable('not-understood', line);
  }
  const readings: AnyReading[] = [];
  for (const { name, lines } of sections) {
    const part = lines.every((line) => notHere.test(line)) && lines.length > 0 ? undefined : parts[name]?.(lines);
    if (part?.kind === 'unreadable') return part;
    readings.push(...(part?.readings ?? []));
  }
  return answerOf(readings, answer.lines.at(-1));
}

/** `show environment fan`, `power-supply` or `temperature`, asked for alone. */
export function partParser(name: 'fan' | 'power-supply' | 'temperature'): (text: string) => Parsed {
  return (text) => {
    const answer = answerLines(text);
    if (answer.kind === 'unreadable') return answer;
    const part = parts[name]?.(answer.lines) ?? unreadable('no-row', answer.lines[0]);
    return part.kind === 'unreadable' ? part : answerOf(part.readings, answer.lines.at(-1));
  };
}
