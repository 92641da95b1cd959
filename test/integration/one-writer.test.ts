import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { compose } from '../../electron/compose';
import { lockFolder } from '../../electron/engine/store/folder-lock';
import { openLedger } from '../../electron/engine/store/ledger/open-ledger';
import { startFleet } from '../../electron/lab/fleet';
import { inventoryFile } from '../../electron/lab/inventory-file';
import { appWorld } from '../support/app-world';
import { runHeadless } from '../support/run-headless';
import { temporaryFolder } from '../support/store-parts';

async function scene(fault?: 'silent') {
  const folder = temporaryFolder();
  const fleet = await startFleet([{ name: 'SW-1', personality: 'os6860-aos8', password: 'One.Writer-1', fault }]);
  onTestFinished(() => fleet.close());
  writeFileSync(join(folder, 'i.json'), inventoryFile(fleet.devices));
  const words = (out: string, ...more: string[]) => [
    ...['run', '--inventory', join(folder, 'i.json'), '--out', join(folder, out), '--json', '--accept-new-host-keys'],
    ...['--connect-timeout-ms', '3000', ...more],
  ];
  return { folder, fleet, words };
}

test('a folder is held by one, its holder is told, and it is free again afterwards', () => {
  const folder = temporaryFolder();
  const release = lockFolder(folder, 'the first');

  expect(() => lockFolder(folder, 'the second')).toThrow(
    expect.objectContaining({
      code: 'data.in-use',
      params: { folder, program: 'the first', pid: process.pid, since: expect.any(String) },
    }),
  );
  release();
  release();
  lockFolder(folder, 'the second')();
});

