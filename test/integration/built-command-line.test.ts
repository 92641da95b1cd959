import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { startFleet } from '../../electron/lab/fleet';
import type { Fleet } from '../../electron/lab/device-spec';
import { startSinks, type Sinks } from '../../electron/lab/sinks/start-sinks';
import { verbOptions } from '../../electron/headless/arguments';
import { ended, shellWords, type Ended } from '../support/command-line';
import { inventoryBytes, type InventoryFormat } from '../support/inventory-files';
import { runHeadless } from '../support/run-headless';

// The command line as it is built, started as people start it, with nothing in it replaced.
const specs = [
  { name: '核心-8', personality: 'os6860-aos8', password: 'Built.Line-8x' },
  { name: '接入-6', personality: 'os6450-aos6', password: 'Built.Line-6x' },
];
const secrets = { smtp: 'built-mail-4471', wxpusher: 'AT_builtLineToken', wecom: 'builtLineCorpSecret-91' };
const formats: readonly InventoryFormat[] = ['xlsx', 'csv', 'json'];

let folder: string;
let fleet: Fleet;
let sinks: Sinks;
const inventory = (format: InventoryFormat): string => join(folder, `设备.${format}`);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xunjian-built-'));
  fleet = await startFleet(specs);
  sinks = await startSinks({
    smtp: { login: { username: 'noc@example.com', password: secrets.smtp } },
    wxpusher: { appToken: secrets.wxpusher },
    wecom: { corpSecret: secrets.wecom },
  });
  for (const format of formats) writeFileSync(inventory(format), inventoryBytes(fleet.devices, format));
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ version: 1, channels: channels() }));
  mkdirSync(join(folder, '旧输出目录', 'alcatel_aos', 'show-fan'), { recursive: true });
  writeFileSync(join(folder, '旧输出目录', 'alcatel_aos', 'show-fan', '核心1.txt'), fan);
});

afterAll(async () => {
  await Promise.all([fleet.close(), sinks.close()]);
  rmSync(folder, { recursive: true, force: true });
});

const fan = 'Chassis Fan    Status\n-------+---+------\n   1    1   Running\n   1    2   Running\n-> ';

/** All three channels, as a settings file names them: secrets by the variable that holds them. */
function channels(): readonly object[] {
  const common = { isEnabled: true, sendOn: 'always' };
  const { smtp, wxpusher, wecom } = sinks;
  return [
    {
      ...common,
      kind: 'email',
      options: {
        host: smtp.host,
        port: smtp.port,
        security: 'none',
        username: 'noc@example.com',
        from: 'noc@example.com',
        to: ['zhang.wei@example.com'],
      },
      secrets: { password: { env: 'BUILT_SMTP' } },
    },
    {
      ...common,
      kind: 'wxpusher',
      options: { baseUrl: wxpusher.url, uids: ['UID_builtLine'], topicIds: [] },
      secrets: { appToken: { env: 'BUILT_WXPUSHER' } },
    },
    {
      ...common,
      kind: 'wecom-app',
      options: {
        baseUrl: wecom.url,
        corpId: 'ww0000000000000000',
        agentId: 1000002,
        toUser: ['zhangwei'],
        toParty: [],
        toTag: [],
      },
      secrets: { corpSecret: { env: 'BUILT_WECOM' } },
    },
  ];
}

const textOf = (path: string): string => readFileSync(path, 'utf8');
const events = (stdout: string): readonly Record<string, unknown>[] =>
  stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>); // the command's own promise

/** The names of the devices in each of the reports of a folder; a report that is not there holds none. */
function namesInReports(out: string): Readonly<Record<string, readonly string[]>> {
  const path = (name: string) => join(out, `report.${name}`);
  const texts = {
    docx: strFromU8(unzipSync(readFileSync(path('docx')))['word/document.xml'] ?? new Uint8Array()),
    html: textOf(path('html')),
    json: textOf(path('json')),
  };
  return Object.fromEntries(
    Object.entries(texts).map(([format, text]) => [
      format,
      specs.map(({ name }) => name).filter((each) => text.includes(each)),
    ]),
  );
}

