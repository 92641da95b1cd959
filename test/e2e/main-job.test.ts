import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { setMasterPassword } from '../../build/demo-channels';
import type { DrivenApp } from '../../build/app-driver';
import { demoSecrets } from '../../build/demo-channels';
import { demoSpecs } from '../../electron/lab/demo-fleet';
import { desktopNotifications, filesHolding, masterPassword, setScene, until, type Scene } from './scene';

// One person's first day, in order: each test goes on where the one before ended.
let scene: Scene;
let app: DrivenApp;

beforeAll(async () => {
  // Answers come with a pause, so that the live output can be seen while the run is going on.
  scene = await setScene(demoSpecs.map((spec) => ({ ...spec, thinkMs: 250 })));
  app = await scene.start();
});

afterAll(async () => {
  await scene.end();
});

test('the first start asks how to keep secrets, then offers import, one device, or the demo', async () => {
  await setMasterPassword(app.page, masterPassword);

  await app.page.getByTestId('first-start-import').waitFor();
  expect(await app.page.getByTestId('first-start-add').count()).toBe(1);
  expect(await app.page.getByTestId('first-start-demo').count()).toBe(1);
});

test("the predecessor's workbook is shown before anything is saved, then imported", async () => {
  await app.chooseFile(await scene.writeWorkbook());
  await app.page.getByTestId('first-start-import').click();
  await app.page.getByTestId('import-row').first().waitFor();
  const rows = await app.page.getByTestId('import-row').count();
  const before = await app.call('devices.list', undefined);
  await app.page.getByTestId('import-confirm').click();
  await app.page.getByTestId('device-row').first().waitFor();

  expect(rows).toBe(demoSpecs.length);
  expect(before).toEqual([]);
  expect(await app.page.getByTestId('device-row').count()).toBe(demoSpecs.length);
});

test('a test message shows what the service itself answered', async () => {
  await scene.addChannels(app);
  await app.page.getByTestId('nav-channels').click();
  const channel = app.page.locator('[data-testid=channel-row][data-channel-kind=wxpusher]');
  await channel.getByTestId('channel-test').click();
  const result = app.page.getByTestId('channel-test-result').first();
  await result.waitFor();

  expect(await result.getAttribute('data-delivery')).toBe('accepted');
  expect(scene.sinks.wxpusher.received).toHaveLength(1);
});

test('a run started from the tray menu shows its output live', async () => {
  app.chooseFromTray(1);
  await app.page.getByTestId('nav-run').click();
  const device = app.page.locator(`[data-testid=live-device][data-device-name="${demoSpecs[0]?.name}"]`);
  await device.click();
  const seen = await until('the output of show system in the terminal', async () => {
    const text = await app.page.getByTestId('live-terminal').innerText();
    const { state } = await app.call('app.info', undefined);
    return text.includes('show system') ? { isRunning: state.running !== null } : undefined;
  });

  expect(seen.isRunning).toBe(true);
  const snapshot = await until('the end of the run', async () => {
    const { state } = await app.call('app.info', undefined);
    return state.running === null ? ((await app.call('runs.snapshot', { runId: null })) ?? undefined) : undefined;
  });
  expect(snapshot.run).toMatchObject({
    trigger: 'tray',
    state: 'finished',
    counts: { pass: 1, warn: 1, fail: 1, unknown: 1 },
  });
});

test('the report opens in the window, as HTML and as the Word file', async () => {
  await app.page.getByTestId('nav-reports').click();
  await app.page.getByTestId('report-row').first().click();
  await app.page.getByTestId('report-open-html').click();
  await app.page.getByTestId('report-preview-frame').waitFor();
  const html = await app.page.frameLocator('[data-testid=report-preview-frame]').locator('body').innerText();
  await app.page.getByTestId('report-open-docx').click();
  const word = app.page.getByTestId('report-preview-docx');
  await word.getByText('网络巡检报告').first().waitFor();

  for (const { name } of demoSpecs) expect(html).toContain(name);
  expect(await word.innerText()).toContain('签');
});

test('the desktop notification is shown, and mirrored word for word to the WeChat channels', async () => {
  const shown = await until('the notification', () => desktopNotifications().find(({ body }) => body.includes('4 台')));
  await until('three messages accepted', async () => {
    const entries = await app.call('channels.outbox', { limit: 20 });
    return entries.filter(({ state }) => state === 'accepted').length === 3 ? true : undefined;
  });
  const wxpusher = scene.sinks.wxpusher.received.at(-1);
  const wecom = scene.sinks.wecom.received.at(-1);
  const mail = scene.sinks.smtp.received.at(-1);

  expect(
    wxpusher?.body
      .replace(/<[^>]+>/g, '')
      .trim()
      .startsWith(shown.body),
  ).toBe(true);
  expect(wecom?.body.startsWith(shown.body)).toBe(true);
  expect(mail?.to).toEqual(['zhang.wei@example.com', 'li.na@example.com']);
  expect(mail?.attachments.map(({ name }) => name)).toEqual([expect.stringMatching(/\.zip$/)]);
});

test('closing the window hides it, the tray brings it back, quitting ends the program', async () => {
  const isVisible = () =>
    app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()));
  await app.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const hidden = await isVisible();
  app.chooseFromTray(2);
  await until('the window', async () => ((await isVisible())[0] === true ? true : undefined));
  await app.quit();

  expect(hidden).toEqual([false]);
});

test('no password, token or master password is anywhere in the data folder', () => {
  const secrets = [
    ...scene.fleet.devices.map(({ password }) => password),
    ...Object.values(demoSecrets),
    masterPassword,
  ];

  expect(existsSync(join(scene.data, 'vault.json'))).toBe(true);
  expect(filesHolding(scene.data, secrets)).toEqual([]);
  // The search itself works: what must be in the archives is found there.
  expect(filesHolding(scene.data, ['show health']).some((place) => place.includes('bundle.zip!'))).toBe(true);
});
