import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { startFleet } from '../../electron/lab/fleet';
import { inventoryFile } from '../../electron/lab/inventory-file';
import { startSinks } from '../../electron/lab/sinks/start-sinks';
import { writeInventory } from '../../electron/engine/inventory/write-inventory';
import { aDevice } from '../unit/engine/run/run-parts';
import { runHeadless } from '../support/run-headless';
import { temporaryFolder } from '../support/store-parts';

// The command line as users start it: built, in a process of its own, with every library that it loads when it needs it.

test.each(['xlsx', 'csv', 'json'] as const)('%s is read by `headless import`', async (format) => {
  const file = join(temporaryFolder(), `设备.${format}`);
  writeFileSync(file, await writeInventory([aDevice('核心1'), aDevice('接入2')], format));

  const { status, stdout } = spawnSync('npm', ['run', '--silent', 'headless', '--', 'import', file], {
    encoding: 'utf8',
  });

  expect([status, stdout.split('\n').filter((line) => /核心1|接入2/.test(line)).length]).toEqual([0, 2]);
});

test('one run writes every format, and mail and both pushes arrive', async () => {
  const folder = temporaryFolder();
  const fleet = await startFleet([{ name: 'access-8', personality: 'os6860-aos8', password: 'Built.Line-8' }]);
  const sinks = await startSinks();
  onTestFinished(async () => {
    await fleet.close();
    await sinks.close();
  });
  writeFileSync(join(folder, 'inventory.json'), inventoryFile(fleet.devices));
  const { smtp, wxpusher, wecom } = sinks;
  const mail = { host: smtp.host, port: smtp.port, security: 'none', username: 'noc', from: 'noc@example.com' };
  const channels = [
    {
      kind: 'email',
      name: '邮件',
      options: { ...mail, to: ['ops@example.com'] },
      secrets: { password: { env: 'TEST_MAIL' } },
    },
    {
      kind: 'wxpusher',
      name: '微信',
      options: { baseUrl: wxpusher.url, uids: ['UID_a'] },
      secrets: { appToken: { env: 'TEST_TOKEN' } },
    },
    {
      kind: 'wecom-app',
      name: '企业微信',
      options: { baseUrl: wecom.url, corpId: 'ww1', agentId: 1, toUser: ['a'] },
      secrets: { corpSecret: { env: 'TEST_SECRET' } },
    },
  ];
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ channels }));
  const out = join(folder, 'out');
  const env = { TEST_MAIL: 'built-mail-word', TEST_TOKEN: 'AT_builtTestToken', TEST_SECRET: 'built-test-secret' };
  const { code, events } = await runHeadless(
    [
      ...['run', '--inventory', join(folder, 'inventory.json'), '--out', out, '--json', '--accept-new-host-keys'],
      ...['--settings', join(folder, 'settings.json'), '--formats', 'docx,html'],
    ],
    { env },
  );

  const states = events.filter(({ event }) => event === 'message').map(({ channel, state }) => [channel, state]);
  expect(code).toBe(0);
  for (const kind of ['email', 'wxpusher', 'wecom-app']) expect(states).toContainEqual([kind, 'accepted']);
  expect(smtp.received.map(({ files }) => files.map(({ name }) => name))).toEqual([['bundle.zip']]);
  expect(wxpusher.received).toHaveLength(1);
  expect(wecom.received.length).toBeGreaterThan(0);
  expect(Object.keys(unzipSync(readFileSync(join(out, 'report.docx'))))).toContain('word/document.xml');
  expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('access-8');
}, 60_000);
