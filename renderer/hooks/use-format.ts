import { useMemo } from 'react';
import { bytes, dateTime, duration, fullDateTime, weekdayTime } from '../format';
import { useLocale, useT } from '../i18n';

/** Formatters in the language in use. */
export type Formatters = {
  readonly time: (atMs: number) => string;
  readonly fullTime: (atMs: number) => string;
  readonly weekday: (atMs: number) => string;
  readonly duration: (ms: number) => string;
  readonly bytes: (size: number) => string;
  readonly list: (items: readonly string[]) => string;
};

/** Dates, spans and sizes in the language in use. */
export function useFormat(): Formatters {
  const locale = useLocale();
  const t = useT();
  return useMemo(() => {
    const words = new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' });
    return {
      time: (atMs) => dateTime(locale, atMs, Date.now()),
      fullTime: (atMs) => fullDateTime(locale, atMs),
      weekday: (atMs) => weekdayTime(locale, atMs),
      duration: (ms) => duration(t, ms),
      bytes: (size) => bytes(locale, size),
      list: (items) => (locale === 'zh-CN' ? items.join('、') : words.format(items)),
    };
  }, [locale, t]);
}
