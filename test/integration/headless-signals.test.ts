import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { demoSpecs } from '../../electron/lab/demo-fleet';
import { inventoryFile } from '../../electron/lab/inventory-file';
import { startSinks } from '../../electron/lab/sinks/start-sinks';
import { withFleet } from '../support/lab';
import { runHeadless } from '../support/run-headless';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xunjian-headless-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const words = (...more: string[]) => [
  'run',
  '--inventory',
  join(folder, 'i.json'),
  '--out',
  join(folder, 'out'),
  '--json',
  ...more,
];

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends a hanging run at once, with sessions closed and the end told', async (signal, code) => {
  const hanging = { name: '卡住的设备', personality: 'os6860-aos8', fault: 'hang-mid-command' } as const;
  await withFleet([hanging], async (fleet) => {
    writeFileSync(join(folder, 'i.json'), inventoryFile(fleet.devices));
    let signalledAt = 0;
    const result = await runHeadless(words('--accept-new-host-keys'), {
      onLine: (line, kill) => {
        if (!line.includes('run-started')) return;
        const isAtWork = setInterval(() => {
          if ((fleet.devices[0]?.record.sessions[0]?.commands.length ?? 0) < 3) return;
          clearInterval(isAtWork);
          signalledAt = performance.now();
          kill(signal);
        }, 10);
      },
    });
    const tookMs = performance.now() - signalledAt;

    expect(result.code).toBe(code);
    expect(result.events.at(-1)).toMatchObject({ event: 'run-finished' });
    // Not the time that the hanging command would be waited for.
    expect(tookMs).toBeLessThan(10_000);
    expect(fleet.stats().openConnections).toBe(0);
  });
});

test('bad arguments and a missing inventory end with 64 and say what is wrong', async () => {
  const unknown = await runHeadless(['run', '--inventroy', 'x']);
  const missing = await runHeadless(['run', '--inventory', join(folder, 'none.xlsx'), '--out', folder]);
  const nothing = await runHeadless([]);

  expect([unknown.code, missing.code, nothing.code]).toEqual([64, 64, 64]);
  expect(unknown.stderr).toContain('--inventroy');
  expect(missing.stderr).toContain('none.xlsx');
  expect(nothing.stderr).toContain('headless run');
});

test('without --accept-new-host-keys an unknown key is refused before any password', async () => {
  await withFleet([{ name: '新设备', personality: 'os6860-aos8' }], async (fleet) => {
    writeFileSync(join(folder, 'i.json'), inventoryFile(fleet.devices));

    const result = await runHeadless(words());

    expect(result.code).toBe(2);
    expect(result.events.find(({ event }) => event === 'device-finished')).toMatchObject({
      code: 'ssh.host-key-new',
      phase: 'host-key',
    });
    expect(fleet.stats().loginTries).toBe(0);
  });
});

test('settings name secrets by environment variable; messages are sent and stand in report.json', async () => {
  const sinks = await startSinks();
  await withFleet([demoSpecs[0] ?? { name: 'x', personality: 'os6860-aos8' }], async (fleet) => {
    writeFileSync(join(folder, 'i.json'), inventoryFile(fleet.devices));
    const wxpusher = {
      kind: 'wxpusher',
      name: '微信',
      options: { baseUrl: sinks.wxpusher.url, uids: ['UID_a'] },
      secrets: { appToken: { env: 'TEST_TOKEN' } },
    };
    const wecom = {
      kind: 'wecom-app',
      name: '企业微信',
      options: { baseUrl: sinks.wecom.url, corpId: 'ww1', agentId: 1, toUser: ['a'] },
      secrets: { corpSecret: { env: 'TEST_SECRET' } },
    };
    writeFileSync(join(folder, 's.json'), JSON.stringify({ locale: 'en', channels: [wxpusher, wecom] }));
    sinks.wecom.behave({ at: 'gettoken', reply: { kind: 'error', errcode: 40001, errmsg: 'invalid credential' } });

    const env = { TEST_TOKEN: 'AT_headlessTestToken', TEST_SECRET: 'headless-test-secret' };
    const result = await runHeadless(words('--accept-new-host-keys', '--settings', join(folder, 's.json')), { env });
    const report = JSON.parse(readFileSync(join(folder, 'out', 'report.json'), 'utf8')) as {
      messages: { channelKind: string; state: string }[];
    };
    const written = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));

    // All devices are well, and one message was refused.
    expect(result.code).toBe(3);
    expect(result.events.at(-1)).toMatchObject({
      event: 'run-finished',
      messages: { accepted: 1, waiting: 0, refused: 1, maybe: 0 },
    });
    const { run } = result.events.find(({ event }) => event === 'run-started') ?? {};
    expect(result.events.filter(({ event }) => event === 'message').map((event) => event['run'])).toEqual([run, run]);
    expect(
      result.events.filter(({ event }) => event === 'message').map(({ channel, state }) => [channel, state]),
    ).toEqual(
      expect.arrayContaining([
        ['wxpusher', 'accepted'],
        ['wecom-app', 'refused'],
      ]),
    );
    expect(report.messages.map(({ channelKind, state }) => [channelKind, state]).toSorted()).toEqual([
      ['wecom-app', 'refused'],
      ['wxpusher', 'accepted'],
    ]);
    expect(sinks.wxpusher.received).toHaveLength(1);
    expect(written.filter((text) => Object.values(env).some((secret) => text.includes(secret)))).toEqual([]);
  });
  await sinks.close();
});

test('without a report transcripts, configurations and history are written, and the message still goes out', async () => {
  const sinks = await startSinks();
  await withFleet([{ name: '核心', personality: 'os6860-aos8' }], async (fleet) => {
    writeFileSync(join(folder, 'i.json'), inventoryFile(fleet.devices));
    const options = { baseUrl: sinks.wxpusher.url, uids: ['UID_a'] };
    const wxpusher = { kind: 'wxpusher', name: '微信', options, secrets: { appToken: { env: 'TEST_TOKEN' } } };
    writeFileSync(join(folder, 's.json'), JSON.stringify({ channels: [wxpusher] }));

    const more = ['--accept-new-host-keys', '--no-report', '--settings', join(folder, 's.json')];
    const result = await runHeadless(words(...more), { env: { TEST_TOKEN: 'AT_headlessTestToken' } });

    expect(result.code).toBe(0);
    expect(readdirSync(join(folder, 'out')).toSorted()).toEqual(['.xunjian', 'configs', 'transcripts']);
    expect(readdirSync(join(folder, 'out', '.xunjian'))).toContain('ledger.sqlite');
    expect(result.events.find(({ event }) => event === 'message')).toMatchObject({ state: 'accepted' });
    expect(sinks.wxpusher.received).toHaveLength(1);
  });
  await sinks.close();
});
