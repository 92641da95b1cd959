import { expect, test } from 'vitest';
import {
  parseCpu,
  parseLicences,
  parseMemory,
  parseVersion,
} from '../../../../../electron/engine/vendors/hillstone/answers';

const cpu = 'Current cpu utilization : 5.8%\nLast 1 minute           : 6.4%\n';

test('cpu: the longest average ends it', () => {
  expect(parseCpu(cpu)).toMatchObject({ reason: 'cut' });
  expect(parseCpu(`${cpu}Last 15 minutes         : 6.1%\n`)).toMatchObject({
    readings: [{ values: { percent: 5.8 } }],
  });
});

test.each([
  ['cpu', parseCpu],
  ['memory', parseMemory],
  ['licence', parseLicences],
  ['version', parseVersion],
])('%s: a layout that nobody recorded is not understood', (_name, parse) => {
  expect(parse('Some other words\nof another release\n')).toMatchObject({
    kind: 'unreadable',
    reason: 'not-understood',
  });
});

test.each([
  ['a name without a day', 'License name : IPS\n', 'cut'],
  ['two names', 'License name : IPS\nLicense name : AV\nValid until  : forever\n', 'not-understood'],
  ['a day nobody knows', 'License name : IPS\nValid until  : soon\n', 'not-understood'],
])('licence: %s', (_name, text, reason) => {
  expect(parseLicences(text)).toMatchObject({ kind: 'unreadable', reason });
});
