import i18next, { type i18n } from 'i18next';
import { useCallback } from 'react';
import { initReactI18next, useTranslation } from 'react-i18next';
import { en } from '../shared/i18n/en';
import type { LocalText, Locale } from '../shared/model/text';
import { zhCN, type MessageKey } from '../shared/i18n/zh-CN';

export type { MessageKey };
export type Translate = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

/** Prepares the texts; to be called once, before the first render. */
export async function startI18n(locale: Locale): Promise<i18n> {
  await i18next.use(initReactI18next).init({
    resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } },
    lng: locale,
    fallbackLng: 'zh-CN',
    keySeparator: false,
    nsSeparator: false,
    // React escapes; escaping twice would show entities.
    interpolation: { escapeValue: false },
  });
  document.documentElement.lang = locale;
  return i18next;
}

/** Switches the language of everything shown. */
export async function changeLanguage(locale: Locale): Promise<void> {
  if (i18next.language === locale) return;
  await i18next.changeLanguage(locale);
  document.documentElement.lang = locale;
}

/** The typed translate function of the language in use. */
export function useT(): Translate {
  const { t } = useTranslation();
  return useCallback((key, values = {}) => t(key, values), [t]);
}

/** The language in use. */
export function useLocale(): Locale {
  const { i18n: instance } = useTranslation();
  return instance.language === 'en' ? 'en' : 'zh-CN';
}

/** A function that picks the text of the language in use. */
export function useLocalText(): (text: LocalText) => string {
  const locale = useLocale();
  return useCallback((text) => text[locale], [locale]);
}
