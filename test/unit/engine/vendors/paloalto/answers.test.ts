import { expect, test } from 'vitest';
import { parseEnvironmentals } from '../../../../../electron/engine/vendors/paloalto/environmentals';
import { parseHighAvailability } from '../../../../../electron/engine/vendors/paloalto/high-availability';
import { parseLicences } from '../../../../../electron/engine/vendors/paloalto/licences';
import { parseNtp } from '../../../../../electron/engine/vendors/paloalto/ntp';
import { parseSystemInfo } from '../../../../../electron/engine/vendors/paloalto/system-info';

const entry = (expires: string, expired: string): string =>
  `License entry:\nFeature: Threat\nExpires: ${expires}\nExpired?: ${expired}\n`;

test('days count from the date of the device, unless it stands at a factory date', () => {
  const text = entry('March 08, 2023', 'no');

  expect(parseLicences(`Current PDT Date: March 01, 2023\n${text}`)).toMatchObject({
    readings: [{ values: { daysLeft: 7 } }],
  });
  expect(parseLicences(`Current PDT Date: January 01, 1970\n${text}`)).toMatchObject({
    readings: [{ values: { daysLeft: null, expiresEpochSeconds: Date.UTC(2023, 2, 8) / 1000 } }],
  });
});

test('an expired licence is expired even if it says never', () => {
  expect(parseLicences(entry('Never', 'yes'))).toMatchObject({
    readings: [{ status: 'EXPIRED', values: { permanent: 0 } }],
  });
});

test.each([
  ['an entry without its end', 'License entry:\nFeature: Threat\nExpires: Never\n', 'cut'],
  ['a date nobody knows', entry('2023-03-08', 'no'), 'not-understood'],
  ['a word nobody knows', entry('Never', 'maybe'), 'not-understood'],
  ['no entry', 'Current PDT Date: March 01, 2023\n', 'no-row'],
])('licences: %s is not judged', (_name, text, reason) => {
  expect(parseLicences(text)).toMatchObject({ kind: 'unreadable', reason });
});

const heat = 'Slot    Description    Alarm     Degrees C\nS1      Near CPU       False     45.0\n';
const supplies = 'Slot    Description    Alarm     Inserted\n';

test.each([
  ['a table without rows at the end', `${heat}\n${supplies}`, 'cut'],
  ['a title at the end', `${heat}\nFans\n`, 'cut'],
  ['a table without rows before another', `${supplies}${heat}`, 'not-understood'],
  ['a row that was cut behind a #', `${heat}S1      Fan #`, 'cut'],
  [
    'a table of another kind',
    'Slot    Description    Alarm     Lumens\nS1      LED    False     1\n',
    'not-understood',
  ],
  [
    'a value that is no number',
    `${heat}S1      Near fan       False     warm\nS1      x       False     1\n`,
    'not-understood',
  ],
])('environmentals: %s', (_name, text, reason) => {
  expect(parseEnvironmentals(text)).toMatchObject({ kind: 'unreadable', reason });
});

test('supplies: an empty bay, a missing one, a good one', () => {
  const row = (alarm: string, inserted: string): string =>
    `S1      Supply ${alarm}${inserted}    ${alarm}     ${inserted}\n`;

  expect(
    parseEnvironmentals(`${supplies}${row('False', 'False')}${row('True', 'False')}${row('False', 'True')}`),
  ).toMatchObject({ readings: [{ status: 'Inserted False' }, { status: 'Alarm True' }, { status: 'Alarm False' }] });
});

test('a pair that is not configured is none', () => {
  expect(parseHighAvailability('HA not enabled\n')).toEqual({ kind: 'absent', line: 'HA not enabled' });
});

test('a pair without its synchronisation was cut', () => {
  const text =
    '  Local Information:\n    State: active (last 1 days)\n  Peer Information:\n    Connection status: up\n    State: passive\n';
  const sync = '  Configuration Synchronization:\n    Enabled: yes\n';

  expect(parseHighAvailability(text)).toMatchObject({ reason: 'cut' });
  expect(parseHighAvailability(`${text}${sync}`)).toMatchObject({ reason: 'cut' });
  expect(parseHighAvailability(`${text}${sync}    Running Configuration: not synchronized\n`)).toMatchObject({
    readings: [{}, {}, {}, { kind: 'config-state', values: { synchronised: 'not synchronized' } }],
  });
});

test('its own clock is no server', () => {
  expect(parseNtp('NTP state:\n    NTP synched to LOCAL\n')).toMatchObject({
    readings: [{ values: { synchronised: 0 } }],
  });
});

test('system info without its end was cut', () => {
  const text = 'hostname: a\nuptime: 2 days, 2:38:49\nmodel: PA-1\nsw-version: 10.1.1\n';

  expect(parseSystemInfo(text)).toMatchObject({ reason: 'cut' });
  expect(parseSystemInfo(`${text}operational-mode: normal\n`)).toMatchObject({
    readings: [{}, { values: { seconds: 182_329 } }, {}],
  });
});