test('a lock ends with its holder, also by kill -9', async () => {
  const { folder, words } = await scene('silent');
  const child = spawn(process.execPath, ['build/headless.mjs', ...words('out')], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await once(child.stdout, 'data');
  const mark = join(folder, 'out', '.xunjian');
  expect(() => lockFolder(mark, 'a test')).toThrow('data.in-use');
  child.kill('SIGKILL');
  await once(child, 'close');

  lockFolder(mark, 'a test')();
});

test.each(['out', 'data'] as const)(
  'a second run on the same %s says so, and leaves the first one alone',
  async (what) => {
    const { folder, words } = await scene('silent');
    const data = join(folder, 'data');
    const more = what === 'data' ? ['--data', data] : [];
    let second: ReturnType<typeof runHeadless> | undefined;
    const first = await runHeadless(words('out', ...more), {
      onLine: (line) => {
        if (line.includes('run-started')) second = runHeadless(words(what === 'out' ? 'out' : 'other', ...more));
      },
    });
    const refused = await second;

    expect([refused?.code, refused?.events]).toEqual([75, []]);
    expect(refused?.stderr).toContain('headless');
    expect(first.events.at(-1)).toMatchObject({ event: 'run-finished', fail: 1 });
    const { ledger } = openLedger(join(what === 'data' ? data : join(folder, 'out', '.xunjian'), 'ledger.sqlite'));
    const states = ledger.runs.list(10).map(({ state }) => state);
    ledger.close();
    expect(states).toEqual(['finished']);
  },
);

test('a run on the folder of a living app says so, and the app goes on', async () => {
  const { folder, words } = await scene();
  const data = join(folder, 'data');
  const app = compose(appWorld(data));
  await app.start();

  const refused = await runHeadless(words('out', '--data', data));

  expect([refused.code, refused.events]).toEqual([75, []]);
  expect(refused.stderr).toContain('Xunjian 巡检台');
  expect(app.services.ledger.runs.list(10)).toEqual([]);
  await app.stop();
  expect((await runHeadless(words('out', '--data', data))).code).toBe(0);
});

test('an app on the folder of a living run does not start, and the run is not taken for one that was cut off', async () => {
  const { folder, words } = await scene('silent');
  const data = join(folder, 'data');
  const refusals: unknown[] = [];
  const first = await runHeadless(words('out', '--data', data), {
    onLine: (line) => {
      if (!line.includes('run-started')) return;
      try {
        compose(appWorld(data));
      } catch (cause) {
        refusals.push(cause);
      }
    },
  });

  expect(refusals).toMatchObject([{ code: 'data.in-use', params: { program: 'headless' } }]);
  expect(first.events.at(-1)).toMatchObject({ event: 'run-finished', fail: 1 });
  const app = compose(appWorld(data));
  await app.start();
  expect(app.services.ledger.runs.list(10).map(({ state }) => state)).toEqual(['finished']);
  await app.stop();
});

test('a second app on the folder of a living one does not start', async () => {
  const data = join(temporaryFolder(), 'data');
  const app = compose(appWorld(data));
  await app.start();

  expect(() => compose(appWorld(data))).toThrow('data.in-use');
  await app.stop();
  await compose(appWorld(data)).stop();
});

test.each(['test', 'record'] as const)('%s writes no host key into a folder that a living app uses', async (verb) => {
  const { folder } = await scene();
  const data = join(folder, 'data');
  const app = compose(appWorld(data));
  await app.start();
  const out = verb === 'record' ? ['--out', join(folder, 'tapes')] : [];
  const words = [verb, '--inventory', join(folder, 'i.json'), ...out, '--data', data, '--json'];

  const refused = await runHeadless([...words, '--accept-new-host-keys']);

  expect([refused.code, refused.events]).toEqual([75, []]);
  await app.stop();
  expect((await runHeadless([...words, '--accept-new-host-keys'])).code).toBe(0);
});

test('a recording never takes the place of another one, nor of a file of the user', async () => {
  const { folder } = await scene();
  const out = join(folder, 'tapes');
  mkdirSync(join(out, 'alcatel_aos'), { recursive: true });
  writeFileSync(join(out, 'alcatel_aos', 'personality.json'), 'mine');
  const words = ['record', '--inventory', join(folder, 'i.json'), '--out', out, '--accept-new-host-keys', '--json'];

  const [first, second] = [await runHeadless(words), await runHeadless(words)];

  expect(first.events).toMatchObject([{ folder: join(out, 'alcatel_aos-2') }]);
  expect(second.events).toMatchObject([{ folder: join(out, 'alcatel_aos-3') }]);
  expect(readdirSync(join(out, 'alcatel_aos'))).toEqual(['personality.json']);
});

test('what the command line writes is for its user alone, whatever the shell allows', async () => {
  const { folder, words } = await scene();
  const before = process.umask(0);
  onTestFinished(() => void process.umask(before));
  const { code } = await runHeadless(words('out'));

  const modes = readdirSync(join(folder, 'out'), { recursive: true, withFileTypes: true }).map((entry) => {
    const { mode } = statSync(join(entry.parentPath, entry.name));
    return [entry.name, (mode & 0o777).toString(8)];
  });
  expect(code).toBe(0);
  expect(modes.length).toBeGreaterThan(10);
  expect(modes.filter(([, mode]) => mode !== '600' && mode !== '700')).toEqual([]);
});

test('settings with a byte-order mark are read as without it', async () => {
  const { folder, words } = await scene();
  writeFileSync(join(folder, 's.json'), `\uFEFF${JSON.stringify({ locale: 'en' })}`);

  const { code, stderr } = await runHeadless(words('out', '--settings', join(folder, 's.json')));

  expect([code, stderr]).toEqual([0, expect.stringContaining('SW-1')]);
});

test('a folder that may not be written is told in a sentence', async () => {
  const { folder, words } = await scene();
  mkdirSync(join(folder, 'file'), { recursive: true });
  writeFileSync(join(folder, 'file', '.xunjian'), 'in the way');
  chmodSync(join(folder, 'file', '.xunjian'), 0o600);

  const { stderr } = await runHeadless(words('file'));

  expect(stderr).not.toContain('    at ');
});
