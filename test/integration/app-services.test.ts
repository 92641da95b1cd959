import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compose, type Composition } from '../../electron/compose';
import type { World } from '../../electron/compose/world';
import { demoSpecs } from '../../electron/lab/demo-fleet';
import { inventoryFile } from '../../electron/lab/inventory-file';
import { startSinks, type Sinks } from '../../electron/lab/sinks/start-sinks';
import { RunId } from '../../shared/model/ids';
import type { Run } from '../../shared/model/run';
import { appWorld } from '../support/app-world';
import { withFleet } from '../support/lab';

// The app without its desktop, in plain Node: the handlers that the window calls, on real stores, devices and services.
let folder: string;
let sinks: Sinks;
let notices: string[];
let picked: string | null;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xunjian-app-'));
  sinks = await startSinks();
  notices = [];
  picked = null;
});

afterEach(async () => {
  await sinks.close();
  rmSync(folder, { recursive: true, force: true });
});

function world(): World {
  const plain = appWorld(join(folder, 'data'));
  const shell = { ...plain.shell, pickFile: () => Promise.resolve(picked), pickTarget: () => Promise.resolve(picked) };
  return { ...plain, shell, notice: ({ body }) => void notices.push(body) };
}

async function started(): Promise<Composition> {
  const app = compose(world());
  await app.start();
  await app.handlers['vault.useSession'](undefined);
  return app;
}

async function addPush({ handlers }: Composition): Promise<void> {
  const options = { baseUrl: sinks.wxpusher.url, uids: ['UID_a'], topicIds: [] };
  const secretTexts = { appToken: 'AT_integrationTestToken' };
  await handlers['channels.save']({
    kind: 'wxpusher',
    name: '微信',
    isEnabled: true,
    sendOn: 'always',
    options,
    secretTexts,
  });
}

async function ended({ services }: Composition): Promise<Run> {
  while (services.runner.current() !== null) await new Promise((resolve) => setImmediate(resolve));
  await services.outbox.idle();
  const run = services.ledger.runs.list(1)[0];
  if (run === undefined) throw new Error('no run');
  return run;
}

test('nothing of an import is saved before it is confirmed, and its passwords go to the vault alone', async () => {
  await withFleet(demoSpecs, async (fleet) => {
    const app = await started();
    picked = join(folder, 'devices.json');
    writeFileSync(picked, inventoryFile(fleet.devices));

    const preview = await app.handlers['devices.importPick'](undefined);
    const before = await app.handlers['devices.list'](undefined);
    const done = await app.handlers['devices.importConfirm']({ token: preview?.token ?? '' });
    const after = await app.handlers['devices.list'](undefined);

    expect(before).toEqual([]);
    expect(done).toEqual({ added: 4, updated: 0, left: 0 });
    expect(after.map(({ name }) => name)).toEqual(demoSpecs.map(({ name }) => name));
    expect(JSON.stringify([preview, after])).not.toContain('Demo.');
    await expect(app.handlers['devices.importConfirm']({ token: preview?.token ?? '' })).rejects.toThrow(
      'inventory.token-expired',
    );
    await app.stop();
  });
});

test('a run over the demo devices ends with reports, a message, and can be sent again', async () => {
  const app = await started();
  await addPush(app);
  await app.handlers['app.startDemo'](undefined);
  await app.handlers['runs.start']({ deviceIds: [] });
  const run = await ended(app);
  const [row] = await app.handlers['reports.list']({ limit: 5 });
  const again = await app.handlers['reports.sendAgain']({ runId: run.id, channelIds: [] });
  await app.services.outbox.idle();

  expect(run).toMatchObject({
    state: 'finished',
    trigger: 'manual',
    counts: { pass: 1, warn: 1, fail: 1, unknown: 1 },
  });
  expect(row?.files.map(({ format }) => format)).toEqual(expect.arrayContaining(['docx', 'json', 'bundle']));
  expect(again.queued).toBe(1);
  expect(sinks.wxpusher.received).toHaveLength(2);
  expect(notices).toHaveLength(1);
  await app.stop();
});

test('a run that the last life left going is told as cut off, once, however often the program starts', async () => {
  const first = await started();
  await addPush(first);
  const counts = { pass: 0, warn: 0, fail: 0, unknown: 0 };
  const id = RunId.parse('20261122-080000-test');
  const run: Run = {
    id,
    trigger: 'schedule',
    state: 'running',
    startedAt: 1,
    endedAt: null,
    devices: 3,
    counts,
    folder: join(folder, 'data', 'runs', id),
  };
  first.services.ledger.runs.begin(run);
  await first.stop();

  for (let life = 0; life < 2; life += 1) {
    const app = await started();
    await app.services.outbox.idle();
    await app.stop();
  }
  const last = await started();

  expect(last.services.ledger.runs.find(id)).toMatchObject({ state: 'cut-off' });
  expect(last.services.ledger.outbox.ofRun(id)).toHaveLength(1);
  expect(notices).toHaveLength(1);
  await last.stop();
});

