import { expect, test } from 'vitest';
import type { DeviceRow } from '../../../../../shared/contract/devices';
import { Bastion } from '../../../../../shared/model/bastion';
import { DeviceInput } from '../../../../../shared/model/device';
import { DeviceId, SecretRef } from '../../../../../shared/model/ids';
import { stepsProblem } from '../../../../../renderer/pages/devices/bastion-form';
import { deviceInput, deviceValues, type DeviceValues } from '../../../../../renderer/pages/devices/device-form';

const stored: DeviceRow = {
  id: DeviceId.parse('d-1'),
  name: 'core',
  host: '192.0.2.1',
  port: 2222,
  protocol: 'ssh',
  platform: 'alcatel_aos',
  username: 'inspector',
  password: SecretRef.parse('device/d-1/password'),
  group: 'HQ',
  comment: '',
  commands: ['show system', 'show fan'],
  isSkipped: false,
  last: null,
};

test('a device that is opened and saved stays as it was, secrets untouched', () => {
  const input = deviceInput(stored, deviceValues(stored) as DeviceValues);

  expect(input).not.toHaveProperty('passwordText');
  expect(input).not.toHaveProperty('enableSecretText');
  expect(DeviceInput.parse(input)).toMatchObject({ id: 'd-1', port: 2222, commands: ['show system', 'show fan'] });
});

test('a typed secret is sent, a cleared one is empty', () => {
  const values = { ...(deviceValues(stored) as DeviceValues), passwordText: 'typed', enableSecretText: '' };

  expect(deviceInput(stored, values)).toMatchObject({ passwordText: 'typed', enableSecretText: '' });
});

test('a new device has no id and fits the contract once name, address and platform are typed', () => {
  const values = { ...deviceValues(null), name: ' new ', host: ' 192.0.2.9 ', platform: 'alcatel_aos' } as DeviceValues;

  const input = deviceInput(null, values);

  expect(DeviceInput.parse(input)).toEqual({
    name: 'new',
    host: '192.0.2.9',
    port: 22,
    protocol: 'ssh',
    platform: 'alcatel_aos',
    username: '',
    group: '',
    comment: '',
    commands: [],
    isSkipped: false,
  });
});

test.each([
  { preset: 'linux', acceptsNewKeys: true, sessions: 3 },
  {
    steps: [
      { wait: 'Opt>', send: '{host}' },
      { wait: '/pass(word|phrase):/i', send: '{password}', isOptional: true },
    ],
    leave: 'quit',
  },
] as const)('a bastion that is opened and saved stays as it was', (way) => {
  const bastion = Bastion.parse(way);
  const device = { ...stored, bastion };

  expect(deviceInput(device, deviceValues(device) as DeviceValues).bastion).toEqual(bastion);
});

test('a bastion that is one no longer is taken away; a device that never was one says nothing', () => {
  const device: DeviceRow = { ...stored, bastion: { preset: 'jumpserver' } };
  const values = { ...(deviceValues(device) as DeviceValues), bastionWay: 'none' } as const;

  expect(deviceInput(device, values).bastion).toBeNull();
  expect(deviceInput(stored, deviceValues(stored) as DeviceValues)).not.toHaveProperty('bastion');
});

test.each([
  ['Opt> => {host}', undefined],
  ['Opt> => {host}\nID> => {address}', { problem: 'unknown-place', line: 2, found: 'ID> => {address}' }],
  ['linux', { problem: 'preset', line: null, found: 'linux' }],
  ['', { problem: 'empty', line: null, found: '' }],
])('the steps %j are checked as they are typed', (text, problem) => {
  expect(stepsProblem(text)).toEqual(problem);
});

test('a password written into a step is refused and not said again', () => {
  const found = stepsProblem('Opt> => {host}\nPassword: => hunter2');

  expect(found).toMatchObject({ problem: 'secret-in-text', line: 2 });
  expect(JSON.stringify(found)).not.toContain('hunter2');
});

test('a port of FTP is kept, changed, and the usual one again when it is cleared', () => {
  const device: DeviceRow = { ...stored, ftpPort: 2121 };
  const values = deviceValues(device) as DeviceValues;

  expect(deviceInput(device, values).ftpPort).toBe(2121);
  expect(deviceInput(device, { ...values, ftpPort: 8021 }).ftpPort).toBe(8021);
  expect(deviceInput(device, { ...values, ftpPort: null }).ftpPort).toBe(21);
  expect(deviceInput(stored, deviceValues(stored) as DeviceValues)).not.toHaveProperty('ftpPort');
});
