import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { compose } from '../../electron/compose';
import { openLedger } from '../../electron/engine/store/ledger/open-ledger';
import { startFleet } from '../../electron/lab/fleet';
import { inventoryFile } from '../../electron/lab/inventory-file';
import { AppError } from '../../shared/errors';
import { appWorld } from '../support/app-world';
import { readEvents, runHeadless } from '../support/run-headless';
import { temporaryFolder } from '../support/store-parts';

// Built before a disk is full.
beforeAll(() => runHeadless([]).then(() => undefined));

async function scene() {
  const folder = temporaryFolder();
  const specs = ['SW-1', 'SW-2', 'SW-3'].map((name) => ({
    name,
    personality: 'os6860-aos8',
    password: `Disk.Fault-${name}`,
  }));
  const fleet = await startFleet(specs);
  onTestFinished(() => fleet.close());
  writeFileSync(join(folder, 'i.json'), inventoryFile(fleet.devices));
  const words = (...more: string[]) => [
    ...['run', '--inventory', join(folder, 'i.json'), '--out', join(folder, 'out'), '--json'],
    ...['--accept-new-host-keys', '--connect-timeout-ms', '3000', ...more],
  ];
  const statesIn = (data: string) => {
    const { ledger } = openLedger(join(data, 'ledger.sqlite'));
    onTestFinished(() => ledger.close());
    return ledger.runs.list(10).map(({ state }) => state);
  };
  return { folder, out: join(folder, 'out'), words, statesIn };
}

/** Runs with a limit on the size of every file, in blocks of 512 bytes: beyond it a write fails as on a full disk. */
function runLimited(blocks: number, words: readonly string[]): Promise<Awaited<ReturnType<typeof runHeadless>>> {
  const startedAt = performance.now();
  const script = `ulimit -f ${blocks}; exec "$0" build/headless.mjs "$@"`;
  const child = spawn('sh', ['-c', script, process.execPath, ...words]);
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  return new Promise((resolve) => {
    child.on('close', (code) => {
      const events = readEvents(said.stdout);
      resolve({ code: code ?? -1, events, stderr: said.stderr, ms: performance.now() - startedAt });
    });
  });
}

test.each([1, 40, 120, 260, 400])(
  'a disk that is full at %i blocks is told in words, fails no more than it must, and the next run is as if nothing was',
  async (blocks) => {
    const { out, words, statesIn } = await scene();

    const limited = await runLimited(blocks, words());

    const finished = limited.events.filter(({ event }) => event === 'device-finished');
    const hasBegun = limited.events.some(({ event }) => event === 'run-started');
    expect(limited.stderr).not.toMatch(/^ {4}at /m);
    expect([1, 74]).toContain(limited.code);
    if (limited.stderr.includes('无法写入')) expect(limited.code).toBe(74);
    if (hasBegun) {
      expect(finished).toHaveLength(3);
      expect(limited.events.findLast(({ event }) => event !== 'message')).toMatchObject({ event: 'run-finished' });
    } else {
      expect(limited.stderr).toMatch(/读写 \S+ 时磁盘出错|磁盘空间不足/);
    }
    // What is told as well has all its files.
    for (const { device, verdict, commands } of finished.filter(({ verdict: told }) => told === 'pass')) {
      const written = readdirSync(join(out, 'transcripts', String(device)));
      expect([device, verdict, written.length]).toEqual([device, verdict, commands]);
    }
    const later = await runHeadless(words());
    expect([later.code, later.events.at(-1)]).toMatchObject([0, { event: 'run-finished', pass: 3 }]);
    expect(statesIn(join(out, '.xunjian'))[0]).toBe('finished');
    expect(statesIn(join(out, '.xunjian'))).not.toContain('running');
  },
  60_000,
);

test('a file of somebody else in the place of one device’s result fails that device alone', async () => {
  const { out, words, statesIn } = await scene();
  await runHeadless(words());
  const configs = join(out, 'configs', 'SW-2');
  const [config = ''] = readdirSync(configs);
  rmSync(join(out, 'transcripts', 'SW-3'), { recursive: true });
  writeFileSync(join(out, 'transcripts', 'SW-3'), 'mine');
  rmSync(join(configs, config));
  mkdirSync(join(configs, config));

  const { code, events, stderr } = await runHeadless(words());

  const ends = events.filter(({ event }) => event === 'device-finished');
  expect(ends.map(({ device, verdict, phase, code: why }) => [device, verdict, phase, why]).toSorted()).toEqual([
    ['SW-1', 'pass', null, null],
    ['SW-2', 'fail', 'save', 'disk.blocked'],
    ['SW-3', 'fail', 'save', 'disk.blocked'],
  ]);
  expect(code).toBe(1);
  expect(events.at(-1)).toMatchObject({ event: 'run-finished', pass: 1, fail: 2 });
  expect(stderr).not.toMatch(/^ {4}at /m);
  expect(readFileSync(join(out, 'transcripts', 'SW-3'), 'utf8')).toBe('mine');
  expect(statesIn(join(out, '.xunjian'))).toEqual(['finished', 'finished']);
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('巡检结果没有保存下来');
}, 60_000);

