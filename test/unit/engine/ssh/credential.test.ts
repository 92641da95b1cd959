import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { credentialOf } from '../../../../electron/engine/ssh/credential';
import type { Target } from '../../../../electron/engine/session/session';

const target: Target = {
  host: '192.0.2.10',
  port: 22,
  protocol: 'ssh',
  username: 'inspector',
  password: 'lab-Secret-1',
  enableSecret: undefined,
};
const privateKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
}).privateKey;

test.each([
  { name: 'the named one', env: { SSH_AUTH_SOCK: '/run/agent' }, platform: 'linux', place: '/run/agent' },
  { name: "Windows' own", env: {}, platform: 'win32', place: '\\\\.\\pipe\\openssh-ssh-agent' },
] as const)('an agent is asked where it listens: $name', async ({ env, platform, place }) => {
  expect(await credentialOf({ ...target, auth: 'agent' }, env, platform)).toMatchObject({
    key: { type: 'agent', place },
  });
});

test.each([{}, { SSH_AUTH_SOCK: '' }])('without an agent there is nothing to log in with: %j', async (env) => {
  expect(await credentialOf({ ...target, auth: 'agent' }, env, 'linux')).toEqual({ code: 'ssh.no-agent' });
});

test('a key is read and goes with the password that may be asked for besides', async () => {
  const credential = await credentialOf({ ...target, auth: 'key', privateKey }, {}, 'linux');

  expect(credential).toMatchObject({ username: 'inspector', password: 'lab-Secret-1', key: { type: 'key' } });
});

test.each([
  [{ auth: 'key' }, 'device.no-credential'],
  [{ auth: 'key', privateKey: 'no key' }, 'ssh.key-unreadable'],
  [{ password: undefined }, 'device.no-credential'],
] as const)('%j cannot log in: %s', async (more, code) => {
  expect(await credentialOf({ ...target, ...more }, {}, 'linux')).toEqual({ code });
});
