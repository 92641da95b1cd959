import { describe, expect, test } from 'vitest';
import { explainFinding } from '../../../../electron/engine/judge/explain';
import { judgeDevice, unreachableFinding, type JudgeInput } from '../../../../electron/engine/judge/judge-device';
import { platformById } from '../../../../electron/engine/judge/platform-lookup';
import type { JudgedOutput } from '../../../../electron/engine/judge/read-output';
import { Thresholds } from '../../../../shared/model/settings';

const aos8 = platformById('ale-aos8');
const health = (cpu: number, memory: number) => `CMM                    Current   1 Min    1 Hr   1 Day
Resources                         Avg      Avg     Avg
----------------------+---------+-------+-------+-------
CPU                       ${cpu}       ${cpu}      ${cpu}      ${cpu}
Memory                    ${memory}       ${memory}      ${memory}      ${memory}
`;
const complete = (command: string, text: string): JudgedOutput => ({ command, text, end: 'complete', code: undefined });
const judge = (input: Partial<JudgeInput>) =>
  judgeDevice({
    platform: aos8,
    deviceType: 'alcatel_aos',
    outputs: [],
    files: [],
    thresholds: Thresholds.parse({}),
    now: 0,
    ...input,
  });
const brief = (input: Partial<JudgeInput>) =>
  judge(input).findings.map(({ check, level, reason, code }) => [check, level, reason, code]);

test('memory ten and always ten makes a device 正常, with its proof', () => {
  const { verdict, findings, readings } = judge({ outputs: [complete('show health', health(14, 10))] });

  expect(verdict).toBe('pass');
  expect(readings.map(({ kind, command }) => [kind, command])).toEqual([
    ['cpu', 'show health'],
    ['memory', 'show health'],
  ]);
  expect(findings[1]).toMatchObject({
    check: 'memory-use',
    level: 'pass',
    value: 10,
    unit: '%',
    limit: 80,
    limitSource: 'default',
    proof: { command: 'show health', line: 'Memory                    10       10      10      10' },
  });
});

test('a command as a user wrote it, and an answer without its last line end, are read', () => {
  expect(judge({ outputs: [complete('Show  HEALTH ', health(14, 10).trimEnd())] }).verdict).toBe('pass');
});

test('a health cut in the middle is 判不了 though the command ended', () => {
  const half = health(14, 10).split('\n').slice(0, 4).join('\n');

  expect(brief({ outputs: [complete('show health', `${half}\n`)] })).toEqual([
    ['cpu-load', 'unknown', 'cut', null],
    ['memory-use', 'unknown', 'cut', null],
  ]);
});

test.each([
  ['partial', 'cli.timeout', 'cut'],
  ['refused', undefined, 'refused'],
  ['unknown', 'ssh.lost', 'not-read'],
] as const)('%s is never read, even when the text looks whole', (end, code, reason) => {
  const outputs = [{ command: 'show health', text: health(14, 10), end, code }];

  const { verdict, findings } = judge({ outputs });

  expect(verdict).toBe('unknown');
  expect(findings.map((finding) => [finding.check, finding.reason, finding.code])).toEqual([
    ['cpu-load', reason, code ?? null],
    ['memory-use', reason, code ?? null],
  ]);
});

test('ERROR: Invalid entry is 判不了 and quoted', () => {
  const { verdict, findings } = judge({ outputs: [complete('show fan', 'ERROR: Invalid entry: "fan"\n')] });

  expect(verdict).toBe('unknown');
  expect(findings).toMatchObject([
    { check: 'fan', level: 'unknown', reason: 'refused', proof: { line: 'ERROR: Invalid entry: "fan"' } },
  ]);
});

test.each(['ERROR: Command is not supported on this platform\n', 'This product has no fans.\n'])(
  '%s is 不适用, and alone no 正常',
  (text) => {
    expect(brief({ outputs: [complete('show fan', text)] })).toEqual([['fan', 'n/a', 'no-such-part', null]]);
    expect(judge({ outputs: [complete('show fan', text)] }).verdict).toBe('unknown');
    expect(judge({ outputs: [complete('show fan', text), complete('show health', health(1, 2))] }).verdict).toBe(
      'pass',
    );
  },
);

test('one unread command takes the green away', () => {
  const outputs = [complete('show health', health(14, 10)), { ...complete('show fan', ''), end: 'partial' as const }];

  expect(judge({ outputs }).verdict).toBe('unknown');
});

