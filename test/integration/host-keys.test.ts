import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { inventoryFile } from '../../electron/lab/inventory-file';
import { withFleet } from '../support/lab';
import { runHeadless } from '../support/run-headless';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xunjian-host-keys-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const verbs = {
  test: (...more: string[]) => ['test', '--inventory', join(folder, 'i.json'), '--json', ...more],
  record: (...more: string[]) => [
    ...['record', '--inventory', join(folder, 'i.json'), '--out', join(folder, 'recordings'), '--json'],
    ...more,
  ],
};

test.each(['test', 'record'] as const)('%s refuses a new key that was not accepted, before any password', (verb) =>
  withFleet([{ name: 'SW-1', personality: 'os6860-aos8' }], async (fleet) => {
    writeFileSync(join(folder, 'i.json'), inventoryFile(fleet.devices));

    const result = await runHeadless(verbs[verb]());

    expect(result.code).toBe(1);
    expect(result.events).toMatchObject([{ device: 'SW-1', code: 'ssh.host-key-new' }]);
    expect(fleet.stats().loginTries).toBe(0);
  }),
);

test.each(['test', 'record'] as const)('%s gives no password to a key that has changed since a run', (verb) =>
  withFleet([{ name: 'SW-1', personality: 'os6860-aos8' }], async (fleet) => {
    writeFileSync(join(folder, 'i.json'), inventoryFile(fleet.devices));
    const kept = ['--accept-new-host-keys', '--data', join(folder, 'data')];
    await runHeadless(['run', '--inventory', join(folder, 'i.json'), '--out', join(folder, 'out'), ...kept]);
    const before = fleet.stats().loginTries;
    const same = await runHeadless(verbs[verb](...kept));
    const known = fleet.stats().loginTries;
    fleet.devices[0]?.changeHostKey();

    const changed = await runHeadless(verbs[verb](...kept));

    expect([same.code, before, known]).toEqual([0, 1, 2]);
    expect(changed.code).toBe(1);
    expect(changed.events).toMatchObject([{ device: 'SW-1', code: 'ssh.host-key-changed' }]);
    expect(fleet.stats().loginTries).toBe(known);
  }),
);
