import { expect, test } from 'vitest';
import { escapeMarkup } from '../../../../electron/engine/text/escape-markup';

test('the five signs of markup are written as entities, all else stays', () => {
  expect(escapeMarkup(`<a href="x" title='y'>1 & 2</a> 端口`)).toBe(
    '&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;1 &amp; 2&lt;/a&gt; 端口',
  );
});
