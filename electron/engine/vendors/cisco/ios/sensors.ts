import type { AnyReading } from '../../../../../shared/model/reading';

/** One row of a sensor list of IOS-XE. */
export type Sensor = {
  readonly name: string;
  /** Switch number or slot. */
  readonly place: string;
  readonly state: string;
  readonly value: number;
  readonly unit: string;
  /** Upper end of the range, or the first of the thresholds; null where none is printed. */
  readonly limit: number | null;
  readonly line: string;
};

/** Above a list whose name comes first (Catalyst), or whose slot comes first (routers). */
export const sensorHeadings = {
  named: /^\s*Sensor\s+Location\s+State\s+Reading\b/i,
  slotted: /^\s*Slot\s+Sensor\s+Current State\s+Reading\b/i,
};

const state = String.raw`([A-Za-z]+(?: [A-Za-z]+)*)`;
const reading = String.raw`(-?\d+(?:\.\d+)?)(?:\s+([A-Za-z%/]+(?: AC)?))?`;
// ` SYSTEM INLET    1               GREEN                 39 Celsius   0 - 56`
const named = new RegExp(
  String.raw`^\s*(\S+(?:\s+\S+)*?)\s+(\d+|[A-Z]\d+)\s{2,}${state}\s{2,}${reading}(?:\s+(?:na|-?\d+\s*-\s*(-?\d+)))?$`,
);
// ` P0         Temp: Temp 1    Normal       32   Celsius  (55 ,65 ,75 ,80 )(Celsius)`
const slotted = new RegExp(
  String.raw`^\s*([A-Z]?\d+(?:\/\d+)?)\s+(\S+(?: \S+)*)\s{2,}${state}\s{2,}${reading}(?:\s+(?:na|\((?:\s*(\d+(?!\d)|na))?.*\)))?$`,
);

/** A row as a sensor; undefined when it is none. */
export function sensorOf(line: string, layout: 'named' | 'slotted'): Sensor | undefined {
  const match = (layout === 'named' ? named : slotted).exec(line);
  if (match === null) return undefined;
  const [first = '', second = '', word = '', value = '', unit = '', limit] = match.slice(1);
  const [name, place] = layout === 'named' ? [first, second] : [second, first];
  return {
    name,
    place,
    state: word,
    value: Number(value),
    unit,
    limit: limit === undefined || limit === 'na' ? null : Number(limit),
    line: line.trim(),
  };
}

const isCalm = (word: string): boolean => /^(?:good|normal|green|ok|not present)$/i.test(word);

function temperature({ name, place, state: status, value, limit, line }: Sensor): AnyReading {
  const none = { dangerCelsius: null, rangeLowCelsius: null, rangeHighCelsius: null };
  return {
    kind: 'temperature',
    subject: `${place}/${name}`,
    values: { ...none, celsius: /^not present$/i.test(status) ? null : value, thresholdCelsius: limit },
    status,
    line,
  };
}

/**
 * What a list of sensors tells: temperatures, fans, and the supplies by their outputs. Voltages and currents are told
 * only where the device does not call them good.
 *
 * @param hasSupplyTable the answer lists the supplies apart; their own sensors then say nothing new
 */
export function sensorReadings(sensors: readonly Sensor[], hasSupplyTable: boolean): readonly AnyReading[] {
  return sensors.flatMap((sensor): AnyReading[] => {
    const { name, place, state: status, value, unit, line } = sensor;
    const isOfSupply = /^PS\d|^PEM\b|: PEM\b/i.test(name) || /^P\d+$/.test(place);
    if (hasSupplyTable && isOfSupply) return [];
    if (/^celsius$/i.test(unit)) return [temperature(sensor)];
    const subject = `${place}/${name}`;
    if (/^rpm$/i.test(unit) || /^RPM:|\bFAN\b/i.test(name)) {
      return [{ kind: 'fan', subject, values: { rpm: value }, status, line }];
    }
    const isOutput = isOfSupply && /\bV?out\b|PEM V/i.test(name);
    return isOutput || !isCalm(status)
      ? [{ kind: 'power', subject: `PS/${place} ${name}`, values: { watts: null }, status, line }]
      : [];
  });
}
