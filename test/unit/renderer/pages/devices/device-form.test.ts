import { expect, test } from 'vitest';
import type { DeviceRow } from '../../../../../shared/contract/devices';
import { DeviceInput } from '../../../../../shared/model/device';
import { DeviceId, SecretRef } from '../../../../../shared/model/ids';
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