test('a command without parser: answered is evidence, cut is 判不了', () => {
  const whole = complete('show vlan', 'vlan type\n1 std\n');

  expect(brief({ outputs: [whole] })).toEqual([]);
  expect(brief({ outputs: [{ ...whole, end: 'partial', code: 'cli.timeout' }] })).toEqual([
    ['command-output', 'unknown', 'cut', 'cli.timeout'],
  ]);
  expect(brief({ outputs: [complete('show vlan', 'ERROR: Invalid entry: "vlan"\n')] })).toEqual([
    ['command-output', 'unknown', 'refused', null],
  ]);
});

test('nothing read is never 正常', () => {
  expect(judge({}).verdict).toBe('unknown');
  expect(judge({ outputs: [complete('show vlan', 'vlan\n')] }).verdict).toBe('unknown');
});

test("the device's own limits go to the measurements, whichever came first", () => {
  const limits = `Memory Threshold           = 90,\nCPU Threshold              = 60,\nSampling Interval          = 5,\n`;
  const outputs = [complete('show health', health(65, 85)), complete('show health configuration', limits)];

  const { findings, readings } = judge({ outputs });

  expect(findings.map(({ check, level, limit, limitSource }) => [check, level, limit, limitSource])).toEqual([
    ['cpu-load', 'fail', 60, 'device'],
    ['memory-use', 'warn', 70, 'default'],
  ]);
  expect(readings.find(({ kind, subject }) => kind === 'cpu' && subject === '')?.values['limitPercent']).toBe(60);
});

test('limits that were not read are 判不了 of their own', () => {
  const outputs = [
    complete('show health', health(1, 1)),
    { ...complete('show health configuration', ''), end: 'unknown' as const },
  ];

  expect(brief({ outputs }).at(-1)).toEqual(['command-output', 'unknown', 'not-read', null]);
});

describe('files', () => {
  const fetched = { path: '/flash/working/vcboot.cfg', isFetched: true, code: undefined };

  test('a file alone makes no device 正常', () => {
    expect(judge({ files: [fetched] })).toMatchObject({ verdict: 'unknown', findings: [] });
  });

  test('beside a passed check it is a line of its own', () => {
    const outputs = [complete('show health', health(1, 1))];

    expect(brief({ outputs, files: [fetched] }).at(-1)).toEqual(['config-backup', 'pass', 'status-good', null]);
  });

  test('a file that could not be had is 判不了', () => {
    const outputs = [complete('show health', health(1, 1))];
    const files = [{ path: '/flash/working/vcboot.cfg', isFetched: false, code: 'files.no-sftp' }];

    expect(judge({ outputs, files }).verdict).toBe('unknown');
    expect(brief({ outputs, files }).at(-1)).toEqual(['config-backup', 'unknown', 'file-not-fetched', 'files.no-sftp']);
  });
});

describe('platforms that are not known', () => {
  test('no member: nothing is parsed, and it says so', () => {
    const outputs = [complete('show system', 'something else\n'), complete('show health', health(1, 1))];

    expect(brief({ platform: undefined, outputs })).toEqual([['platform', 'unknown', 'not-understood', null]]);
  });

  test('generic is never 正常', () => {
    const platform = platformById('generic');

    expect(judge({ platform, deviceType: 'acme_os', outputs: [complete('show x', 'fine\n')] }).verdict).toBe('unknown');
  });
});

test('a chassis member without a row in a table of the others is 判不了', () => {
  const member = (id: number) => `Local Chassis ID ${id} (Master)
  Model Name:                    OS6560-P24,
  Serial Number:                 XJ000000000${id},
  Admin Status:                  POWER ON,
  Operational Status:            UP,
  MAC Address:                   00:00:5e:00:53:0${id}
`;
  const fans = 'Chassis/Tray | Fan | Functional\n-------------+-----+------------\n 1/--  1  YES\n';
  const outputs = [complete('show chassis', member(1) + member(2)), complete('show fan', fans)];

  const { findings, verdict } = judge({ outputs });

  expect(verdict).toBe('unknown');
  expect(findings.at(-1)).toMatchObject({ check: 'fan', subject: '2', level: 'unknown', reason: 'no-row' });
});

