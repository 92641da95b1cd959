import type { Locale } from '../model/text';
import { en } from './en';
import { zhCN, type MessageKey } from './zh-CN';

export type { MessageKey };

const texts: Record<Locale, Readonly<Record<MessageKey, string>>> = { 'zh-CN': zhCN, en };

/** Fills `{{name}}` places of a message; the window's i18next reads the same texts by the same rule. */
export function translate(
  locale: Locale,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return texts[locale][key].replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : String(value);
  });
}
