import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  judgeFiles,
  judgeText,
  type JudgeFilesInput,
  type JudgedText,
} from '../../../../electron/engine/judge/judge-files';
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

type Plain = Omit<JudgeFilesInput, 'paths'>;
const plain: Plain = { platform: undefined, command: undefined, thresholds: Thresholds.parse({}), now: 0 };
async function judged(paths: readonly string[], input: Partial<Plain> = {}): Promise<readonly JudgedText[]> {
  const all: JudgedText[] = [];
  for await (const one of judgeFiles({ ...plain, ...input, paths })) all.push(one);
  return all;
}

const aos6Fan = 'Chassis Fan    Status\n-------+---+------\n   1    1   Running\n';

test('platform and command come from the folders, in the order of names', async () => {
  await put('alcatel_aos/show-fan/b.txt', aos6Fan);
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

  expect(await judged([path], { platform: 'alcatel_aos', command: 'show  fan' })).toMatchObject([
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

  const [bom, gbk] = await judged([folder]);

  expect(bom?.verdict).toBe('pass');
  expect(gbk).toMatchObject({ member: 'ale-aos6', verdict: 'pass' });
  expect(gbk?.readings[0]?.values['name']).toBe('北区');
});

test('a path that is not there is an error in words', async () => {
  await expect(judged([join(folder, 'nothing')])).rejects.toMatchObject({ code: 'args.invalid' });
});

test('a cut answer is not complete and not judged', () => {
  const text = aos6Fan.trimEnd();

  expect(judgeText('alcatel_aos/show-fan/x.txt', text, plain)).toMatchObject({
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

  expect(judgeText('alcatel_aos/show-microcode-working/aos6.txt', text, plain).member).toBe('ale-aos8');
});