test.each([
  ['net.refused', 'fail', 'unreachable'],
  ['net.timeout', 'fail', 'unreachable'],
  ['net.unreachable', 'fail', 'unreachable'],
  ['net.dns', 'fail', 'unreachable'],
  ['net.closed', 'fail', 'unreachable'],
  ['ssh.not-ssh', 'fail', 'unreachable'],
  ['ssh.host-key-changed', 'fail', 'status-bad'],
  ['ssh.auth-failed', 'unknown', 'not-read'],
  ['telnet.auth-failed', 'unknown', 'not-read'],
  ['ssh.lost', 'unknown', 'not-read'],
  ['device.timeout', 'unknown', 'not-read'],
  ['device.credential-stopped', 'unknown', 'not-read'],
  ['device.skipped', 'unknown', 'skipped'],
  ['device.is-bastion', 'unknown', 'skipped'],
  ['device.cancelled', 'unknown', 'cancelled'],
])('%s is %s', (code, level, reason) => {
  expect(unreachableFinding(code, 'tcp')).toMatchObject({ check: 'reachability', level, reason, code, value: 'tcp' });
});

test.each(['auth', 'shell', 'prompt', 'command'] as const)(
  'closed in the phase %s is not knowing, not "no answer"',
  (phase) => {
    expect(unreachableFinding('net.closed', phase)).toMatchObject({
      level: 'unknown',
      reason: 'not-read',
      value: phase,
    });
  },
);

test('a device that needs outdated algorithms is 注意, and they are named', () => {
  const outputs = [complete('show health', health(14, 10))];
  const weakAlgorithms = ['diffie-hellman-group1-sha1', 'ssh-dss', '3des-cbc'];

  const { verdict, findings } = judge({ outputs, protocol: 'ssh', weakAlgorithms });

  expect(verdict).toBe('warn');
  expect(findings.at(-1)).toMatchObject({
    check: 'weak-encryption',
    level: 'warn',
    value: 'diffie-hellman-group1-sha1, ssh-dss, 3des-cbc',
  });
});

test('telnet is 注意 however healthy the device is, SSH without outdated algorithms is not', () => {
  const outputs = [complete('show health', health(14, 10))];

  expect(judge({ outputs, protocol: 'telnet' }).findings.at(-1)).toMatchObject({
    check: 'telnet-in-use',
    level: 'warn',
  });
  expect(judge({ outputs, protocol: 'ssh', weakAlgorithms: [] }).verdict).toBe('pass');
});

test('a password that went out by FTP is 注意, apart from outdated algorithms', () => {
  const outputs = [complete('show health', health(14, 10))];
  const warnings = (weakAlgorithms: readonly string[], protocol: 'ssh' | 'telnet' = 'ssh') =>
    judge({ outputs, protocol, weakAlgorithms })
      .findings.filter(({ level }) => level === 'warn')
      .map(({ check, value }) => [check, value]);

  expect(warnings(['ftp'])).toEqual([['ftp-in-use', 'ftp']]);
  expect(warnings(['ssh-rsa', 'ftp'])).toEqual([
    ['weak-encryption', 'ssh-rsa'],
    ['ftp-in-use', 'ftp'],
  ]);
  expect(warnings(['ftp'], 'telnet')).toEqual([
    ['telnet-in-use', 'telnet'],
    ['ftp-in-use', 'ftp'],
  ]);
});

test('a file that was not fetched tells that the last copy is kept, and how old it is', () => {
  const outputs = [complete('show health', health(14, 10))];
  const path = '/flash/working/vcboot.cfg';
  const good = judge({ outputs, files: [{ path, isFetched: true, code: undefined }] });
  const past = [{ at: 0, readings: good.readings, findings: good.findings }];
  const files = [{ path, isFetched: false, code: 'files.short' }];
  const sentence = (history: typeof past, locale: 'zh-CN' | 'en') => {
    const finding = judge({ outputs, files, history, now: 90_000_000 }).findings.find(
      ({ reason }) => reason === 'file-not-fetched',
    );
    return finding && [finding.level, explainFinding(finding, locale).sentence];
  };

  expect(sentence([], 'zh-CN')).toEqual(['unknown', `配置文件 ${path} 没有取回（收到的长度不足）`]);
  expect(sentence(past, 'zh-CN')).toEqual([
    'unknown',
    `配置文件 ${path} 没有取回（收到的长度不足）；1 天 1 小时前取回的副本仍然保留`,
  ]);
  expect(sentence(past, 'en')?.[1]).toContain('the copy fetched 1 days 1 hours ago is kept');
});
