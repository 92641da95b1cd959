import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { judgeFiles } from '../../../../electron/engine/judge/judge-files';
import { judgeText, type JudgedText, type JudgeTextInput } from '../../../../electron/engine/judge/judge-text';
import { Thresholds } from '../../../../shared/model/settings';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'xunjian-judge-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function put(path: string, content: string | Uint8Array): Promise<void> {
  const whole = join(folder, path);
  await mkdir(dirname(whole), { recursive: true });
  await writeFile(whole, content);
}

const plain: JudgeTextInput = { platform: undefined, command: undefined, thresholds: Thresholds.parse({}), now: 0 };
async function judged(paths: readonly string[], input: Partial<JudgeTextInput> = {}): Promise<readonly JudgedText[]> {
  const all: JudgedText[] = [];
  for await (const one of judgeFiles({ ...plain, ...input, paths })) all.push(one);
  return all;
}

const aos6Fan = 'Chassis Fan    Status\n-------+---+------\n   1    1   Running\n';

/** The one result of a text that is one answer. */
function onlyResult(file: string, text: string, input: Partial<JudgeTextInput> = {}): JudgedText {
  const [first, ...rest] = judgeText(file, text, { ...plain, ...input });
  if (first === undefined || rest.length > 0) throw new Error('not one answer');
  return first;
}

test('platform and command come from the folders, in the order of names', async () => {
  await put('alcatel_aos/show-fan/b.txt', `${aos6Fan}-> `);
  await put('alcatel_aos/show-fan/a.txt', 'ERROR: Command is not supported on this platform\n');
  await put('alcatel_aos/show-fan/notes.md', 'not an answer');
  await put('acme_os/display-cpu-usage/x.txt', 'CPU 3%\n');

  const all = await judged([folder]);

  expect(
    all.map(({ platform, member, command, complete, verdict }) => [platform, member, command, complete, verdict]),
  ).toEqual([
    ['acme_os', null, 'display cpu usage', null, 'unknown'],
    ['alcatel_aos', null, 'show fan', true, 'unknown'],
    ['alcatel_aos', 'ale-aos6', 'show fan', true, 'pass'],
  ]);
  expect(all.map(({ findings }) => findings.map(({ check, level }) => `${check} ${level}`))).toEqual([
    ['platform unknown'],
    ['fan n/a'],
    ['fan pass'],
  ]);
});

test('commands that hold dashes of their own are known', async () => {
  await put('alcatel_aos/show-running-directory/x.txt', 'x\n');
  await put('alcatel_aos/show-license-info/x.txt', 'x\n');

  expect((await judged([folder])).map(({ command }) => command)).toEqual([
    'show license-info',
    'show running-directory',
  ]);
});

test('platform and command may be given, by device type or by member', async () => {
  await put('x.log', aos6Fan);
  const path = join(folder, 'x.log');

  expect(await judged([path], { platform: 'alcatel_aos', command: 'show  fan', isWhole: true })).toMatchObject([
    { file: path, verdict: 'pass' },
  ]);
  expect(await judged([path], { platform: 'ale-aos6', command: 'show fan' })).toMatchObject([{ member: 'ale-aos6' }]);
});

test('GBK answers and byte-order marks are read', async () => {
  const name = Buffer.from([0xb1, 0xb1, 0xc7, 0xf8]);
  const head = 'System:\n  Description:  Alcatel-Lucent OS6450-10 6.7.2.112.R07 GA, March 12, 2021.,\n  Name:         ';
  const rest = `,\n  Up Time:      9 days 2 hours 3 minutes and 4 seconds,\n  Date & Time:  MON FEB 02 2026  04:10:00 (ZP8)
Flash Space:\n    Primary CMM:\n      Available (bytes):  41250816,\n      Comments         :  None\n`;
  await put('alcatel_aos/show-system/gbk.txt', Buffer.concat([Buffer.from(head), name, Buffer.from(rest)]));
  await put('alcatel_aos/show-fan/bom.txt', `\ufeff${aos6Fan}`);

  const [bom, gbk] = await judged([folder], { isWhole: true });

  expect(bom?.verdict).toBe('pass');
  expect(gbk).toMatchObject({ member: 'ale-aos6', verdict: 'pass' });
  expect(gbk?.readings[0]?.values['name']).toBe('北区');
});

test('a path that is not there is an error in words', async () => {
  await expect(judged([join(folder, 'nothing')])).rejects.toMatchObject({ code: 'args.invalid' });
});

test('a cut answer is not complete and not judged', () => {
  const text = aos6Fan.trimEnd();

  expect(onlyResult('alcatel_aos/show-fan/x.txt', text)).toMatchObject({
    complete: false,
    verdict: 'unknown',
    findings: [{ check: 'fan', reason: 'cut' }],
  });
});

test('the release in the text picks the member, never the name of the file', () => {
  const text = `   /flash/working
   Package           Release                 Size     Description
-----------------+-------------------------+---------+-----------------------------------
Uos.img           8.9.73.R01                149112832 Alcatel-Lucent OS
`;

  expect(onlyResult('alcatel_aos/show-microcode-working/aos6.txt', text).member).toBe('ale-aos8');
});

const fanFile = 'alcatel_aos/show-fan/x.txt';

test('a table that just stops is read and not called 正常', () => {
  const [finding] = onlyResult(fanFile, aos6Fan, { isWhole: true }).findings;

  const result = onlyResult(fanFile, aos6Fan);

  expect(result).toMatchObject({ complete: null, said: 'readings', verdict: 'unknown' });
  expect(result.readings).toHaveLength(1);
  expect(result.findings).toEqual([{ ...finding, level: 'unknown', reason: 'end-unseen' }]);
  expect(finding).toMatchObject({ level: 'pass', value: 'Running' });
});

