import { translate } from '../../../shared/i18n/translate';
import type { Locale } from '../../../shared/model/text';

/** A length of time in its two largest units: `41 天 3 小时`, `2 分 5 秒`. */
export function durationWords(seconds: number, locale: Locale): string {
  if (seconds < 60) return translate(locale, 'finding.unit.seconds', { seconds });
  if (seconds < 3600) {
    return translate(locale, 'finding.unit.minutes-seconds', {
      minutes: Math.floor(seconds / 60),
      seconds: seconds % 60,
    });
  }
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  if (days > 0 && hours === 0) return translate(locale, 'finding.unit.days', { days });
  if (days > 0) return translate(locale, 'finding.unit.days-hours', { days, hours });
  return translate(locale, 'finding.unit.hours-minutes', { hours, minutes: Math.floor((seconds % 3600) / 60) });
}

/** A value with its unit, as people read it: `91 %`, `41 天 3 小时`, `287.2 MB`. */
export function valueWords(value: number | string, unit: string | null, locale: Locale): string {
  if (typeof value === 'string' || unit === null || unit === '') return String(value);
  if (unit === 'd') return translate(locale, 'finding.unit.days', { days: value });
  if (unit === 's') return durationWords(value, locale);
  if (unit === 'B') return `${Math.round(value / 100_000) / 10} MB`;
  return `${value} ${unit}`;
}
