import { expect, test } from 'vitest';
import { brokenRow } from '../../../../electron/engine/text/broken-row';

const message = 'Mon Mar  2 10:00:00 : PORT-MGR port INFO message:';

test.each([
  [`  Flash Between CMMs\n${message}\n        : SYNCHRONIZED,\n`, ': SYNCHRONIZED,'],
  [`    Current state\n${message}\n                  Master\n`, 'Master'],
])('the rest of a row behind a console message is seen: %j', (text, rest) => {
  expect(brokenRow(text)).toBe(rest);
});

test.each([
  ['a message between two rows', `CPU   10\n${message}\nMemory   10\n`],
  ['no message', '  Flash Between CMMs\n        : SYNCHRONIZED,\n'],
])('%s breaks nothing', (_what, text) => {
  expect(brokenRow(text)).toBeUndefined();
});
