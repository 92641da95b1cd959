import { expect, test } from 'vitest';
import { targetOf } from '../../../../electron/engine/run/target-of';
import { Device } from '../../../../shared/model/device';
import { SecretRef } from '../../../../shared/model/ids';

const secrets = new Map([
  ['sw.password', 'switch-secret'],
  ['jump.password', 'jump-secret'],
  ['sw.key', 'text of a key'],
]);
const read = (ref: SecretRef) => secrets.get(ref);
const device = (more: Partial<Record<keyof Device, unknown>>): Device =>
  Device.parse({
    id: 'sw',
    name: '接入-01',
    host: '192.0.2.20',
    port: 22,
    protocol: 'ssh',
    platform: 'alcatel_aos',
    username: 'inspector',
    password: 'sw.password',
    ...more,
  });
const jump = device({
  id: 'j1',
  name: '跳板机',
  host: '192.0.2.1',
  port: 2022,
  username: 'hop',
  password: 'jump.password',
});
const parts = { secrets: { read }, devices: [jump] };

test('a device without anything special is a host, a user and a password', () => {
  expect(targetOf(device({}), parts)).toEqual({
    host: '192.0.2.20',
    port: 22,
    protocol: 'ssh',
    username: 'inspector',
    password: 'switch-secret',
    enableSecret: undefined,
  });
});

test.each(['j1', '跳板机', '192.0.2.1', 'hop@192.0.2.1:2022'])(
  'the jump host %s is found with its own credential',
  (named) => {
    const { jump: way } = targetOf(device({ jump: named }), parts);

    expect(way).toMatchObject({ host: '192.0.2.1', port: 2022, username: 'hop', password: 'jump-secret' });
  },
);

test.each([
  ['ops@198.51.100.7', { host: '198.51.100.7', port: 22, username: 'ops' }],
  ['ops@198.51.100.7:2222', { host: '198.51.100.7', port: 2222, username: 'ops' }],
  ['ops@[2001:db8::7]:2222', { host: '2001:db8::7', port: 2222, username: 'ops' }],
  ['ops@2001:db8::7', { host: '2001:db8::7', port: 22, username: 'ops' }],
])('%s is no device of the list: the account is that of the device', (named, place) => {
  expect(targetOf(device({ jump: named }), parts).jump).toMatchObject({ ...place, password: 'switch-secret' });
});

test.each(['nobody', '没有这台', 'a b'])('the jump host %j is unknown', (named) => {
  expect(() => targetOf(device({ jump: named }), parts)).toThrow(expect.objectContaining({ code: 'ssh.jump-unknown' }));
});

test('jump hosts that point at each other are refused', () => {
  const one = device({ id: 'one', name: 'one', jump: 'two' });
  const two = device({ id: 'two', name: 'two', host: '192.0.2.21', jump: 'one' });

  const ask = () => targetOf(one, { ...parts, devices: [one, two] });

  expect(ask).toThrow(expect.objectContaining({ code: 'ssh.jump-unknown' }));
});

test('a key needs no password, and a password needs to be there', () => {
  const byKey = device({ auth: 'key', password: undefined, privateKey: 'sw.key' });

  expect(targetOf(byKey, parts)).toMatchObject({ auth: 'key', privateKey: 'text of a key', password: undefined });
  const missing = expect.objectContaining({ code: 'device.no-credential' });
  expect(() => targetOf(device({ password: undefined }), parts)).toThrow(missing);
  expect(() => targetOf(device({ auth: 'key' }), parts)).toThrow(missing);
  expect(() => targetOf(device({ username: '' }), parts)).toThrow(missing);
});

test('where FTP listens goes along', () => {
  expect(targetOf(device({ ftpPort: 2121 }), parts).ftpPort).toBe(2121);
  expect(targetOf(device({}), parts)).not.toHaveProperty('ftpPort');
});

const bastion = device({
  id: 'b1',
  name: '堡垒机',
  host: '192.0.2.2',
  username: 'audit',
  bastion: { preset: 'linux' },
});
const withBastion = { secrets: { read }, devices: [jump, bastion, device({ id: 'sw2', jump: '堡垒机', name: 'sw2' })] };

test.each(['ssh', 'telnet'] as const)('a bastion brings the steps to a device of %s', (protocol) => {
  const { jump: way } = targetOf(device({ jump: '堡垒机', protocol }), withBastion);

  expect(way).toMatchObject({ host: '192.0.2.2', username: 'audit' });
  expect(way?.script?.steps[0]?.send).toMatch(new RegExp(`^${protocol} `));
});

test('a device whose credential the bastion holds needs none of its own', () => {
  const target = targetOf(device({ jump: '堡垒机', username: '', password: undefined }), withBastion);

  expect(target).toMatchObject({ username: '', password: undefined });
});

test('nothing is reached through a device that stands behind a bastion itself', () => {
  const ask = () => targetOf(device({ jump: 'sw2' }), withBastion);

  expect(ask).toThrow(expect.objectContaining({ code: 'bastion.chained' }));
});

test('a bastion may stand behind a jump host that forwards', () => {
  const far = device({ id: 'b2', name: 'far', host: '192.0.2.3', jump: 'j1', bastion: { preset: 'jumpserver' } });

  const { jump: way } = targetOf(device({ jump: 'far' }), { ...withBastion, devices: [jump, far] });

  expect(way).toMatchObject({ host: '192.0.2.3', jump: { host: '192.0.2.1' } });
  expect(way?.jump?.script).toBeUndefined();
});
