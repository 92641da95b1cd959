import { expect, test } from 'vitest';
import { fromFormValues, linesOf, toFormValues } from '../../../../renderer/forms/form-mapping';
import type { FieldDescriptor } from '../../../../shared/model/channel';

const field = (name: string, type: FieldDescriptor['type']): FieldDescriptor => ({
  name,
  type,
  labels: { 'zh-CN': name, en: name },
  isRequired: false,
});
const fields = [
  field('host', 'text'),
  field('port', 'number'),
  field('to', 'list'),
  field('tls', 'boolean'),
  field('baseUrl', 'url'),
  field('password', 'secret'),
];

test('stored options become form values and come back the same', () => {
  const options = { host: 'smtp.example.com', port: 465, to: ['a@example.com', 'b@example.com'], tls: true };

  const values = toFormValues(fields, options);

  expect(values['to']).toBe('a@example.com\nb@example.com');
  expect(fromFormValues(fields, values).options).toEqual(options);
});

test('a secret never has a first value', () => {
  expect(toFormValues(fields, { password: 'must not show' })).not.toHaveProperty('password');
});

test('a secret not typed is left out, a typed one is sent, a cleared one is empty', () => {
  expect(fromFormValues(fields, {}).secretTexts).toEqual({});
  expect(fromFormValues(fields, { password: 'typed' }).secretTexts).toEqual({ password: 'typed' });
  expect(fromFormValues(fields, { password: '' }).secretTexts).toEqual({ password: '' });
});

test('secrets never get among the options', () => {
  expect(fromFormValues(fields, { password: 'typed', host: 'h' }).options).not.toHaveProperty('password');
});

test('texts are trimmed and empty ones are left out, so that a default can stand', () => {
  expect(fromFormValues(fields, { host: ' h ', baseUrl: '  ' }).options).toEqual({ host: 'h', to: [], tls: false });
});

test('a list is one entry a line, without blanks and empty lines', () => {
  expect(linesOf(' a \r\n\n b\n')).toEqual(['a', 'b']);
});
