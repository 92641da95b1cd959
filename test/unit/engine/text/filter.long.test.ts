import { expect, test } from 'vitest';
import { createFilter } from '../../../../electron/engine/text/filter';
import { createRedactor } from '../../../../electron/engine/text/redact';

test('four thousand secrets with their accounts cost no more than the text', () => {
  const redactor = createRedactor();
  for (let index = 0; index < 4000; index += 1) redactor.register(`Fleet-2024-secret-${index}`, `ops${index % 50}`);
  const filter = createFilter(redactor);
  const line = ' 1/1/5      en    en     100   Full     -     DIS   Auto    Auto     -    AUTO  en   en  Fleet-2024\n';

  const text = filter.text(`${line.repeat(10_000)}Fleet-2024-secret-3999\n`);

  expect(text.endsWith('Fleet-2024\n******\n')).toBe(true);
});
