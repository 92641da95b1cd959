import { expect, test } from 'vitest';
import { parseLicense } from '../../../../../electron/engine/vendors/comware/license';
import { parseLocalUser } from '../../../../../electron/engine/vendors/comware/local-user';
import { parseTransceivers } from '../../../../../electron/engine/vendors/comware/transceiver';
import type { Parsed } from '../../../../../electron/engine/vendors/platform';

const subjects = (parsed: Parsed): unknown =>
  parsed.kind === 'readings' ? parsed.readings.map(({ subject }) => subject) : parsed;

const title = (port: string): string => `${port} transceiver diagnostic information:\n`;
const columns = '    Temp.(C) Voltage(V)  Bias(mA)  RX power(dBm)  TX power(dBm)\n';
const now = `  Current diagnostic parameters:\n${columns}    36 3.31 6.84 -3.51 -2.38\n`;
const limits = `  Alarm thresholds:\n${columns}    High  73 3.80 16.50 1.00 1.00\n    Low   -3 2.81 1.00 -11.90 -10.30\n`;
const absent = '  The transceiver is absent.\n';

test('bays without a module stand beside modules', () => {
  expect(subjects(parseTransceivers(title('XGE1/0/1') + absent + title('XGE1/0/2') + now + limits))).toEqual([
    'XGE1/0/2',
  ]);
  expect(parseTransceivers(title('XGE1/0/1') + absent)).toEqual({
    kind: 'absent',
    line: 'The transceiver is absent.',
  });
});

test.each([
  'Error: The transceiver is absent.',
  'The transceiver does not support this function.',
  'The combo port is inactive.',
  'This interface does not support this function.',
])('%s: a port without measures', (sentence) => {
  expect(subjects(parseTransceivers(`${title('GE1/0/1')}  ${sentence}\n${title('XGE1/0/2')}${now}`))).toEqual([
    'XGE1/0/2',
  ]);
});

test('a sentence on something else is not read', () => {
  expect(parseTransceivers(`${title('GE1/0/1')}  The transceiver is on fire.\n`)).toMatchObject({
    reason: 'not-understood',
  });
});

test('a module without limits has none', () => {
  expect(parseTransceivers(title('GE1/0/1') + now)).toMatchObject({
    readings: [{ values: { rxPowerDbm: -3.51, rxAlarmLowDbm: null } }],
  });
});

const account = (name: string): string => `Device management user ${name}:\n  State:                     Active\n`;

test('accounts of release 7 are counted above them', () => {
  expect(subjects(parseLocalUser(`Total 2 local users matched.\n\n${account('a')}${account('b')}`))).toEqual([
    'a',
    'b',
  ]);
});

const licence = (type: string, state: string, left?: string): string =>
  `Feature: MACSEC\nLicense Type: ${type}\n${left === undefined ? '' : `Time Left (days): ${left}\n`}Current State: ${state}\n`;

test('a permanent licence is good only while it is used', () => {
  expect(parseLicense(licence('Permanent', 'In use'))).toMatchObject({ readings: [{ values: { permanent: 1 } }] });
  expect(parseLicense(licence('Permanent', 'Expired'))).toMatchObject({
    readings: [{ values: { permanent: 0 }, status: 'Expired' }],
  });
});

test('licences of two boards keep their place', () => {
  const text = `Slot 0:\n${licence('Permanent', 'In use')}Slot 1:\n${licence('Permanent', 'In use')}`;

  expect(subjects(parseLicense(text))).toEqual(['Slot 0/MACSEC', 'Slot 1/MACSEC']);
});

test.each<readonly [string, (text: string) => Parsed, string, string]>([
  ['a module cut before its row', parseTransceivers, title('GE1/0/1') + now.split('    36')[0], 'cut'],
  ['a title alone', parseTransceivers, title('GE1/0/1'), 'cut'],
  ['a module with one limit', parseTransceivers, title('GE1/0/1') + now + limits.split('    Low')[0], 'cut'],
  ['a first module without a row', parseTransceivers, title('GE1/0/1') + title('GE1/0/2') + absent, 'not-understood'],
  ['a row of four numbers', parseTransceivers, title('GE1/0/1') + now.replace(' -2.38', ''), 'not-understood'],
  ['a power that is no number', parseTransceivers, title('GE1/0/1') + now.replace('-3.51', 'low'), 'not-understood'],
  [
    'two rows for one module',
    parseTransceivers,
    title('GE1/0/1') + now + '    36 3.31 6.84 -30.51 -2.38\n',
    'not-understood',
  ],
  ['no module', parseTransceivers, 'hello\n', 'not-understood'],
  ['fewer accounts than announced', parseLocalUser, `Total 2 local users matched.\n\n${account('a')}`, 'cut'],
  ['an account without its state', parseLocalUser, 'Device management user a:\n', 'cut'],
  ['a first account without its state', parseLocalUser, `Device management user a:\n${account('b')}`, 'not-understood'],
  [
    'more accounts than announced',
    parseLocalUser,
    `${account('a')}${account('b')}Total 1 local users matched.\n`,
    'not-understood',
  ],
  ['a licence without its state', parseLicense, 'Feature: MACSEC\nLicense Type: Permanent\n', 'cut'],
  [
    'a licence of a term that is no number',
    parseLicense,
    licence('Days restricted', 'In use', 'soon'),
    'not-understood',
  ],
  ['no licence at all', parseLicense, 'hello\n', 'not-understood'],
])('%s: not read', (_what, parse, text, reason) => {
  expect(parse(text)).toMatchObject({ kind: 'unreadable', reason });
});
