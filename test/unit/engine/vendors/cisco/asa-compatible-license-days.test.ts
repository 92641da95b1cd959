import { expect, test } from 'vitest';
import { parseLicenseDays } from '../../../../../electron/engine/vendors/cisco/asa/license-days';

test('days left, permanent, one day and other words', () => {
  const text = 'License information:\nbase:\tPERMANENT.\nav:\t\t81 days left.\nurl:\t1 day left.\nips:\tEXPIRED.\n';

  expect(parseLicenseDays(text)).toMatchObject({
    readings: [
      { subject: 'base', values: { permanent: 1, daysLeft: null } },
      { subject: 'av', values: { permanent: 0, daysLeft: 81 } },
      { subject: 'url', values: { daysLeft: 1 } },
      { subject: 'ips', values: { daysLeft: null }, status: 'EXPIRED' },
    ],
  });
});

test.each([
  ['nothing', '', 'empty'],
  ['only the heading', 'License information:\n', 'no-row'],
  ['another layout', 'Smart Licensing is ENABLED\n', 'not-understood'],
  ['a row cut before its full stop', 'License information:\nbase:\tPERMANENT.\nav:\t81 days\n', 'cut'],
  ['a strange row in the middle', 'License information:\nbase\nav:\t81 days left.\n', 'not-understood'],
])('%s is not judged', (_name, text, reason) => {
  expect(parseLicenseDays(text)).toMatchObject({ kind: 'unreadable', reason });
});
