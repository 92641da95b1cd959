import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { writePredecessorWorkbook } from '../electron/engine/inventory/predecessor-workbook';
import { demoWorkbook, startDemoFleet } from '../electron/lab/demo-fleet';
import type { Fleet } from '../electron/lab/device-spec';
import { startSinks, type Sinks } from '../electron/lab/sinks/start-sinks';
import type { RunId } from '../shared/model/ids';
import type { RunSnapshot } from '../shared/model/live-run';
import { translate } from '../shared/i18n/translate';
import { launchApp, type DrivenApp } from './app-driver';
import { addDemoChannels, demoSecrets, setMasterPassword } from './demo-channels';

const folder = resolve('out', 'demo');
const say = (line: string) => void process.stdout.write(`${line}\n`);

/** The whole main job in the real app: a workbook in, devices inspected, reports on disk, messages out. */
async function demo(): Promise<number> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const fleet = await startDemoFleet();
  const sinks = await startSinks({
    smtp: { login: { username: 'noc@example.com', password: demoSecrets.smtp } },
    wxpusher: { appToken: demoSecrets.wxpusher },
    wecom: { corpSecret: demoSecrets.wecom },
  });
  const driven = await launchApp(join(folder, 'data'));
  try {
    await prepare(driven, fleet, sinks);
    const runId = await runFromWindow(driven);
    return await show(driven, runId, sinks);
  } finally {
    if (process.argv.includes('--stay')) await stay(driven);
    await driven.quit();
    await sinks.close();
    await fleet.close();
  }
}

/** Sets the master password, imports the workbook, sets up three channels. */
async function prepare(driven: DrivenApp, fleet: Fleet, sinks: Sinks): Promise<void> {
  const { rows, commandsByType } = demoWorkbook(fleet.devices);
  const workbook = join(folder, 'devices.xlsx');
  writeFileSync(workbook, writePredecessorWorkbook(rows, commandsByType, 'predecessor-en'));
  await setMasterPassword(driven.page, randomBytes(12).toString('base64url'));
  await driven.chooseFile(workbook);
  await driven.page.getByTestId('first-start-import').click();
  await driven.page.getByTestId('import-confirm').click();
  await driven.page.getByTestId('devices-table').waitFor();
  const devices = await driven.call('devices.list', undefined);
  say(`导入工作簿 ${workbook}：${devices.length} 台设备`);
  await addDemoChannels(driven, sinks);
}

async function runFromWindow({ page, call }: DrivenApp): Promise<RunId> {
  await page.getByTestId('nav-devices').click();
  await page.getByTestId('run-all').click();
  for (;;) {
    const snapshot = await call('runs.snapshot', { runId: null });
    const state = await call('app.info', undefined);
    if (snapshot !== null && snapshot.run.state !== 'running' && state.state.running === null) return snapshot.run.id;
    await page.waitForTimeout(200);
  }
}

async function show(driven: DrivenApp, runId: RunId, sinks: Sinks): Promise<number> {
  const snapshot = await driven.call('runs.snapshot', { runId });
  if (snapshot === null) throw new Error('the run left no record');
  await messagesSettled(driven, runId);
  const row = (await driven.call('reports.list', { limit: 10 })).find(({ run }) => run.id === runId);
  say('');
  for (const line of await verdictTable(driven, runId, snapshot)) say(line);
  say('\n报告 Reports');
  for (const { name, bytes } of row?.files ?? []) say(`  ${join(snapshot.run.folder, name)}  ${bytes} B`);
  say('\n收到的消息 Messages as the services received them');
  for (const { service, to, title, body, attachments } of sinks.received()) {
    say(`  [${service}] → ${to.join(', ')}`);
    say(`    ${title}`);
    say(`    ${oneLine(body)}`);
    for (const { name, bytes } of attachments) say(`    附件 ${name}  ${bytes} B`);
  }
  const services = new Set(sinks.received().map(({ service }) => service));
  const formats = new Set(row?.files.map(({ format }) => format));
  const isWhole = services.size === 3 && ['docx', 'html', 'bundle'].every((format) => formats.has(format));
  return isWhole ? 0 : 1;
}

async function messagesSettled({ call, page }: DrivenApp, runId: RunId): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    const entries = (await call('channels.outbox', { limit: 50 })).filter((entry) => entry.runId === runId);
    if (entries.length > 0 && entries.every(({ settledAt }) => settledAt !== null)) return;
    await page.waitForTimeout(200);
  }
}

async function verdictTable({ call }: DrivenApp, runId: RunId, { run, devices }: RunSnapshot): Promise<string[]> {
  const lines = [`巡检结果 Verdicts  (${run.id}, ${((run.endedAt ?? run.startedAt) - run.startedAt) / 1000} s)`];
  for (const { device, verdict } of devices) {
    const { findings } = await call('runs.device', { runId, deviceId: device.id });
    const word = translate('zh-CN', `level.${verdict ?? 'unknown'}`);
    const worst = findings.find(({ level }) => level === verdict);
    lines.push(
      `  ${word}  ${device.name}  ${device.protocol}://${device.host}:${device.port}  ${worst?.sentence ?? ''}`,
    );
  }
  const { pass, warn, fail, unknown } = run.counts;
  lines.push(`  ${devices.length} 台：正常 ${pass} · 注意 ${warn} · 异常 ${fail} · 判不了 ${unknown}`);
  return lines;
}

function oneLine(text: string): string {
  const flat = text
    .replace(/<[^>]+>|&nbsp;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return flat.length > 160 ? `${flat.slice(0, 159)}…` : flat;
}

/** With a display the window stays open until the person closes the app. */
async function stay({ app }: DrivenApp): Promise<void> {
  say('\n窗口保持打开：在托盘菜单中选择“退出”即可结束。The window stays open: choose Quit in the tray menu to end.');
  await app.waitForEvent('close', { timeout: 0 });
}

demo().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(70);
  },
);
