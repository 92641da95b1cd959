import { expect, test } from 'vitest';
import { membersFor } from '../../../../electron/engine/judge/platform-lookup';
import { savedAnswers } from '../../../../electron/engine/judge/saved-answers';

type Found = readonly [command: string | null, text: string, isEnded: boolean];

function found(deviceType: string, text: string, command: string | null = null): readonly Found[] {
  return savedAnswers(text, membersFor(deviceType), command).map((answer) => [
    answer.command,
    answer.text,
    answer.isEnded,
  ]);
}

test('a session is split at its prompts, and each answer ends at the next one', () => {
  const text =
    'Welcome\r\nSW1>enable\r\nSW1#show clock\r\n10:00\r\nSW1#\r\nSW1#show version\r\nCisco\r\nIOS\r\nSW1#exit\r\n';

  expect(found('cisco_ios', text)).toEqual([
    ['show clock', '10:00\n', true],
    ['show version', 'Cisco\nIOS\n', true],
  ]);
});

test.each([
  ['cisco_ios', 'SW1#show version\nIOS\nSW1#', 'show version'],
  ['cisco_ios', 'SW1# sh ver\nIOS\nSW1# ', 'show version'],
  ['cisco_asa', 'asa/act/pri# show version\nIOS\nasa/act/pri# ', 'show version'],
  ['huawei_vrp', '<核心-1>display version\nIOS\n<核心-1>', 'display version'],
  ['huawei_vrp', '[~SW-A]display version\nIOS\n<SW-A>', 'display version'],
  ['huawei_usg', 'HRP_M<FW-A>display version\nIOS\nHRP_M<FW-A>', 'display version'],
  ['hp_comware', '<H3C>display version\nIOS\n[H3C]', 'display version'],
  ['alcatel_aos', '-> show system\nIOS\n-> ', 'show system'],
  ['alcatel_aos', 'sw3 (6560-A) -> show system\nIOS\nsw3 (6560-A) -> ', 'show system'],
  ['fortinet', 'FGT (global) # get system status\nIOS\nFGT (global) # ', 'get system status'],
  ['paloalto_panos', 'admin@PA(active)> show system info\nIOS\nadmin@PA(passive)> ', 'show system info'],
  ['juniper_junos', 'ops@mx> show version\nIOS\n\n{master:0}\nops@mx> ', 'show version'],
  ['juniper_junos', 'ops@mx> show version | no-more\nIOS\n\nops@mx> ', 'show version'],
  ['linux', '[root@web ~]# uptime\nIOS\n[root@web log]# ', 'uptime'],
  ['linux', 'ops@web:~$ uptime\nIOS\nops@web:/var/log$ ', 'uptime'],
])('%s: %j', (deviceType, text, command) => {
  const [answer, ...rest] = found(deviceType, text);

  expect(rest).toEqual([]);
  expect([answer?.[0], answer?.[1].trim(), answer?.[2]]).toEqual([command, 'IOS', true]);
});

test.each([
  ['nothing follows', 'SW1#show version\nIOS\n'],
  ['another device follows', 'SW1#show version\nIOS\nSW2#'],
  ['the prompt is not at the margin', 'SW1#show version\nIOS\n  SW1#'],
  ['words stand behind the prompt that nobody types', 'SW1#show version\nIOS\nSW1#Unauthorized access\n'],
  ['the pager was left', 'SW1#show version\nIOS\n --More-- \b\b\b\b\b\b\b\b\b        \b\b\b\b\b\b\b\b\bSW1#'],
  ['the pager was left and stayed', 'SW1#show version\nIOS\n --More-- \nSW1#'],
  ['it was stopped by Ctrl-C', 'SW1#show version\nIOS\n^C\nSW1#'],
])('an answer is not known to be over when %s', (_why, text) => {
  expect(found('cisco_ios', text).map(([command, , isEnded]) => [command, isEnded])).toEqual([['show version', false]]);
});

test('a pager that was answered leaves the answer whole', () => {
  const text = 'SW1#show version\nA\n --More-- \b\b\b\b\b\b\b\b\b        \b\b\b\b\b\b\b\b\bB\nSW1#';

  expect(found('cisco_ios', text)).toEqual([['show version', 'A\nB\n', true]]);
});

