import type { AnyReading } from '../../../../../shared/model/reading';
import { readTable } from '../../../text/table';
import type { Parsed } from '../../platform';
import { columnsOf } from '../../dialects/ios/answer';

function supply(subject: string, watts: number | null, status: string, line: string): AnyReading {
  return { kind: 'power', subject, values: { watts }, status, line: line.trim() };
}

/** First line of the table of supplies of stackable Catalysts. */
export const stackSupplyHeading = /^\s*SW\s+PID\s+Serial#\s+Status\s+Sys Pwr\s+PoE Pwr\s+Watts$/i;

/** `1A  PWR-C1-715WAC  LIT111  OK  Good  Good  715`, `1B  Not Present`, `2  Built-in  Good`. */
export function stackSupply(line: string): AnyReading | undefined {
  const columns = columnsOf(line);
  const [, member, bay] = /^(\d+)([A-Z]?)$/.exec(columns[0] ?? '') ?? [];
  if (member === undefined) return undefined;
  const subject = bay === '' || bay === undefined ? `${member}/PS` : `${member}/${bay}`;
  if (columns.length === 2)
    return /^not present$/i.test(columns[1] ?? '') ? supply(subject, null, 'Not Present', line) : undefined;
  if (/^built-in$/i.test(columns[1] ?? ''))
    return columns.length === 3 ? supply(subject, null, columns[2] ?? '', line) : undefined;
  const [, , , status = '', system = ''] = columns;
  // With an empty column, the word for the feed would stand where the module's own word should.
  if (columns.length < 6 || (columns.length === 6 && /^(?:good|bad|n\/a)$/i.test(status))) return undefined;
  const watts = /^\d+$/.test(columns.at(-1) ?? '') ? Number(columns.at(-1)) : null;
  // The module may answer while it feeds nothing.
  return supply(subject, watts, /^ok$/i.test(status) && !/^good$/i.test(system) ? system : status, line);
}

/** `show environment power all` of stackable Catalysts. */
export function parseStackPower(text: string): Parsed {
  const table = readTable(text, { heading: stackSupplyHeading, row: stackSupply });
  return table.kind === 'unreadable' ? table : { kind: 'readings', readings: table.rows.map(({ value }) => value) };
}

const supplyHeading = /^\s*Supply\s+Model No\s+Type\s+Status\s+Sensor\s+Status$/i;

/** `PS1  PWR-C45-4200ACV  AC 4200W  good  good  good`, and its inputs `PS1-1  220V  good`, without voltage when off. */
function modularSupply(line: string): AnyReading | undefined {
  const columns = columnsOf(line);
  const [name = ''] = columns;
  const [, unit, input] = /^PS(\d+)(-\d+)?$/.exec(name) ?? [];
  if (unit === undefined) return undefined;
  if (input !== undefined) {
    const status = columns.at(-1) ?? '';
    return columns.length === 2 || columns.length === 3 ? supply(`PS/${unit}${input}`, null, status, line) : undefined;
  }
  const [, , type = '', status = ''] = columns;
  if (columns.length !== 6) return undefined;
  return supply(`PS/${unit}`, Number.parseInt(/(?<!\d)(\d+)W$/.exec(type)?.[1] ?? '', 10) || null, status, line);
}

/** `show power status` of Catalyst 4500: supplies and their inputs. */
export function parsePowerStatus(text: string): Parsed {
  const table = readTable(text, { heading: supplyHeading, row: modularSupply, skip: /^\*{3}.*\*{3}$/ });
  return table.kind === 'unreadable' ? table : { kind: 'readings', readings: table.rows.map(({ value }) => value) };
}