test('two runs at once are refused, and stopping one leaves every device with an outcome', async () => {
  const slow = demoSpecs.map((spec) => ({ ...spec, thinkMs: 400 }));
  await withFleet(slow, async (fleet) => {
    const app = await started();
    picked = join(folder, 'devices.json');
    writeFileSync(picked, inventoryFile(fleet.devices));
    const preview = await app.handlers['devices.importPick'](undefined);
    await app.handlers['devices.importConfirm']({ token: preview?.token ?? '' });
    const { runId } = await app.handlers['runs.start']({ deviceIds: [] });
    const second = () => app.handlers['runs.start']({ deviceIds: [] });

    expect(second).toThrow('run.already-running');
    await app.handlers['runs.cancel']({ runId });
    const run = await ended(app);
    const snapshot = await app.handlers['runs.snapshot']({ runId });
    expect(run.state).toBe('cancelled');
    expect(snapshot?.devices.map(({ verdict, code }) => [verdict, code])).toEqual(
      demoSpecs.map(() => ['unknown', 'device.cancelled']),
    );
    expect(fleet.stats().openConnections).toBe(0);
    await app.stop();
  });
});

test('a schedule saved, paused and resumed does not fire for the pause', async () => {
  const app = await started();
  const saved = await app.handlers['schedule.save']({
    name: '每小时',
    isEnabled: true,
    when: { kind: 'interval', minutes: 60 },
    deviceIds: [],
  });
  await app.handlers['schedule.pause']({ isPaused: true });
  const paused = await app.handlers['schedule.list'](undefined);
  app.services.ledger.schedules.setFired(saved.id, Date.now() - 5 * 3_600_000);
  await app.handlers['schedule.pause']({ isPaused: false });
  const resumed = await app.handlers['schedule.list'](undefined);

  expect(paused[0]?.nextAt).toBeNull();
  expect(resumed[0]?.nextAt).toBeGreaterThan(Date.now() + 59 * 60_000);
  expect(() =>
    app.handlers['schedule.save']({
      name: 'x',
      isEnabled: true,
      when: { kind: 'cron', expression: '99 * * * *' },
      deviceIds: [],
    }),
  ).toThrow('schedule.bad-expression');
  await app.stop();
});

test('a folder of the user that a row of the history names is never removed', async () => {
  const app = await started();
  await app.handlers['settings.save']({ ...(await app.handlers['settings.get'](undefined)), keepRuns: 1 });
  const documents = join(folder, 'documents');
  mkdirSync(documents);
  writeFileSync(join(documents, 'thesis.docx'), 'mine');
  for (const [id, place] of [
    ['20261120-080000-aaaa', documents],
    ['20261120-090000-bbbb', folder],
    ['20261120-100000-cccc', join(folder, 'data')],
  ] as const) {
    const run = { id: RunId.parse(id), trigger: 'manual', state: 'finished', startedAt: 1, endedAt: 2 } as const;
    app.services.ledger.runs.begin({
      ...run,
      devices: 0,
      counts: { pass: 0, warn: 0, fail: 0, unknown: 0 },
      folder: place,
    });
  }
  await app.handlers['app.startDemo'](undefined);
  await app.handlers['runs.start']({ deviceIds: [] });
  await ended(app);

  expect(app.services.ledger.runs.list(10)).toHaveLength(1);
  expect(readFileSync(join(documents, 'thesis.docx'), 'utf8')).toBe('mine');
  await app.stop();
});

test('old runs are removed with their folders, as many as are beyond what the user keeps', async () => {
  const app = await started();
  await app.handlers['settings.save']({ ...(await app.handlers['settings.get'](undefined)), keepRuns: 1 });
  await app.handlers['app.startDemo'](undefined);
  const first = (await app.handlers['runs.start']({ deviceIds: [] })).runId;
  await ended(app);
  await app.handlers['runs.start']({ deviceIds: [] });
  const run = await ended(app);

  expect(app.services.ledger.runs.list(10).map(({ id }) => id)).toEqual([run.id]);
  expect(() => readFileSync(join(folder, 'data', 'runs', first, 'report.json'))).toThrow('ENOENT');
  await app.stop();
});