test('prompts of another device inside an answer do not split it', () => {
  const text = 'SW1#show version\nIOS\nSW2#show clock\n10:00\nSW1#';

  expect(found('cisco_ios', text)).toEqual([['show version', 'IOS\nSW2#show clock\n10:00\n', true]]);
});

test('arrows inside an answer are no prompts', () => {
  const text = '-> show fan\n1/1 -> 1/2\n-> dropped\nend -> show fan\n-> ';

  expect(found('alcatel_aos', text)).toEqual([['show fan', '1/1 -> 1/2\n-> dropped\nend -> show fan\n', true]]);
});

test('a log message behind the prompt does not hide that the answer is over', () => {
  const text = 'SW1#show version\nIOS\nSW1#*Mar  2 10:00:00.123: %SYS-5-CONFIG_I: Configured\n';

  expect(found('cisco_ios', text)).toEqual([['show version', 'IOS\n', true]]);
});

test('commands that no parser reads end an answer and give none', () => {
  const text = 'SW1#show version\nIOS\nSW1#show vlan brief\n1 default\nSW1#sh clock\n10:00\nSW1#sh vlan\n1 default\n';

  expect(found('cisco_ios', text)).toEqual([
    ['show version', 'IOS\n', true],
    ['show clock', '10:00\n', true],
  ]);
});

test('an answer saved without its command, with a session behind it', () => {
  const text = 'IOS\nSW1#show clock\n10:00\nSW1#';

  expect(found('cisco_ios', text, 'show version')).toEqual([
    ['show version', 'IOS\n', true],
    ['show clock', '10:00\n', true],
  ]);
});

test('a banner before the answer that is asked for is no answer, however the command is spelled', () => {
  const text = 'Welcome\nSW1#show environment all\nIOS\nSW1#';

  expect(found('cisco_ios', text, 'show env all')).toEqual([['show environment all', 'IOS\n', true]]);
});

test.each([
  ['cisco_ios', 'IOS\nSW1#', true],
  ['cisco_ios', 'IOS\nSW1#\nSW1#\n\n', true],
  ['cisco_ios', 'IOS\n\nSW1> \n', true],
  ['cisco_ios', 'IOS\nSerial#\n', false],
  ['cisco_ios', 'IOS\nServer load #\n', false],
  ['cisco_ios', 'IOS\n5#\n', false],
  ['cisco_ios', 'IOS\n#\n', false],
  ['cisco_ios', 'IOS\n<title>\n', false],
  ['cisco_ios', 'IOS\n<SW1>\n', false],
  ['huawei_vrp', 'IOS\n<SW1>', true],
  ['huawei_vrp', 'IOS\n<一楼 弱电间>', true],
  ['huawei_vrp', 'IOS\n<none>\n', false],
  ['huawei_vrp', 'IOS\n<title>\n', false],
  ['huawei_vrp', 'IOS\n[Slot_1]\n', false],
  ['huawei_vrp', 'IOS\n#\n', false],
  ['hp_comware', 'IOS\n</config>\n', false],
  ['alcatel_aos', 'IOS\n->', true],
  ['alcatel_aos', 'IOS\nS01-P1-RK13-SW01 > ', true],
  ['alcatel_aos', 'IOS\n 1/1   1/2 ->', false],
  ['alcatel_aos', 'IOS\nPort #\n', false],
  ['fortinet', 'IOS\nFGT-A # ', true],
  ['paloalto_panos', 'IOS\nadmin@PA> ', true],
  ['juniper_junos', 'IOS\n\n{master:0}\n', true],
  ['juniper_junos', 'IOS\n{\n', false],
  ['juniper_junos', 'IOS\n30%\n', false],
  ['linux', 'IOS\nops@web:~$ ', true],
  ['linux', 'IOS\n$\n', false],
  ['linux', 'IOS\n#\n', false],
  ['linux', 'IOS\nweb#\n', false],
  ['linux', 'IOS\n/dev/sda1 30%\n', false],
  ['linux', 'IOS\n# uptime of host$\n', false],
])('%s: %j is over: %j', (deviceType, text, isOver) => {
  expect(found(deviceType, text)).toEqual([[null, isOver ? expect.stringMatching(/^IOS\n+$/) : text, isOver]]);
});
