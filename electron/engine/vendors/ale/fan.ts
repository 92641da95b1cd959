import type { Parsed } from '../platform';
import { boundedNumber, cleanText, readTable } from '../../text/table';

type Fan = { readonly subject: string; readonly rpm: number | null; readonly status: string };

const trayHeading = /^\s*Chassis\/Tray\b.*\bFan\b.*\bFunctional\b/i;
const chassisHeading = /^\s*Chassis\s*(?:\|\s*)?Fan\s*(?:\|\s*)?Status$/i;
const isHeading = (line: string): boolean => trayHeading.test(line) || chassisHeading.test(line);
const noFans = /^\s*This product has no fans\.?$/i;

/** AOS 5, 7, 8: ` 1/--  1  YES`, on some models a fourth column with the speed. */
function fanOfTray(line: string): Fan | undefined {
  const match =
    /^\s*(\d+)\s*\/\s*(\d+|--?)\s+(\d+)\s+([A-Za-z][A-Za-z-]*(?: +[A-Za-z-]+)*?|--)(?:\s+(\d+|N\/?A|--?))?$/.exec(line);
  if (match === null) return undefined;
  const [chassis = '', tray = '', fan = '', status = '', speed = '--'] = match.slice(1);
  const rpm = boundedNumber(speed, 0, 100_000);
  return rpm === undefined ? undefined : { subject: `${chassis}/${tray}/${fan}`, rpm, status };
}

/** AOS 6: ` 1  2  Not Running`; the chassis may stand on its first row only. */
function fanOfChassis(): (line: string) => Fan | undefined {
  let chassis: string | undefined;
  return (line) => {
    const match = /^\s*(?:(\d+)\s+)?(\d+)\s+([A-Za-z][A-Za-z ]*|--)$/.exec(line);
    if (match === null) return undefined;
    chassis = match[1] ?? chassis;
    if (chassis === undefined) return undefined;
    return { subject: `${chassis}/${match[2] ?? ''}`, rpm: null, status: match[3] ?? '' };
  };
}

/** True for the layout of AOS 6. */
export function isChassisLayout(text: string): boolean {
  return cleanText(text).lines.some((line) => chassisHeading.test(line));
}

/** `show fan` of every AOS. "This product has no fans." is the device's own word that it has none. */
export function parseFan(text: string): Parsed {
  const { lines } = cleanText(text);
  const isAos6 = isChassisLayout(text);
  const table = readTable(text, {
    heading: isAos6 ? chassisHeading : trayHeading,
    row: isAos6 ? fanOfChassis() : fanOfTray,
    skip: noFans,
  });
  const sentence = lines.find((line) => noFans.test(line));
  if (table.kind === 'unreadable') {
    const isWhole = table.reason === 'no-row' || (table.reason === 'not-understood' && !lines.some(isHeading));
    return sentence !== undefined && isWhole ? { kind: 'absent', line: sentence.trim() } : table;
  }
  return {
    kind: 'readings',
    readings: table.rows.map(({ value: { subject, rpm, status }, line }) => ({
      kind: 'fan',
      subject,
      values: { rpm },
      status,
      line,
    })),
  };
}
