import { translate } from '../../../shared/i18n/translate';
import type { Locale } from '../../../shared/model/text';

/** A length of time in its two largest units, the second one only where it is not 0: `41 天 3 小时`, `2 分 5 秒`, `1 分钟`. */
export function durationWords(seconds: number, locale: Locale): string {
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  if (days > 0 && hours === 0) return translate(locale, 'finding.unit.days', { days });
  if (days > 0) return translate(locale, 'finding.unit.days-hours', { days, hours });
  if (hours > 0 && minutes === 0) return translate(locale, 'finding.unit.hours', { hours });
  if (hours > 0) return translate(locale, 'finding.unit.hours-minutes', { hours, minutes });
  if (minutes > 0 && rest === 0) return translate(locale, 'finding.unit.minutes', { minutes });
  if (minutes > 0) return translate(locale, 'finding.unit.minutes-seconds', { minutes, seconds: rest });
  return translate(locale, 'finding.unit.seconds', { seconds });
}

/** A value with its unit, as people read it: `91 %`, `41 天 3 小时`, `287.2 MB`. */
export function valueWords(value: number | string, unit: string | null, locale: Locale): string {
  if (typeof value === 'string' || unit === null || unit === '') return String(value);
  if (unit === 'd') return translate(locale, 'finding.unit.days', { days: value });
  if (unit === 's') return durationWords(value, locale);
  if (unit === 'B') return `${Math.round(value / 100_000) / 10} MB`;
  return `${value} ${unit}`;
}