describe.each(formats)('an inventory as %s', (format) => {
  test('is shown by import, with every device usable', async () => {
    const { code, stdout } = await ended(process.execPath, [
      'build/headless.mjs',
      'import',
      inventory(format),
      '--json',
    ]);
    const [preview] = events(stdout) as { rows?: { isUsable: boolean; device: { name: string } }[] }[];

    expect(code).toBe(0);
    expect(preview?.rows?.filter(({ isUsable }) => isUsable).map(({ device }) => device.name)).toEqual(
      specs.map(({ name }) => name),
    );
  });

  test('is inspected, and every report opens and names every device', async () => {
    const out = join(folder, `out-${format}`);
    const words = ['run', '--inventory', inventory(format), '--out', out, '--accept-new-host-keys', '--json'];
    const { code, events: said } = await runHeadless(words);

    expect(code).toBe(0);
    expect(said.at(-1)).toMatchObject({ pass: specs.length, warn: 0, fail: 0, unknown: 0 });
    const all = specs.map(({ name }) => name);
    expect(namesInReports(out)).toEqual({ docx: all, html: all, json: all });
    const zipped = Object.keys(unzipSync(readFileSync(join(out, 'bundle.zip'))));
    expect(zipped).toEqual(expect.arrayContaining(['report.docx', 'report.html']));
    expect(readdirSync(join(out, 'transcripts'))).toHaveLength(specs.length);
    expect(readdirSync(join(out, 'configs'), { recursive: true }).length).toBeGreaterThanOrEqual(specs.length);
  });
});

test('mail and both pushes arrive, the mail with the zip', async () => {
  const out = join(folder, 'out-messages');
  const words = ['run', '--inventory', inventory('xlsx'), '--out', out, '--settings', join(folder, 'settings.json')];
  const env = { BUILT_SMTP: secrets.smtp, BUILT_WXPUSHER: secrets.wxpusher, BUILT_WECOM: secrets.wecom };
  const { code, events: said } = await runHeadless([...words, '--accept-new-host-keys', '--json'], { env });
  const [mail] = sinks.smtp.received;
  const zipped = Object.keys(unzipSync(mail?.files[0]?.content ?? new Uint8Array()));

  expect(code).toBe(0);
  expect(said.filter(({ event }) => event === 'message').map(({ state }) => state)).toEqual(
    Array<string>(3).fill('accepted'),
  );
  expect(mail?.to).toEqual(['zhang.wei@example.com']);
  expect(zipped).toEqual(expect.arrayContaining(['report.docx', 'report.html']));
  expect(sinks.wxpusher.received).toHaveLength(1);
  expect(sinks.wecom.received).toHaveLength(1);
});

test('a file comes by FTP where settings allow it and nothing else is offered', async () => {
  const spec = {
    name: '老-8',
    personality: 'os6860-aos8',
    fault: 'no-sftp',
    ftp: 'works',
    password: 'Built.Old-8x',
  } as const;
  const old = await startFleet([spec]);
  onTestFinished(() => old.close());
  const path = join(folder, 'old.json');
  writeFileSync(path, inventoryBytes(old.devices, 'json'));
  writeFileSync(join(folder, 'ftp.json'), JSON.stringify({ allowFtp: true }));
  const words = ['--inventory', path, '--accept-new-host-keys', '--json', '--no-report'];
  await runHeadless(['run', ...words, '--out', join(folder, 'out-no-ftp')]);
  const readWithout = old.stats().filesRead;
  const { events: said } = await runHeadless([
    'run',
    ...words,
    '--out',
    join(folder, 'out-ftp'),
    '--settings',
    join(folder, 'ftp.json'),
  ]);

  expect(readWithout).toBe(0);
  expect(old.stats().filesRead).toBeGreaterThan(0);
  expect(said.at(-1)).toMatchObject({ event: 'run-finished', warn: 1 });
  expect(existsSync(join(folder, 'out-ftp', 'report.docx'))).toBe(false);
});

