import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { answer } from '../../electron/app/ipc-server';
import { compose } from '../../electron/compose';
import { createFilter, createRedactor } from '../../electron/compose/first-parts';
import type { LabDevice } from '../../electron/lab/device-spec';
import { startSinks, type Sinks } from '../../electron/lab/sinks/start-sinks';
import { lineLog } from '../../electron/line-log';
import { nodeTexts } from '../../electron/node-texts';
import { appWorld } from '../support/app-world';
import {
  account,
  canaryCount,
  filesBelow,
  formCount,
  knownSecrets,
  plantedLog,
  plantedText,
  pushToken,
  search,
  weakSecrets,
} from '../support/canaries';
import { withFleet } from '../support/lab';
import { runHeadless } from '../support/run-headless';

// Secrets are planted wherever one can be, and looked for wherever anything is written or said. A gap in the wall of any
// one place shows here; what each place lets through is told in the tests of the filter.
let folder: string;
let sinks: Sinks;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xunjian-canaries-'));
  sinks = await startSinks();
});

afterEach(async () => {
  await sinks.close();
  rmSync(folder, { recursive: true, force: true });
});

const commands = ['show running-config', 'show logging'];
const [strong = ''] = knownSecrets.slice(weakSecrets.length);

/** A device that prints every planted secret: in its banner, its prompt, a configuration and a log. */
function talkative(protocol: 'ssh' | 'telnet'): string {
  const place = join(folder, protocol);
  mkdirSync(join(place, 'outputs'), { recursive: true });
  writeFileSync(join(place, 'outputs', 'planted.txt'), plantedText);
  writeFileSync(join(place, 'outputs', 'log.txt'), plantedLog);
  const own = { 'show running-config': 'planted.txt', 'show logging': 'log.txt' };
  const personality = {
    extends: 'ngfw-telnet',
    about: { 'zh-CN': '泄密者', en: 'One who tells' },
    protocol,
    banner: [`welcome, the word is ${strong}`, '\u009d0;title\u009c\u001b]52;c;YQ==\u0007'],
    commands: own,
    keyCommand: 'show logging',
  };
  writeFileSync(join(place, 'personality.json'), JSON.stringify(personality));
  return place;
}

const specs = () =>
  (['ssh', 'telnet'] as const).map((protocol, index) => ({
    name: ['core-sw-01', 'edge'][index] ?? '',
    personality: talkative(protocol),
    username: account,
    // The first two devices log in with the name of one of them and with a short word.
    password: [weakSecrets[2], weakSecrets[0]][index] ?? '',
  }));

/** The devices that answer, and others that are skipped and hold the rest of the secrets. */
function inventory(devices: readonly LabDevice[]): readonly object[] {
  const real = devices.map(({ name, host, port, protocol, platform, username, password }) => ({
    ...{ name, host, port, protocol, platform, username, password, commands },
  }));
  const rest = knownSecrets.filter((secret) => !devices.some(({ password }) => password === secret));
  const others = rest.map((password, index) => ({
    ...{ name: `spare-${index}`, host: '127.0.0.1', port: index + 1, protocol: 'ssh', platform: 'cisco_asa' },
    ...{ username: account, password, skipped: true },
  }));
  return [...real, ...others];
}

function channelSettings() {
  const { host, port } = { host: '127.0.0.1', port: sinks.smtp.port };
  return {
    channels: [
      {
        ...{ kind: 'wxpusher', name: '微信', sendOn: 'always', isEnabled: true },
        options: { baseUrl: sinks.wxpusher.url, uids: ['UID_a'], topicIds: [] },
        secrets: { appToken: { env: 'XUNJIAN_CANARY_TOKEN' } },
      },
      {
        ...{ kind: 'email', name: '邮件', sendOn: 'always', isEnabled: true },
        options: { host, port, security: 'none', username: account, from: 'a@example.com', to: ['b@example.com'] },
        secrets: { password: { env: 'XUNJIAN_CANARY_MAIL' } },
      },
    ],
  };
}

const unreadable = new RegExp(String.raw`[\u0000-\u0008\u000b-\u001f\u007f-\u009f]`);

