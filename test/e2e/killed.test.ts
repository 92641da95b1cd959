import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DrivenApp } from '../../build/app-driver';
import { setMasterPassword } from '../../build/demo-channels';
import type { RunId } from '../../shared/model/ids';
import { masterPassword, setScene, until, type Scene } from './scene';

// The program is killed twice over: with a message that waits for its retry, and with a run half done.
let scene: Scene;
let runId: RunId;

beforeAll(async () => {
  scene = await setScene([
    { name: '核心-01', personality: 'os6860-aos8', password: 'Kill.Core-1180' },
    { name: '接入-02', personality: 'os6860-aos8', fault: 'hang-mid-command', password: 'Kill.Access-2290' },
  ]);
});

afterAll(async () => {
  await scene.end();
});

const kill = async (app: DrivenApp) => {
  const closed = app.app.waitForEvent('close', { timeout: 15_000 });
  process.kill(app.pid(), 'SIGKILL');
  await closed;
};

test('killed with -9 in mid-run, with a message still on its way', async () => {
  const app = await scene.start();
  await setMasterPassword(app.page, masterPassword);
  await app.chooseFile(await scene.writeWorkbook());
  await app.page.getByTestId('first-start-import').click();
  await app.page.getByTestId('import-confirm').click();
  await app.page.getByTestId('device-row').first().waitFor();
  await scene.addChannels(app);
  const devices = await app.call('devices.list', undefined);
  const healthy = devices.filter(({ name }) => name === '核心-01').map(({ id }) => id);
  // WeCom is down for the first run's message: it waits in the outbox.
  scene.sinks.wecom.behave({ at: 'gettoken', reply: { kind: 'status', status: 503 } });
  await app.call('runs.start', { deviceIds: healthy });
  const waiting = await until('a message that waits', async () => {
    const entries = await app.call('channels.outbox', { limit: 20 });
    return entries.find(({ state, attempts }) => state === 'queued' && attempts > 0);
  });
  ({ runId } = await app.call('runs.start', { deviceIds: [] }));
  const halfDone = await until('one device done, one at work', async () => {
    const snapshot = await app.call('runs.snapshot', { runId });
    const states = snapshot?.devices.map(({ state }) => state).toSorted();
    return states?.join() === 'finished,running' ? states : undefined;
  });
  await kill(app);

  expect(waiting.channelKind).toBe('wecom-app');
  expect(halfDone).toEqual(['finished', 'running']);
  expect(scene.sinks.wecom.received).toEqual([]);
});

test('after the restart the run is marked as cut off, and every message arrives', async () => {
  const app = await scene.start();
  await app.page.getByTestId('vault-password').fill(masterPassword);
  await app.page.getByTestId('vault-unlock').click();
  await app.page.getByTestId('vault-gate').waitFor({ state: 'detached' });
  await app.page.getByTestId('nav-reports').click();
  const row = app.page.locator(`[data-testid=report-row][data-run-id="${runId}"]`);
  await row.waitFor();
  const entries = await app.call('channels.outbox', { limit: 20 });
  for (const { id } of entries.filter(({ state }) => state === 'queued'))
    await app.call('channels.retry', { entryId: id });
  const settled = await until('all messages settled', async () => {
    const all = await app.call('channels.outbox', { limit: 20 });
    return all.length === 6 && all.every(({ settledAt }) => settledAt !== null) ? all : undefined;
  });
  const outcome = await app.call('runs.snapshot', { runId });

  expect(await row.getAttribute('data-state')).toBe('cut-off');
  expect(settled.map(({ state }) => state)).toEqual(Array.from({ length: 6 }, () => 'accepted'));
  expect(scene.sinks.wecom.received).toHaveLength(2);
  expect(scene.sinks.wxpusher.received).toHaveLength(2);
  expect(scene.sinks.smtp.received).toHaveLength(2);
  expect(outcome?.devices.map(({ device, verdict }) => [device.name, verdict])).toEqual([['核心-01', 'pass']]);
  await app.quit();
});