describe('exit codes', () => {
  const run = (...words: string[]): Promise<Ended> =>
    ended(process.execPath, ['build/headless.mjs', ...words, '--lang', 'en'], { BUILT_SMTP: secrets.smtp });

  test('1 when a device does not answer', async () => {
    const device = { ...fleet.devices[0], name: 'nobody', port: 1 };
    const path = join(folder, 'nobody.json');
    writeFileSync(path, JSON.stringify([{ ...device, expected: undefined, record: undefined }]));

    expect((await run('run', '--inventory', path, '--out', join(folder, 'out-nobody'))).code).toBe(1);
    expect((await run('test', '--inventory', path)).code).toBe(1);
    expect((await run('record', '--inventory', path, '--out', join(folder, 'rec-nobody'))).code).toBe(1);
  });

  test('2 when nothing could be told', async () => {
    const place = join(folder, 'cut', 'alcatel_aos', 'show-fan');
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'a.txt'), fan.replace(/-> $/, ''));

    expect((await run('judge', join(folder, 'cut'))).code).toBe(2);
  });

  test.each([
    ['no verb', []],
    ['a verb that is none', ['inspect']],
    ['an option that is none', ['run', '--inventry', 'x']],
    ['a file that is not there', ['import', 'no-such-file.xlsx']],
    ['settings whose secret is set nowhere', ['test', '--inventory', 'INVENTORY', '--settings', 'SETTINGS']],
  ])('64 with words about %s', async (_name, words) => {
    const real: Readonly<Record<string, string>> = {
      INVENTORY: inventory('csv'),
      SETTINGS: join(folder, 'settings.json'),
    };
    const { code, stdout, stderr } = await run(...words.map((word) => real[word] ?? word));

    expect([code, stdout]).toEqual([64, '']);
    expect(stderr).not.toMatch(/^\s+at /m);
    if (words[0] === undefined || words[0] === 'inspect')
      for (const verb of Object.keys(verbOptions)) expect(stderr).toContain(`headless ${verb} `);
  });
});

test.each(Object.keys(verbOptions))('headless %s --help ends with 0 and stands on stdout alone', async (verb) => {
  const { code, stdout, stderr } = await ended(process.execPath, ['build/headless.mjs', verb, '--help']);

  expect([code, stderr]).toEqual([0, '']);
  expect(stdout).toContain(`headless ${verb} `);
});

describe("the README's examples", () => {
  const examples = [...textOf('README.md').matchAll(/^npm run --silent headless -- (.*)$/gm)].map(([, line = '']) =>
    shellWords(line),
  );

  test('show every verb', () => {
    expect(examples.map(([verb]) => verb).toSorted()).toEqual(Object.keys(verbOptions).toSorted());
  });

  test.each(examples.map((words) => [words.join(' '), words] as const))(
    'npm run headless -- %s',
    async (_line, words) => {
      const [verb = ''] = words;
      const out = join(folder, `readme-${verb}`);
      const real: Readonly<Record<string, string>> = {
        '设备.xlsx': inventory('xlsx'),
        输出目录: out,
        目录: out,
        旧输出目录: join(folder, '旧输出目录'),
      };
      const { code, stdout } = await ended('npm', [
        'run',
        '--silent',
        'headless',
        '--',
        ...words.map((word) => real[word] ?? word),
      ]);

      // Nothing about the words or the program is wrong; 1 is what a device or its key made of it.
      expect([0, 1]).toContain(code);
      const names = specs.map(({ name }) => name);
      if (verb === 'judge') expect(events(stdout)).toMatchObject([{ platform: 'alcatel_aos', verdict: 'pass' }]);
      else if (verb === 'run') expect(namesInReports(out)).toEqual({ docx: names, html: names, json: names });
      else for (const name of names) expect(stdout).toContain(name);
      if (verb === 'record') {
        expect(readdirSync(out).filter((name) => !name.startsWith('.'))).toHaveLength(specs.length);
        const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
        for (const { parentPath, name } of files)
          for (const { password } of specs) expect(textOf(join(parentPath, name))).not.toContain(password);
      }
    },
  );
});

test('what the examples name is nothing that a run leaves in the project', () => {
  for (const name of ['输出目录', '目录', '旧输出目录', '设备.xlsx']) expect(existsSync(name)).toBe(false);
});
