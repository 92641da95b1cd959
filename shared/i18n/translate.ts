import type { Locale } from '../model/text';
import { en } from './en';
import { zhCN, type MessageKey } from './zh-CN';

export type { MessageKey };

const texts: Record<Locale, Readonly<Record<MessageKey, string>>> = { 'zh-CN': zhCN, en };

/** A message in a language, its `{{name}}` places filled; a place without a value stays as it is. */
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
