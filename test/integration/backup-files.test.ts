import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeviceSpec } from '../../electron/lab/device-spec';
import { startFleet } from '../../electron/lab/fleet';
import { inventoryFile } from '../../electron/lab/inventory-file';
import { openLedger } from '../../electron/engine/store/ledger/open-ledger';
import { runHeadless } from '../support/run-headless';
import { silentLog } from '../support/silent-log';

// Two runs with one history on one switch: what the first one kept is what the second one may not spoil.
const path = '/flash/working/vcboot.cfg';
const commands = ['show system', 'show running-directory', 'show health'];
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'xunjian-backup-'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Said = {
  readonly verdict: string;
  readonly findings: readonly {
    check: string;
    level: string;
    reason: string;
    code: string | null;
    unit: string | null;
  }[];
  readonly files: readonly { path: string; way: string; sha256: string }[];
};

/** One run over one switch on a fixed port, so that both runs mean the same device. */
async function run(name: string, spec: Partial<DeviceSpec>, settings: object = {}): Promise<Said> {
  const device: DeviceSpec = { name: 'SW-1', personality: 'os6860-aos8', password: 'Backup.Run-1', ...spec };
  const fleet = await startFleet([device], { hostKeyDir: join(folder, 'keys') });
  try {
    const devices: object[] = JSON.parse(inventoryFile(fleet.devices));
    const asked = devices.map((device) => ({ ...device, commands }));
    writeFileSync(join(folder, 'inventory.json'), JSON.stringify(asked));
    writeFileSync(join(folder, 'settings.json'), JSON.stringify({ budgets: { fileMs: 1500 }, ...settings }));
    const out = join(folder, name);
    const places = ['--inventory', join(folder, 'inventory.json'), '--out', out, '--data', join(folder, 'data')];
    const more = ['--settings', join(folder, 'settings.json'), '--accept-new-host-keys', '--json', '--formats', 'html'];
    const { events } = await runHeadless(['run', ...places, ...more], {
      env: { XUNJIAN_MASTER_PASSWORD: 'Correct.Horse-1' },
    });
    expect(events.at(-1)).toMatchObject({ event: 'run-finished' });
    const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as { devices: [Said] };
    return report.devices[0];
  } finally {
    await fleet.close();
  }
}

function kept(): readonly { path: string; sha256: string; bytes: number }[] {
  const { ledger } = openLedger(join(folder, 'data', 'ledger.sqlite'), silentLog);
  try {
    const [device] = ledger.outcomes.latest();
    return device === undefined ? [] : ledger.snapshots.ofDevice(device.deviceId);
  } finally {
    ledger.close();
  }
}

const backupOf = ({ findings }: Said) =>
  findings.filter(({ check }) => check === 'config-backup').map(({ level, reason, code }) => [level, reason, code]);

test.each(['sftp-short', 'sftp-stalls'] as const)(
  'after %s the last good copy is still the newest, and the report says so',
  async (fault) => {
    rmSync(join(folder, 'data'), { recursive: true, force: true });
    const first = await run('first', { port: 28_411 });
    const good = kept();

    const second = await run('second', { port: 28_411, fault });

    expect([first.verdict, backupOf(first)]).toEqual(['pass', [['pass', 'status-good', null]]]);
    expect(good.map(({ path: name, sha256 }) => [name, sha256])).toEqual([[path, first.files[0]?.sha256]]);
    expect(kept().filter(({ path: name }) => name === path)).toEqual(good);
    expect(second.verdict).not.toBe('pass');
    // What runs is there all the same, from the command line.
    expect(second.files.map(({ way }) => way)).toEqual(['cli']);
    expect(second.findings.find(({ check, level }) => check === 'config-backup' && level === 'unknown')).toMatchObject({
      code: fault === 'sftp-short' ? 'files.short' : 'files.timeout',
      unit: 's',
    });
    expect(readFileSync(join(folder, 'second', 'report.html'), 'utf8')).toContain('前取回的副本仍然保留');
  },
  60_000,
);

test('the connection test tries FTP where the settings allow it', async () => {
  const fleet = await startFleet([{ name: 'SW-1', personality: 'os6860-aos8', fault: 'no-sftp', ftp: 'works' }]);
  try {
    const [inventory, settings] = [join(folder, 'tested.json'), join(folder, 'allowing.json')];
    writeFileSync(inventory, inventoryFile(fleet.devices));
    writeFileSync(settings, JSON.stringify({ allowFtp: true, locale: 'en' }));
    const words = ['test', '--inventory', inventory, '--accept-new-host-keys', '--json'];
    const without = await runHeadless(words);
    const allowed = await runHeadless([...words, '--settings', settings]);

    expect([without.code, without.events.map(({ fileWay }) => fileWay)]).toEqual([0, ['cli']]);
    expect([allowed.code, allowed.events.map(({ fileWay }) => fileWay)]).toEqual([0, ['ftp']]);
  } finally {
    await fleet.close();
  }
}, 60_000);

test('FTP is used where the settings allow it, and makes the device 注意', async () => {
  rmSync(join(folder, 'data'), { recursive: true, force: true });
  const spec = { port: 28_412, fault: 'no-sftp', ftp: 'works' } as const;

  const without = await run('without', spec);
  // A lab that is started anew is a device that has restarted: nothing to compare with here.
  rmSync(join(folder, 'data'), { recursive: true, force: true });
  const allowed = await run('allowed', spec, { allowFtp: true });

  expect([without.verdict, without.files.map(({ way }) => way)]).toEqual(['pass', ['cli']]);
  expect([allowed.verdict, allowed.files.map((file) => [file.way, file.path])]).toEqual(['warn', [['ftp', path]]]);
  expect(allowed.findings.filter(({ level }) => level === 'warn').map(({ check }) => check)).toEqual(['ftp-in-use']);
  expect(readFileSync(join(folder, 'allowed', 'report.html'), 'utf8')).toContain('使用 FTP');
}, 60_000);
