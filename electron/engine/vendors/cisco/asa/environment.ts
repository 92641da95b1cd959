import type { AnyReading } from '../../../../../shared/model/reading';
import { isRuler } from '../../../text/table';
import { unreadable, withBody } from '../../dialects/ios/answer';

type Entry = {
  readonly main: string;
  readonly part: string;
  readonly name: string;
  readonly value: string;
  readonly line: string;
};

/** Headings end in a colon and stand above dashes; those at the margin begin a chapter. */
function entriesOf(lines: readonly string[]): readonly Entry[] | string {
  const entries: Entry[] = [];
  let main = '';
  let part = '';
  for (const [index, line] of lines.entries()) {
    if (isRuler(line)) continue;
    const title = /^(\s*)(\S.*):\s*$/.exec(line);
    if (title !== null && isRuler(lines[index + 1] ?? '')) {
      part = title[1] === '' ? '' : (title[2] ?? '');
      if (title[1] === '') main = title[2] ?? '';
      continue;
    }
    if (main === '') continue;
    const [, name, value] = /^\s*(\S.*?):\s*(\S.*)$/.exec(line) ?? [];
    if (name === undefined || value === undefined) return line;
    entries.push({ main, part, name, value, line: line.trim() });
  }
  return entries;
}

const isNothing = (value: string): boolean => /^(?:N\/A|Not Present)$/i.test(value);

function fanOf({ part, name, value, line }: Entry): AnyReading | undefined {
  const [, rpm, status] = /^(\d+) RPM\s*-\s*(\S.*)$/i.exec(value) ?? [];
  if (rpm === undefined || status === undefined) return undefined;
  return { kind: 'fan', subject: `${part}/${name}`, values: { rpm: Number(rpm) }, status, line };
}

function sensorOf({ part, name, value, line }: Entry): AnyReading | undefined {
  // The words in brackets tell where the sensor sits.
  const [, degrees, status] =
    /^(-?\d+(?:\.\d+)?) C\s*-\s*([A-Za-z][A-Za-z]*(?: +[A-Za-z]+)*?)(?:\s*\(.*\))?$/i.exec(value) ?? [];
  if (degrees === undefined || status === undefined) return undefined;
  const none = { dangerCelsius: null, thresholdCelsius: null, rangeLowCelsius: null, rangeHighCelsius: null };
  const values = { celsius: Number(degrees), ...none };
  return { kind: 'temperature', subject: `${part}/${name}`, values, status, line };
}

/** A supply that is there is worth what its input is; one that is not there is an empty bay. */
function supplies(entries: readonly Entry[]): readonly AnyReading[] {
  const inputs = entries.filter(({ part }) => /^Power Input$/i.test(part));
  return entries
    .filter(({ main, part }) => /^Power Supplies$/i.test(main) && /^(?:Power Supplies)?$/i.test(part))
    .filter(({ name, value }) => !(/Redundancy$/i.test(name) && isNothing(value)))
    .map((entry): AnyReading => {
      const input = inputs.find(({ name }) => name === entry.name);
      const shown = /^Present$/i.test(entry.value) && input !== undefined ? input : entry;
      return {
        kind: 'power',
        subject: `PS/${entry.name}`,
        values: { watts: null },
        status: shown.value,
        line: shown.line,
      };
    });
}

/** `show environment` of ASA appliances; the parts of a supply that is not there print `N/A`. */
export const parseAsaEnvironment = withBody((lines) => {
  const entries = entriesOf(lines);
  if (typeof entries === 'string') return unreadable('not-understood', entries);
  const readings: AnyReading[] = [];
  for (const entry of entries) {
    const isFan = /^Cooling Fans$/i.test(entry.main);
    const isSensor = /^Temperature$/i.test(entry.main);
    if ((!isFan && !isSensor) || isNothing(entry.value)) continue;
    const reading = isFan ? fanOf(entry) : sensorOf(entry);
    if (reading === undefined) return unreadable('not-understood', entry.line);
    readings.push(reading);
  }
  readings.push(...supplies(entries));
  return readings.length > 0 ? { kind: 'readings', readings } : unreadable('not-understood', lines[0]);
});
