import type { FieldDescriptor } from '../../shared/model/channel';

/** What the form holds: a list is one entry a line, an empty text is no value. */
export type FormValues = Readonly<Record<string, string | number | boolean | undefined>>;

/** Options and secrets as the contract takes them. */
export type FormResult = {
  readonly options: Record<string, unknown>;
  readonly secretTexts: Record<string, string>;
};

/** First values of a form from stored options; secrets never have one. */
export function toFormValues(
  fields: readonly FieldDescriptor[],
  options: Readonly<Record<string, unknown>>,
): FormValues {
  const entries = fields
    .filter((field) => field.type !== 'secret')
    .map((field) => [field.name, toFormValue(field, options[field.name])] as const);
  return Object.fromEntries(entries);
}

/** Typed values as options and secrets; a secret not typed is left out, which keeps what is stored. */
export function fromFormValues(fields: readonly FieldDescriptor[], values: FormValues): FormResult {
  const options: Record<string, unknown> = {};
  const secretTexts: Record<string, string> = {};
  for (const field of fields) {
    const value = values[field.name];
    if (field.type === 'secret') {
      if (typeof value === 'string') secretTexts[field.name] = value;
      continue;
    }
    const option = fromFormValue(field, value);
    if (option !== undefined) options[field.name] = option;
  }
  return { options, secretTexts };
}

/** The entries of a text with one entry a line. */
export function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function toFormValue(field: FieldDescriptor, stored: unknown): string | number | boolean | undefined {
  if (field.type === 'list') return Array.isArray(stored) ? stored.map(String).join('\n') : '';
  if (field.type === 'boolean') return stored === true;
  if (typeof stored === 'number' || typeof stored === 'string') return stored;
  return undefined;
}

function fromFormValue(field: FieldDescriptor, value: FormValues[string]): unknown {
  switch (field.type) {
    case 'list':
      return linesOf(typeof value === 'string' ? value : '');
    case 'boolean':
      return value === true;
    case 'number':
      return typeof value === 'number' ? value : undefined;
    default: {
      const text = typeof value === 'string' ? value.trim() : '';
      return text === '' ? undefined : text;
    }
  }
}
