import { useCallback } from 'react';
import { translate, type MessageKey } from '../shared/i18n/translate';
import type { LocalText, Locale } from '../shared/model/text';
import { createStore, useStore } from './state/store';

export type { MessageKey };
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

const language = createStore<Locale>('zh-CN');

/** Switches the language of everything shown. */
export function changeLanguage(locale: Locale): void {
  language.set(locale);
  document.documentElement.lang = locale;
}

/** The typed translate function of the language in use. */
export function useT(): Translate {
  const locale = useLocale();
  return useCallback((key, values) => translate(locale, key, values), [locale]);
}

/** The language in use. */
export function useLocale(): Locale {
  return useStore(language);
}

/** A function that picks the text of the language in use. */
export function useLocalText(): (text: LocalText) => string {
  const locale = useLocale();
  return useCallback((text) => text[locale], [locale]);
}
