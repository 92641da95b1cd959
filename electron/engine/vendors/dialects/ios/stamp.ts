const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A date as the device prints it, in its own zone. */
export type Stamp = {
  /** The printed figures taken as UTC, epoch seconds: good for comparing stamps of one zone. */
  readonly localSeconds: number;
  /** Zone name as printed; empty when none is. */
  readonly zone: string;
};

/** `18:57:38.347 UTC Mon Oct 19 2015` (the zone may be missing) and `Fri Jul 24 08:34:58 2026`. */
export function stampOf(text: string): Stamp | undefined {
  const zoned =
    /^[*.]?(\d\d):(\d\d):(\d\d)(?:\.\d+)?(?:\s+([A-Za-z][\w+:-]*))?\s+[A-Z][a-z]{2}\s+([A-Z][a-z]{2})\s+(\d{1,2})\s+(\d{4})$/;
  const plain = /^[A-Z][a-z]{2}\s+([A-Z][a-z]{2})\s+(\d{1,2})\s+(\d\d):(\d\d):(\d\d)\s+(\d{4})$/;
  const first = zoned.exec(text.trim());
  if (first !== null) {
    const [hour = '', minute = '', second = '', zone = '', month = '', day = '', year = ''] = first.slice(1);
    return made([year, month, day, hour, minute, second], zone);
  }
  const [month = '', day = '', hour = '', minute = '', second = '', year = ''] =
    plain.exec(text.trim())?.slice(1) ?? [];
  return made([year, month, day, hour, minute, second], '');
}

function made(parts: readonly [string, string, string, string, string, string], zone: string): Stamp | undefined {
  const [year, monthName, day, hour, minute, second] = parts;
  const month = months.indexOf(monthName.toLowerCase());
  if (month < 0) return undefined;
  const at = Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute), Number(second)) / 1000;
  return { localSeconds: at, zone };
}

/** Before this year a clock was not set: devices without battery start in 1970, 1993 or 2000. */
const leastYear = 2010;

/** False for the stamp of a clock that was never set. */
export function isSetClock({ localSeconds }: Stamp): boolean {
  return localSeconds >= Date.UTC(leastYear, 0) / 1000;
}

/** Minutes east of UTC where the zone's name has one meaning; null for the others (`CST` is China's and America's). */
export function offsetMinutes(zone: string): number | null {
  const known: Readonly<Record<string, number>> = {
    UTC: 0,
    GMT: 0,
    BEIJING: 480,
    CHINA: 480,
    PRC: 480,
    HKT: 480,
    JST: 540,
  };
  return known[zone.toUpperCase()] ?? null;
}
