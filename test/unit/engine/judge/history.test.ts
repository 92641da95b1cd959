import { describe, expect, test } from 'vitest';
import { judgeDevice, type Judged } from '../../../../electron/engine/judge/judge-device';
import type { PastInspection } from '../../../../electron/engine/judge/past-inspection';
import { platformById } from '../../../../electron/engine/judge/platform-lookup';
import { explainFinding } from '../../../../electron/engine/judge/explain';
import { Thresholds } from '../../../../shared/model/settings';

const day = 86_400_000;
const now = Date.UTC(2026, 10, 22, 1, 0, 0);

const supplies = (...rows: readonly string[]) => `             Total     PS
Chassis/PS   Power     Type     Status        Location
-----------+---------+-------+-------------+-----------
${rows.map((status, index) => ` 1/${index + 1}         150       AC       ${status}            Internal\n`).join('')}    Total   300
`;
const system = (uptime: string, clock = 'SUN NOV 22 2026 09:00:00 (ZP8)') => `System:
  Description:  Alcatel-Lucent Enterprise OS6860E-P24 8.9.73.R01 GA, June 20, 2023.,
  Object ID:    1.3.6.1.4.1.6486.801.1.1.2.1.11.1.6,
  Up Time:      ${uptime},
  Contact:      NOC,
  Name:         sw-1,
  Location:     Lab,
  Services:     78,
  Date & Time:  ${clock}
Flash Space:
    Primary CMM:
      Available (bytes):  287154176,
      Comments         :  None
`;

type Asked = Readonly<Record<string, string>>;

function inspect(answers: Asked, history: readonly PastInspection[] = []): Judged {
  return judgeDevice({
    platform: platformById('ale-aos8'),
    deviceType: 'alcatel_aos',
    outputs: Object.entries(answers).map(([command, text]) => {
      return { command, text, end: text === '' ? 'partial' : 'complete', code: undefined, at: now };
    }),
    files: [],
    thresholds: Thresholds.parse({}),
    now,
    history,
  });
}

/** Inspects on one day after the other; the last day's judgement. */
function days(...answers: readonly Asked[]): Judged {
  const history: PastInspection[] = [];
  let last = inspect({});
  for (const [index, asked] of answers.entries()) {
    last = inspect(asked, history);
    history.unshift({ at: now - (answers.length - 1 - index) * day, ...last });
  }
  return last;
}

const power = (...rows: readonly string[]): Asked => ({ 'show powersupply': supplies(...rows) });
const fewer = ({ findings }: Judged) => findings.filter(({ reason }) => reason === 'fewer');

describe('parts that were there before', () => {
  test('two of two stay 正常', () => {
    expect(days(power('UP', 'UP'), power('UP', 'UP'))).toMatchObject({ verdict: 'pass' });
  });

  test('a supply that was pulled out is 注意, and says how many there were', () => {
    const judged = days(power('UP', 'UP'), power('UP'));

    expect(judged.verdict).toBe('warn');
    expect(fewer(judged)).toMatchObject([{ check: 'power-supply', subject: '', level: 'warn', value: 1, limit: 2 }]);
    expect(fewer(judged).map((finding) => explainFinding(finding, 'zh-CN').sentence)).toEqual([
      '电源在位数量为 1，少于此前巡检的 2',
    ]);
  });

  test('it stays 注意 on the days after', () => {
    expect(fewer(days(power('UP', 'UP'), power('UP'), power('UP')))).toMatchObject([{ value: 1, limit: 2 }]);
  });

  test('it ends when the supply is back', () => {
    expect(days(power('UP', 'UP'), power('UP'), power('UP', 'UP')).verdict).toBe('pass');
  });

  test('an answer that could not be read in between forgets nothing', () => {
    expect(fewer(days(power('UP', 'UP'), { 'show powersupply': '' }, power('UP')))).toHaveLength(1);
  });

  test('a supply that failed and was then pulled out is missed', () => {
    expect(fewer(days(power('UP', 'DOWN'), power('UP')))).toHaveLength(1);
  });

  test('what stands out by itself is not said twice, and what was not read is not counted', () => {
    expect(fewer(days(power('UP', 'UP', 'UP'), power('UP', 'DOWN')))).toEqual([]);
    expect(fewer(days(power('UP', 'UP'), { 'show powersupply': '' }))).toEqual([]);
  });
});

describe('restarts', () => {
  const long = '41 days 0 hours 4 minutes and 32 seconds';

  test('a first run says nothing of the last one', () => {
    expect(inspect({ 'show system': system(long) }).findings.map(({ check }) => check)).not.toContain(
      'restart-since-last-run',
    );
  });

  test('an uptime that went on is proof', () => {
    const { verdict, findings } = days(
      { 'show system': system(long) },
      { 'show system': system('42 days 0 hours 4 minutes and 32 seconds') },
    );

    expect(verdict).toBe('pass');
    expect(findings).toContainEqual(expect.objectContaining({ check: 'restart-since-last-run', level: 'pass' }));
  });

  test('an uptime that went backwards is 注意 with its line', () => {
    const { findings } = days(
      { 'show system': system(long) },
      { 'show system': system('3 days 1 hours 0 minutes and 0 seconds') },
    );

    const restart = findings.filter(({ reason }) => reason === 'restarted');
    expect(restart.map((finding) => explainFinding(finding, 'zh-CN').sentence)).toEqual([
      '自上次巡检以来设备重启过，现已运行 3 天 1 小时',
    ]);
    expect(findings).toContainEqual(
      expect.objectContaining({
        check: 'restart-since-last-run',
        level: 'warn',
        reason: 'restarted',
        proof: { command: 'show system', line: 'Up Time:      3 days 1 hours 0 minutes and 0 seconds,' },
      }),
    );
  });

  test('a system that was not read is no finding of the comparison', () => {
    const { findings } = days({ 'show system': system(long) }, { 'show system': '' });

    expect(findings.map(({ check }) => check)).not.toContain('restart-since-last-run');
    expect(findings.map(({ level }) => level)).toEqual(findings.map(() => 'unknown'));
  });
});

test('the clock is compared with the time at which the device was asked', () => {
  const said = (clock: string) =>
    inspect({ 'show system': system('41 days 0 hours 4 minutes and 32 seconds', clock) }).findings.find(
      ({ check }) => check === 'clock-step',
    );

  expect(said('SUN NOV 22 2026 09:00:30 (ZP8)')).toMatchObject({ level: 'pass', value: 30 });
  expect(said('SUN NOV 22 2026 09:05:00 (ZP8)')).toMatchObject({ level: 'warn', value: 300 });
  expect(said('SUN NOV 22 2026 12:25:00 (ZP8)')).toMatchObject({ level: 'fail' });
});

test('users: new, known and gone', () => {
  const user = (name: string) => ({
    ...{ kind: 'user' as const, subject: name, values: { name }, status: null, state: null, role: null },
    ...{ command: 'show user', line: name },
  });
  const list = (...names: readonly string[]): Asked => ({
    'show user': names.map((name) => `User name = ${name},\n  Read Only for domains  = All ,\n`).join(''),
  });
  const history = [{ at: now - day, readings: [user('admin'), user('leaver')], findings: [] }];

  const { findings, verdict } = inspect(list('admin', 'joiner'), history);

  expect(verdict).toBe('warn');
  expect(findings.map(({ check, subject, level, reason }) => [check, subject, level, reason])).toEqual([
    ['user-changed', 'admin', 'pass', 'unchanged'],
    ['user-changed', 'joiner', 'warn', 'appeared'],
    ['user-changed', 'leaver', 'warn', 'gone'],
  ]);
});