test.each(['ledger.sqlite', 'lock', 'lock.json', 'host-keys.json', 'vault.json'])(
  'a folder in the place of %s is told in words',
  async (name) => {
    const { folder, words } = await scene();
    mkdirSync(join(folder, 'data', name), { recursive: true });

    const { code, stderr } = await runHeadless(words('--data', join(folder, 'data')), {
      env: { XUNJIAN_MASTER_PASSWORD: 'Master.Of.Disks' },
    });

    expect(stderr).not.toMatch(/^ {4}at /m);
    expect([code, stderr]).toEqual([74, expect.stringContaining(name)]);
    expect(existsSync(join(folder, 'data', name))).toBe(true);
  },
);

test.each(['--settings', '--inventory'] as const)('a folder given as %s is told in words', async (option) => {
  const { folder, words } = await scene();

  const { code, stderr } = await runHeadless([...words(), option, folder]);

  expect(stderr).not.toMatch(/^ {4}at /m);
  expect([64, 74]).toContain(code);
});

test('a ledger of no bytes is set aside and told, and a new one begun', async () => {
  const { out, words, statesIn } = await scene();
  await runHeadless(words());
  truncateSync(join(out, '.xunjian', 'ledger.sqlite'), 0);

  const { code, stderr } = await runHeadless(words());

  expect([code, statesIn(join(out, '.xunjian'))]).toEqual([0, ['finished']]);
  expect(stderr).toContain('ledger set aside');
  expect(readdirSync(join(out, '.xunjian')).some((name) => name.startsWith('ledger.sqlite.damaged-'))).toBe(true);
}, 30_000);

const appFiles = ['settings.json', 'devices.json', 'host-keys.json', 'vault.json', 'ledger.sqlite', 'lock', 'runs'];

test.each(appFiles.flatMap((name) => (['folder', 'nothing', 'rubbish'] as const).map((what) => [name, what] as const)))(
  'the app with %s as a %s starts with a notice, or says in words why it does not',
  async (name, what) => {
    const data = join(temporaryFolder(), 'data');
    mkdirSync(data);
    const path = join(data, name);
    if (what === 'folder') mkdirSync(path);
    else writeFileSync(path, what === 'nothing' ? '' : '\u0000 no file of ours');
    let failure: unknown;
    try {
      const app = compose(appWorld(data));
      await app.start();
      await app.handlers['app.info'](undefined);
      await app.handlers['vault.status'](undefined);
      await app.stop();
    } catch (cause) {
      failure = cause;
    }

    // Nothing that was there is lost.
    const kept = readdirSync(data).filter((each) => each === name || each.startsWith(`${name}.`));
    expect(kept.length).toBeGreaterThan(0);
    if (failure !== undefined) expect(failure).toBeInstanceOf(AppError);
    if (failure instanceof AppError) expect(failure.code).toMatch(/^(?:disk\.|vault\.)/);
  },
);

test('a run whose messages cannot be queued ends, and is told by a notice', async () => {
  const folder = temporaryFolder();
  const fleet = await startFleet([{ name: 'SW-1', personality: 'os6860-aos8', password: 'Queue.Full-1' }]);
  onTestFinished(() => fleet.close());
  const said: string[] = [];
  writeFileSync(join(folder, 'i.json'), inventoryFile(fleet.devices));
  const plain = appWorld(join(folder, 'data'));
  const shell = { ...plain.shell, pickFile: () => Promise.resolve(join(folder, 'i.json')) };
  const app = compose({ ...plain, shell, notice: ({ body }) => void said.push(body) });
  onTestFinished(() => app.stop());
  await app.start();
  await app.handlers['vault.useSession'](undefined);
  const preview = await app.handlers['devices.importPick'](undefined);
  await app.handlers['devices.importConfirm']({ token: preview?.token ?? '' });
  app.services.outbox.enqueue = () => {
    throw new AppError('disk.full', { file: 'ledger.sqlite' });
  };

  const { runId } = await app.handlers['runs.start']({ deviceIds: [] });
  while (app.services.runner.current() !== null) await new Promise((resolve) => setImmediate(resolve));

  expect(app.services.ledger.runs.find(runId)?.state).toBe('finished');
  expect(said.join()).toContain('磁盘空间不足');
});
