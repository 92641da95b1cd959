import { expect, test } from 'vitest';
import { legacyAlgorithms, offeredAlgorithms, weakAmong } from '../../../../electron/engine/ssh/algorithms';

const kinds = ['kex', 'serverHostKey', 'cipher', 'hmac'] as const;

test.each(kinds)('no outdated %s is offered at first', (kind) => {
  const offered = offeredAlgorithms([])[kind] as string[];

  expect(offered.length).toBeGreaterThan(2);
  expect(offered.filter((name) => name in legacyAlgorithms[kind])).toEqual([]);
});

test.each(kinds)('the outdated %s come behind the modern ones', (kind) => {
  const first = offeredAlgorithms([])[kind] as string[];
  const second = offeredAlgorithms('all')[kind] as string[];

  expect(second.slice(0, first.length)).toEqual(first);
  expect(second.length).toBeGreaterThan(first.length);
});

test('the outdated ones in use are named once', () => {
  const weak = weakAmong({
    kex: 'diffie-hellman-group1-sha1',
    serverHostKey: 'ssh-dss',
    cs: { cipher: '3des-cbc', mac: 'hmac-md5' },
    sc: { cipher: '3des-cbc', mac: 'hmac-sha2-256' },
  });

  expect(weak).toEqual(['diffie-hellman-group1-sha1', 'ssh-dss', '3des-cbc', 'hmac-md5']);
});

test.each([
  { key: 'ecdsa-sha2-nistp384', first: ['ecdsa-sha2-nistp384', 'ssh-ed25519'] },
  { key: 'ssh-rsa', first: ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-ed25519'] },
  { key: undefined, first: ['ssh-ed25519'] },
])('a device whose $key key is remembered is asked for that one first', ({ key, first }) => {
  const offered = offeredAlgorithms([], key).serverHostKey as string[];

  expect(offered.slice(0, first.length)).toEqual(first);
});
