import { escapeMarkup } from '../../text/escape-markup';
import { cleanText } from '../clean-text';

/** A piece of HTML that is safe to print: made only by `markup` and `raw`. */
export class Markup {
  constructor(readonly text: string) {}
}

/** What may stand in a template: texts are escaped, markup is not, lists are joined. */
export type Fragment = string | number | Markup | readonly Fragment[];

/** Fixed text of ours that is HTML already. Never given anything from a device or a person. */
export function raw(text: string): Markup {
  return new Markup(text);
}

/** A template whose values are escaped; the only way to make markup out of foreign text. */
export function markup(strings: TemplateStringsArray, ...values: readonly Fragment[]): Markup {
  let text = strings[0] ?? '';
  values.forEach((value, index) => {
    text += printed(value) + (strings[index + 1] ?? '');
  });
  return new Markup(text);
}

function printed(value: Fragment): string {
  if (value instanceof Markup) return value.text;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escapeHtml(value);
  return value.map(printed).join('');
}

/** Foreign text as HTML text or as a quoted attribute: cleaned of controls, the five signs as entities. */
export function escapeHtml(text: string): string {
  return escapeMarkup(cleanText(text));
}
