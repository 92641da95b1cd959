import type { Locale } from '../shared/model/text';
import type { Translate } from './i18n';

/** Date and time to the minute; the year only when it is not the year of `nowMs`. */
export function dateTime(locale: Locale, atMs: number, nowMs: number): string {
  const sameYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear();
  return new Intl.DateTimeFormat(locale, {
    ...(sameYear ? {} : { year: 'numeric' }),
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(atMs);
}

/** Date, weekday and time, for times that lie ahead. */
export function weekdayTime(locale: Locale, atMs: number): string {
  const part = (options: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(locale, options).format(atMs);
  const day = part({ month: '2-digit', day: '2-digit' });
  const time = part({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${day} ${part({ weekday: 'short' })} ${time}`;
}

/** Date and time to the second, with the year. */
export function fullDateTime(locale: Locale, atMs: number): string {
  return new Intl.DateTimeFormat(locale, {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(atMs);
}

/** A span of time in words, to the second above one second. */
export function duration(t: Translate, ms: number): string {
  if (ms < 1000) return t('common.duration.ms', { ms: Math.max(0, Math.round(ms)) });
  if (ms < 10_000) return t('common.duration.seconds', { seconds: (ms / 1000).toFixed(1) });
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return t('common.duration.seconds', { seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return t('common.duration.minutes', { minutes, seconds: seconds % 60 });
  return t('common.duration.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** A size with a unit of 1,000. */
export function bytes(locale: Locale, size: number): string {
  const step = size < 1000 ? 0 : size < 1_000_000 ? 1 : 2;
  const unit = ['B', 'kB', 'MB'][step] ?? 'B';
  const value = size / 1000 ** step;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: step === 0 || value >= 100 ? 0 : 1 }).format(value)} ${unit}`;
}

/** Host and port, with brackets around an IPv6 address. */
export function hostPort(host: string, port: number): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