test('what is bad in a text without its end stays bad', () => {
  const text = aos6Fan.replace('Running', 'Not Running');

  const result = onlyResult(fanFile, `${text}   1    2   Running\n`);

  expect(result.verdict).toBe('fail');
  expect(result.findings.map(({ subject, level, reason }) => [subject, level, reason])).toEqual([
    ['1/1', 'fail', 'status-bad'],
    ['1/2', 'unknown', 'end-unseen'],
  ]);
});

test.each([
  ['the prompt behind it', `${aos6Fan}-> `, {}],
  ['a prompt of the user behind it', `${aos6Fan}\nsw3 (6450-A) -> \n`, {}],
  ['echo and prompt', `-> show fan\n${aos6Fan}-> \n-> `, {}],
  ['somebody who vouches for it', aos6Fan, { isWhole: true }],
])('a text is whole by %s', (_how, text, input) => {
  expect(onlyResult(fanFile, text, input)).toMatchObject({ complete: true, verdict: 'pass' });
});

test('a command whose parser knows its end needs no prompt', () => {
  const heading = '              total        used        free      shared  buff/cache   available\n';
  const memory = 'Mem:           7822        1200        5000          10        1622        6300\n';
  const swap = 'Swap:          2047           0        2047\n';

  expect(onlyResult('linux/free--m/x.txt', `${heading}${memory}${swap}`)).toMatchObject({
    complete: true,
    verdict: 'pass',
  });
  expect(onlyResult('linux/free--m/x.txt', `${heading}${memory}`).verdict).toBe('unknown');
});

test.each([
  ['a refusal', 'ERROR: Invalid entry: "fan"\n', 'refused'],
  ['the word that there is none', 'ERROR: Command is not supported on this platform\n', 'no-such-part'],
])('%s is whole by itself', (_what, text, reason) => {
  const result = onlyResult(fanFile, text);

  expect(result).toMatchObject({ complete: true, verdict: 'unknown' });
  expect(result.findings[0]?.reason).toBe(reason);
});

test('a refusal with text behind it proves nothing', () => {
  expect(onlyResult(fanFile, `ERROR: Invalid entry: "fan"\n${aos6Fan}`).complete).toBeNull();
});

test('a session of several commands is one result each', async () => {
  await put(
    'alcatel_aos/sw1.log',
    `Welcome\n-> show fan\n${aos6Fan}-> show vlan 7\nName: x\n-> show ntp server status\n-> show fan\n${aos6Fan}`,
  );

  expect(await judged([folder])).toMatchObject([
    { platform: 'alcatel_aos', command: 'show fan', complete: true, verdict: 'pass' },
    { platform: 'alcatel_aos', command: 'show fan', complete: null, verdict: 'unknown' },
  ]);
});

test('the member that one answer of a session tells has given all of them', async () => {
  const system = 'System:\n  Description:  Alcatel-Lucent OS6450-10 6.7.2.112.R07 GA, March 12, 2021.,\n';
  const health = 'ERROR: Invalid entry: "health"\n';
  await put('alcatel_aos/sw1.log', `-> show health\n${health}-> show system\n${system}-> `);
  await put('alcatel_aos/sw2.log', `-> show health\n${health}-> show fan\n${health}-> `);

  expect((await judged([folder])).map(({ command, member }) => [command, member])).toEqual([
    ['show health', 'ale-aos6'],
    ['show system', 'ale-aos6'],
    ['show health', null],
    ['show fan', null],
  ]);
});

test('of a session only the command that was asked for counts', async () => {
  await put('s.txt', `-> show fan\n${aos6Fan}-> show system\nSystem:\n-> `);
  const asked = { platform: 'ale-aos6', command: 'show fan' };

  expect((await judged([join(folder, 's.txt')], asked)).map(({ command }) => command)).toEqual(['show fan']);
  expect((await judged([join(folder, 's.txt')], { platform: 'ale-aos6' })).map(({ command }) => command)).toEqual([
    'show fan',
    'show system',
  ]);
});

test('the transcripts of a run say their command in their names', async () => {
  await put('transcripts/核心/03-show-fan.txt', aos6Fan);
  await put('transcripts/核心/04-show-vlan.txt', 'vlan\n');

  expect(await judged([join(folder, 'transcripts')], { platform: 'alcatel_aos', isWhole: true })).toMatchObject([
    { command: 'show fan', verdict: 'pass' },
    { command: null, verdict: 'unknown' },
  ]);
});

test('the command that was asked for is found in a session under another spelling', () => {
  const text = 'SW1#show clock\n10:00\nSW1#show environment all\nFAN is OK\nSW1#';
  const asked = { platform: 'cisco_ios', command: 'show env all' };

  expect(onlyResult('x.txt', text, asked).command).toBe('show environment all');
});

test.each([
  ['alcatel_aos/show-fan/03-show-fan.txt', `${aos6Fan}[xunjian: 输出在此中断，不完整]\n`],
  ['alcatel_aos/show-fan/03-show-fan.partial.txt', aos6Fan],
])('a text that says that its end is missing (%s) is never whole, and its mark is no output', (file, text) => {
  const whole = onlyResult('alcatel_aos/show-fan/03-show-fan.txt', aos6Fan, { isWhole: true });
  const cut = onlyResult(file, text, { isWhole: true });

  expect([whole.complete, whole.verdict]).toEqual([true, 'pass']);
  expect([cut.command, cut.complete, cut.verdict]).toEqual(['show fan', false, 'unknown']);
  expect(cut.readings).toEqual(whole.readings);
});
