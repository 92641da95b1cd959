import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { startFleet } from '../../electron/lab/fleet';
import { inventoryFile } from '../../electron/lab/inventory-file';
import { runHeadless } from '../support/run-headless';
import { temporaryFolder } from '../support/store-parts';

async function fleetIn(folder: string) {
  const fleet = await startFleet([{ name: 'access-8', personality: 'os6860-aos8', password: 'Out.Folder-8' }]);
  const devices: unknown[] = JSON.parse(inventoryFile(fleet.devices));
  const write = (commands: readonly string[]) =>
    writeFileSync(
      join(folder, 'inventory.json'),
      JSON.stringify(devices.map((device) => Object.assign({}, device, { commands }))),
    );
  const run = (out: string) =>
    runHeadless([
      ...['run', '--inventory', join(folder, 'inventory.json'), '--out', out, '--json', '--accept-new-host-keys'],
      ...['--connect-timeout-ms', '3000', '--formats', 'html'],
    ]);
  return { fleet, write, run };
}

const below = (folder: string) =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
        .sort()
    : [];

test('a run into the folder of an earlier one keeps the last good configuration and everything of the user', async () => {
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  const { fleet, write, run } = await fleetIn(folder);
  write(['show system', 'show fan']);
  await run(out);
  const configs = below(join(out, 'configs'));
  const good = configs.map((name) => readFileSync(join(out, 'configs', name), 'utf8'));
  writeFileSync(join(out, 'configs', 'notes.txt'), 'mine');
  writeFileSync(join(out, 'transcripts', 'access-8', 'my-own.txt'), 'mine');
  writeFileSync(join(out, 'thesis.docx'), 'mine');
  write(['show system']);
  await run(out);
  const second = below(join(out, 'transcripts'));
  await fleet.close();
  const { code } = await run(out);

  expect(configs.length).toBeGreaterThan(0);
  expect(second.filter((name) => name.includes('show-fan'))).toEqual([]);
  expect(code).toBe(1);
  expect(below(join(out, 'configs'))).toEqual([...configs, 'notes.txt'].sort());
  expect(configs.map((name) => readFileSync(join(out, 'configs', name), 'utf8'))).toEqual(good);
  expect(below(join(out, 'transcripts'))).toEqual(['access-8/my-own.txt']);
  expect(readFileSync(join(out, 'thesis.docx'), 'utf8')).toBe('mine');
  // Nothing old passes for new, and nothing of the user's is mailed.
  expect(Object.keys(unzipSync(readFileSync(join(out, 'bundle.zip')))).sort()).toEqual(['report.html', 'report.json']);
}, 60_000);

test('a list that was tampered with reaches nothing outside the folder, nor through a link', async () => {
  const folder = temporaryFolder();
  const out = join(folder, 'out');
  const { fleet, write, run } = await fleetIn(folder);
  write(['show system']);
  mkdirSync(join(out, '.xunjian'), { recursive: true });
  mkdirSync(join(folder, 'documents'));
  writeFileSync(join(folder, 'documents', 'a.txt'), 'mine');
  symlinkSync(join(folder, 'documents'), join(out, 'linked'));
  writeFileSync(join(out, '.xunjian', 'written.txt'), '"../documents/a.txt"\n"linked/a.txt"\n"linked"\n');
  await run(out);
  await fleet.close();

  expect(readFileSync(join(folder, 'documents', 'a.txt'), 'utf8')).toBe('mine');
  expect(existsSync(join(out, 'linked'))).toBe(true);
}, 60_000);

test.each(['report.docx', 'bundle.zip', 'configs', 'transcripts'])(
  'a folder that holds somebody else’s %s is refused before any device is asked',
  async (name) => {
    const folder = temporaryFolder();
    const out = join(folder, 'out');
    const { fleet, write, run } = await fleetIn(folder);
    write(['show system']);
    mkdirSync(out);
    writeFileSync(join(out, name), 'mine');
    const { code, stderr } = await run(out);
    const { sessions } = fleet.device('access-8').record;
    await fleet.close();

    expect(code).toBe(64);
    expect(stderr).toContain(name);
    expect(sessions).toEqual([]);
    expect(readFileSync(join(out, name), 'utf8')).toBe('mine');
  },
);
