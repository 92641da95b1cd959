/** What the places in a device's texts stand for. */
export type Places = {
  readonly hostName: string;
  readonly now: Date;
  /** Milliseconds since the device was started. */
  readonly uptimeMs: number;
};

const place = /\{\{([\w.]+)\}\}/g;
const days = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const zoneMs = 8 * 3_600_000;

/** True when a text changes with the time, so that it cannot be made once and kept. */
export function tellsTime(text: string): boolean {
  return /\{\{(?:clock|uptime)/.test(text);
}

/** True when a text has a place to fill. */
export function hasPlaces(text: string): boolean {
  return text.includes('{{');
}

/** A text as a terminal gets it: each LF as CR LF. */
export function toWire(text: string): Buffer {
  return Buffer.from(text.replaceAll('\n', '\r\n'));
}

/** Fills `{{hostName}}`, `{{uptime}}`, `{{clock.…}}`; devices live in UTC+8. */
export function fillPlaces(text: string, places: Places): string {
  return text.replace(place, (_whole, name: string) => valueOf(name, places));
}

function valueOf(name: string, { hostName, now, uptimeMs }: Places): string {
  switch (name) {
    case 'hostName':
      return hostName;
    case 'uptime':
      return uptimeText(uptimeMs);
    case 'clock.system':
      return systemClock(now, ' ');
    case 'clock.system6':
      return systemClock(now, '  ');
    case 'clock.ntp':
      return ntpClock(now);
    case 'clock.ntpUpdate':
      return ntpClock(new Date(now.getTime() - 412_000));
    case 'clock.cisco':
      return ciscoClock(now);
    default:
      throw new Error(`unknown place {{${name}}}`);
  }
}

const two = (value: number): string => String(value).padStart(2, '0');

function local(now: Date) {
  const at = new Date(now.getTime() + zoneMs);
  return {
    weekday: days[at.getUTCDay()] ?? '',
    month: months[at.getUTCMonth()] ?? '',
    day: two(at.getUTCDate()),
    year: String(at.getUTCFullYear()),
    time: `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`,
    milliseconds: String(at.getUTCMilliseconds()).padStart(3, '0'),
  };
}

function systemClock(now: Date, gap: string): string {
  const { weekday, month, day, year, time } = local(now);
  return `${weekday} ${month} ${day} ${year}${gap}${time} (ZP8)`.toUpperCase();
}

function ntpClock(now: Date): string {
  const { weekday, month, day, year, time, milliseconds } = local(now);
  return `${weekday}, ${month} ${day} ${year} ${time}.${milliseconds} (ZP8)`;
}

function ciscoClock(now: Date): string {
  const { weekday, month, day, year, time, milliseconds } = local(now);
  return `${time}.${milliseconds} UTC+8 ${weekday} ${month} ${Number(day)} ${year}`;
}

function uptimeText(uptimeMs: number): string {
  const seconds = Math.floor(uptimeMs / 1000);
  const [d, h, m] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3600) % 24, Math.floor(seconds / 60) % 60];
  return `${d} days ${h} hours ${m} minutes and ${seconds % 60} seconds`;
}