test('no secret of 50 in 8 forms leaves a run, a recording or a judgement of the command line', async () => {
  await withFleet(specs(), async ({ devices }) => {
    const [list, settings, saved] = ['devices.json', 'settings.json', 'saved.txt'].map((name) => join(folder, name));
    writeFileSync(list ?? '', JSON.stringify(inventory(devices)));
    writeFileSync(settings ?? '', JSON.stringify(channelSettings()));
    writeFileSync(saved ?? '', `edge# show running-config\n${plantedText}edge# show logging\n${plantedLog}edge# `);
    sinks.wxpusher.behave({ kind: 'error', code: 1001, msg: `no such token ${pushToken}, try ${strong}` });
    const env = {
      XUNJIAN_CANARY_TOKEN: pushToken,
      XUNJIAN_CANARY_MAIL: strong,
      XUNJIAN_MASTER_PASSWORD: 'Master.Of.Canaries',
      XUNJIAN_LOG: 'debug',
    };
    const [out, data, tapes] = ['out', 'data', 'tapes'].map((name) => join(folder, name));
    const runWords = ['run', '--inventory', list ?? '', '--out', out ?? '', '--data', data ?? ''];
    const words = [...runWords, '--settings', settings ?? '', '--accept-new-host-keys', '--json'];

    const run = await runHeadless(words, { env });
    const recordWords = ['record', '--inventory', list ?? '', '--out', tapes ?? '', '--accept-new-host-keys', '--json'];
    const tape = await runHeadless(recordWords, { env });
    const judged = await runHeadless(['judge', saved ?? '', '--platform', 'cisco_asa', '--json'], { env });

    const said = [run, tape, judged].flatMap(({ events, stderr }, index) => [
      [`stdout ${index}`, JSON.stringify(events)] as const,
      [`stderr ${index}`, stderr] as const,
    ]);
    const written = [out, data, tapes].flatMap((each) => [...filesBelow(each ?? '')]);
    const received = [['received', JSON.stringify(sinks.received())] as const];
    const places = new Map<string, Uint8Array | string>([...written, ...said, ...received, ['words', words.join(' ')]]);
    const hits = search(places);
    console.log(
      `canaries, command line: ${places.size} places searched, ${hits.length} of ${canaryCount * formCount} found`,
    );
    expect(hits).toEqual([]);
    expect(JSON.stringify(judged.events)).toContain('lost its mate, password=******');
    // It was all there: the devices were read, the reports written, a message arrived, one was refused.
    const read = run.events.filter(
      ({ event, commands: count }) => event === 'device-finished' && count === commands.length + 1,
    );
    expect(read).toHaveLength(devices.length);
    expect([...places.keys()].join(' ')).toMatch(/report\.docx.*bundle\.zip|bundle\.zip.*report\.docx/);
    expect([...places].filter(([place]) => place.includes('transcripts'))).toHaveLength(6);
    expect(sinks.smtp.received).toHaveLength(1);
    expect(run.stderr + tape.stderr + judged.stderr).not.toMatch(unreadable);
    expect([...places.keys()].filter((place) => place.endsWith('personality.json'))).toHaveLength(2);
  });
}, 180_000);

test('no secret of 50 in 8 forms reaches the window, the log or the data folder of the app', async () => {
  await withFleet(specs(), async ({ devices }) => {
    const said: string[] = [];
    const lines: string[] = [];
    const redactor = createRedactor();
    const filter = createFilter(redactor);
    const log = lineLog('debug', (_level, line) => void lines.push(line), filter.text);
    const turn = (key: Uint8Array) => Promise.resolve(key.map((byte) => byte ^ 0x5a));
    const picked = join(folder, 'devices.json');
    writeFileSync(picked, JSON.stringify(inventory(devices)));
    const tell = (value: unknown) => void said.push(JSON.stringify(value));
    const plain = appWorld(join(folder, 'data'));
    const app = compose({
      ...plain,
      ...{ log, redactor, texts: nodeTexts(redactor), notice: tell, onEvents: tell, onOutbox: tell, onState: tell },
      shell: { ...plain.shell, pickFile: () => Promise.resolve(picked), choose: () => Promise.resolve(0) },
      keyStore: { isAvailable: () => Promise.resolve(true), wrap: turn, unwrap: turn },
    });
    const call = async (name: string, input?: unknown): Promise<unknown> => {
      const reply = await answer(name, input, { handlers: app.handlers, log, clean: filter.all });
      tell(reply);
      return reply.ok ? reply.value : undefined;
    };
    await app.start();
    const preview = await call('devices.importPick');
    const { token } = preview as { readonly token: string }; // the preview of a file that was picked
    await call('devices.importConfirm', { token });
    sinks.wxpusher.behave({ kind: 'error', code: 1001, msg: `no such token ${pushToken}, try ${strong}` });
    const [push] = channelSettings().channels;
    const { kind, name, sendOn, isEnabled, options } = push ?? {};
    await call('channels.save', { kind, name, sendOn, isEnabled, options, secretTexts: { appToken: pushToken } });

    await call('runs.start', { deviceIds: [] });
    while (app.services.runner.current() !== null) await new Promise((resolve) => setImmediate(resolve));
    await app.services.outbox.idle();
    const [run] = app.services.ledger.runs.list(1);
    const runId = run?.id;
    const [one, other] = app.services.inventory.list();
    const asked = [
      ...['app.info', 'devices.list', 'channels.list', 'settings.get', 'vault.status'].map((name) => [name] as const),
      ...['channels.outbox', 'reports.list', 'runs.list'].map((name) => [name, { limit: 100 }] as const),
      ...['runs.snapshot', 'reports.html', 'reports.docx'].map((name) => [name, { runId }] as const),
      ...[one, other].map((device) => ['runs.device', { runId, deviceId: device?.id }] as const),
    ];
    const values = await Promise.all(asked.map(([name, input]) => call(name, input)));
    expect(asked.filter((_, index) => values[index] === undefined)).toEqual([]);
    await app.stop();

    const places = new Map<string, Uint8Array | string>([
      ...filesBelow(join(folder, 'data')),
      ...said.map((text, index) => [`said ${index}`, text] as const),
      ...lines.map((text, index) => [`log ${index}`, text] as const),
      ['received', JSON.stringify(sinks.received())],
    ]);
    const hits = search(places);
    console.log(`canaries, app: ${places.size} places searched, ${hits.length} of ${canaryCount * formCount} found`);
    expect(hits).toEqual([]);
    expect(said.join('')).toContain('device-output');
    expect(run?.counts).toMatchObject({ unknown: expect.any(Number) });
  });
}, 180_000);
