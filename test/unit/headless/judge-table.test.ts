import { expect, test } from 'vitest';
import { judgeText, type JudgedText } from '../../../electron/engine/judge/judge-text';
import { judgeTable } from '../../../electron/headless/judge-table';
import { byPlatform, tallyOf, totalOf } from '../../../electron/headless/judge-tally';
import { Thresholds } from '../../../shared/model/settings';

const fan = 'Chassis Fan    Status\n-------+---+------\n   1    1   Running\n';

function judged(platform: string, command: string, text: string, isWhole = false): JudgedText {
  const input = { platform, command, thresholds: Thresholds.parse({}), now: 0, isWhole };
  const [first] = judgeText('x.txt', text, input);
  if (first === undefined) throw new Error('no answer');
  return first;
}

const texts = [
  judged('alcatel_aos', 'show fan', `${fan}-> `),
  judged('alcatel_aos', 'show fan', fan),
  judged('alcatel_aos', 'show fan', 'ERROR: Command is not supported on this platform\n'),
  judged('alcatel_aos', 'show fan', 'ERROR: Invalid entry: "fan"\n'),
  judged('alcatel_aos', 'show fan', fan.replace('Running', 'Not Running')),
  judged('alcatel_aos', 'show vlan', 'x\n'),
  judged('acme_os', 'show fan', fan),
];

test('texts are counted by platform, and what is 判不了 by its reason', () => {
  const rows = byPlatform(texts.map((each) => tallyOf(each)));

  expect(
    rows.map(({ platform, texts: count, read, evidence, judged: done, unknown }) => [
      platform,
      count,
      read,
      evidence,
      done,
      unknown,
    ]),
  ).toEqual([
    ['acme_os', 1, 0, 1, 0, 1],
    ['alcatel_aos', 6, 4, 1, 3, 4],
  ]);
  const total = totalOf(rows);
  expect([total.texts, total.endUnseenOnly]).toEqual([7, 1]);
  expect(Object.fromEntries(total.reasons)).toEqual({ 'end-unseen': 1, refused: 1, evidence: 2 });
});

test('the table is aligned, whatever its language', () => {
  const rows = byPlatform(texts.map((each) => tallyOf(each, { cuts: 4, passingLines: [] })));

  expect(judgeTable(rows, 'en', true).split('\n').slice(0, 4)).toEqual([
    'platform     texts  read  kept only  judged  unknown  cuts  falsely pass',
    'acme_os      1      0     1          0       1        4     0',
    'alcatel_aos  6      4     1          3       4        24    0',
    'total        7      4     2          3       5        28    0',
  ]);
  expect(judgeTable(rows, 'zh-CN', false)).toBe(`平台         文本  读懂  仅留存  有结论  判不了
acme_os      1     0     1       0       1
alcatel_aos  6     4     1       3       4
合计         7     4     2       3       5

判不了的原因（文本数，一份文本可有几种原因）：
  不在可解读的命令之列，仅留存  2  acme_os 1 · alcatel_aos 1
  看不到输出的结尾              1  alcatel_aos 1
  设备拒绝了命令                1  alcatel_aos 1
其中只因看不到结尾而判不了的：1 份。确认文本完整时，可用 --whole 担保。`);
});

test('where nothing is 判不了 the table ends with its sums', () => {
  const rows = byPlatform([tallyOf(judged('alcatel_aos', 'show fan', fan, true))]);

  expect(judgeTable(rows, 'en', false).split('\n').at(-1)).toBe('total        1      1     0          1       0');
});
