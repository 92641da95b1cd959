import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createHostKeyStore } from '../../../../electron/engine/store/host-key-store';
import { keepingLog, temporaryFolder } from '../../../support/store-parts';

const record = {
  host: '192.0.2.10',
  port: 22,
  algorithm: 'ssh-ed25519',
  fingerprint: 'SHA256:one',
  firstSeenAt: 1_000,
};

test('a key seen first is trusted and remembered after a restart', () => {
  const folder = temporaryFolder();
  const store = createHostKeyStore({ folder, log: keepingLog() });

  expect(store.find('192.0.2.10', 22)).toBeUndefined();
  expect(store.trustNew(record)).toBe(true);

  const again = createHostKeyStore({ folder, log: keepingLog() });
  expect(again.find('192.0.2.10', 22)).toEqual(record);
  expect(again.find('192.0.2.10', 2222)).toBeUndefined();
  expect(again.list()).toEqual([record]);
});

test('another key for a known address is never trusted as new', () => {
  const store = createHostKeyStore({ folder: temporaryFolder(), log: keepingLog() });
  store.trustNew(record);

  expect(store.trustNew({ ...record, fingerprint: 'SHA256:two' })).toBe(false);
  expect(store.trustNew(record)).toBe(true);
  expect(store.find('192.0.2.10', 22)?.fingerprint).toBe('SHA256:one');
});

test('in strict mode a new key is refused and not remembered', () => {
  const store = createHostKeyStore({ folder: temporaryFolder(), log: keepingLog(), mayTrustNew: () => false });

  expect(store.trustNew(record)).toBe(false);
  expect(store.list()).toEqual([]);
});

test('a forgotten key may be another one next time', () => {
  const folder = temporaryFolder();
  const store = createHostKeyStore({ folder, log: keepingLog() });
  store.trustNew({ ...record, host: 'SW-Core.example.com' });

  store.forget('sw-core.EXAMPLE.com', 22);

  expect(createHostKeyStore({ folder, log: keepingLog() }).list()).toEqual([]);
  expect(store.trustNew({ ...record, host: 'sw-core.example.com', fingerprint: 'SHA256:two' })).toBe(true);
});

test('a key that cannot be written is known until quit and reported', () => {
  const folder = join(temporaryFolder(), 'data');
  const log = keepingLog();
  const store = createHostKeyStore({ folder, log });
  writeFileSync(folder, 'a file where the folder should be');

  expect(store.trustNew(record)).toBe(true);
  expect(store.find('192.0.2.10', 22)).toEqual(record);
  expect(log.lines.join()).toContain('host key not written');
});

test('keys in quick succession are written together, the first and the last among them', () => {
  const folder = temporaryFolder();
  const waiting: (() => void)[] = [];
  const store = createHostKeyStore({ folder, log: keepingLog(), later: (_ms, work) => waiting.push(work) });
  const kept = () => createHostKeyStore({ folder, log: keepingLog() }).list().length;
  for (const port of [1, 2, 3, 4]) store.trustNew({ ...record, port });

  expect(kept()).toBe(1);
  expect(store.list()).toHaveLength(4);

  waiting.shift()?.();
  expect(kept()).toBe(4);

  waiting.shift()?.();
  expect(waiting).toEqual([]);
});

test('the outdated algorithms of a known device are remembered, those of an unknown one are not', () => {
  const folder = temporaryFolder();
  const store = createHostKeyStore({ folder, log: keepingLog() });
  store.trustNew(record);

  store.noteAlgorithms?.('192.0.2.10', 22, ['ssh-dss']);
  store.noteAlgorithms?.('192.0.2.11', 22, ['ssh-dss']);

  const again = createHostKeyStore({ folder, log: keepingLog() });
  expect(again.list()).toEqual([{ ...record, algorithms: ['ssh-dss'] }]);
});
