import type { When } from '../../../shared/model/schedule';
import type { MessageKey, Translate } from '../../i18n';

/** Times that are asked for often. */
export const presets: readonly { readonly key: MessageKey; readonly expression: string }[] = [
  { key: 'schedule.preset.daily', expression: '30 8 * * *' },
  { key: 'schedule.preset.workdays', expression: '30 8 * * 1-5' },
  { key: 'schedule.preset.weekly', expression: '30 8 * * 1' },
  { key: 'schedule.preset.monthly', expression: '30 8 1 * *' },
  { key: 'schedule.preset.twice', expression: '0 9,18 * * *' },
  { key: 'schedule.preset.hourly', expression: '0 * * * *' },
];

/** What the form holds of a time. */
export type WhenValues = {
  readonly kind?: When['kind'];
  readonly expression?: string;
  readonly minutes?: number | null;
};

/** The time typed, or null while it is not complete. */
export function whenOf({ kind, expression, minutes }: WhenValues): When | null {
  if (kind === 'interval') return typeof minutes === 'number' && minutes >= 5 ? { kind, minutes } : null;
  const trimmed = (expression ?? '').trim().replace(/\s+/g, ' ');
  return trimmed.split(' ').length === 5 && trimmed.length >= 9 ? { kind: 'cron', expression: trimmed } : null;
}

/** A time in words where it is a usual one, else the expression itself. */
export function whenText(when: When, t: Translate): string {
  if (when.kind === 'interval') {
    return when.minutes % 60 === 0
      ? t('schedule.when.hours', { hours: when.minutes / 60 })
      : t('schedule.when.minutes', { minutes: when.minutes });
  }
  const preset = presets.find((each) => each.expression === when.expression);
  return preset === undefined ? when.expression : t(preset.key);
}
