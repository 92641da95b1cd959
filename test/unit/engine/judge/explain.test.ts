import { expect, test } from 'vitest';
import { explainFinding } from '../../../../electron/engine/judge/explain';
import { plainFinding } from '../../../../electron/engine/judge/judge-readings';
import { unreachableFinding } from '../../../../electron/engine/judge/judge-device';
import { checks } from '../../../../electron/engine/registries.generated';
import { FindingReason, type Finding } from '../../../../shared/model/finding';
import { errorCodes } from '../../../../shared/errors';

const cpu = (parts: Partial<Finding>): Finding => ({
  ...plainFinding({ check: 'cpu-load', level: 'fail', reason: 'over-limit' }),
  value: 91,
  unit: '%',
  limit: 80,
  limitSource: 'device',
  proof: { command: 'show health', line: 'CPU  91' },
  ...parts,
});

test('a judged number names value, limit and where the limit comes from', () => {
  expect(explainFinding(cpu({}), 'zh-CN')).toMatchObject({
    title: 'CPU 利用率',
    sentence: 'CPU 利用率 91 %，达到上限 80 %（设备自身阈值）',
  });
  expect(explainFinding(cpu({}), 'en').sentence).toBe(
    "CPU load 91 %, at or above the limit of 80 % (the device's own limit)",
  );
});

test('the part stands behind the name', () => {
  const finding = cpu({
    check: 'temperature',
    subject: '1/CMMA',
    value: 56,
    unit: '°C',
    limit: 73,
    level: 'pass',
    reason: 'within-limit',
  });

  expect(explainFinding(finding, 'zh-CN').sentence).toBe('温度（1/CMMA）56 °C，低于上限 73 °C（设备自身阈值）');
});

test('a limit that is a least reads the other way', () => {
  const finding = cpu({ check: 'flash-free', value: 3_000_000, unit: 'B', limit: 5_000_000, limitSource: 'default' });

  expect(explainFinding(finding, 'zh-CN').sentence).toBe('Flash 剩余空间 3 MB，低于下限 5 MB（默认阈值）');
});

test('what was cut names the command and the cause', () => {
  const finding = cpu({
    level: 'unknown',
    reason: 'cut',
    code: 'cli.timeout',
    value: null,
    unit: null,
    limit: null,
    limitSource: null,
  });

  expect(explainFinding(finding, 'zh-CN')).toEqual({
    title: 'CPU 利用率',
    sentence: 'CPU 利用率：命令 show health 的输出不完整（等待输出超时）',
    advice: '请检查链路和设备负载后重新巡检。',
  });
});

test('an output that is too long is not looked for in the link', () => {
  const finding = cpu({ level: 'unknown', reason: 'cut', code: 'cli.output-too-long', value: null, unit: null });

  expect(explainFinding(finding, 'zh-CN').advice).toBe('请在设备上查看该命令，或在设置中调高一条命令的输出上限。');
});

test('a licence tells its days', () => {
  const finding = cpu({
    check: 'licence-expiry',
    subject: 'av',
    level: 'warn',
    reason: 'expires',
    value: 81,
    unit: 'd',
  });

  expect(explainFinding(finding, 'zh-CN').sentence).toBe('许可证有效期（av）还有 81 天到期');
});

test('a pass and a part that is not there need no advice', () => {
  expect(explainFinding(cpu({ level: 'pass', reason: 'within-limit' }), 'en').advice).toBe('');
  expect(explainFinding(cpu({ level: 'n/a', reason: 'no-such-part' }), 'en').advice).toBe('');
});

const ids = [...checks.map(({ id }) => id), 'reachability', 'command-output', 'config-backup', 'platform'];
test.each(ids)('%s has whole words for every reason in both languages', (check) => {
  for (const reason of FindingReason.options) {
    for (const locale of ['zh-CN', 'en'] as const) {
      for (const subject of ['', '1/1']) {
        const { title, sentence, advice } = explainFinding(
          cpu({ check, reason, subject, code: 'cli.timeout' }),
          locale,
        );
        expect([title, sentence, advice].filter((text) => text === '' || /\{\{|\}\}|undefined/.test(text))).toEqual([]);
      }
    }
  }
});

test('every code that can stop a device has a short cause', () => {
  const own = errorCodes.filter(
    (code) => /^(?:net|ssh|telnet|cli|files|device)\./.test(code) && code !== 'device.not-found',
  );
  const bare = own.filter((code) => explainFinding(unreachableFinding(code, 'tcp'), 'zh-CN').sentence.includes(code));

  expect(bare).toEqual([]);
});

test.each([
  ['ale-aos8', 'write memory → copy running certified'],
  ['ale-aos6', 'write memory → copy working certified'],
  ['cisco-nxos', 'copy running-config startup-config'],
  ['cisco-asa', 'write memory'],
  ['huawei-vrp8', 'commit → save'],
  ['huawei-vrp', 'save'],
  ['hp-comware', 'save'],
  ['ruijie-os', 'write'],
])('a configuration that is not saved: %s is told its own commands and no other', (member, commands) => {
  const finding = cpu({ check: 'config-saved', level: 'warn', reason: 'status-attention', value: 'NOT SYNCHRONIZED' });

  expect(explainFinding(finding, 'zh-CN', member).advice).toMatch(new RegExp(`本设备的保存命令：${commands}。$`));
  expect(explainFinding(finding, 'en', member).advice).toMatch(new RegExp(` On this device: ${commands}\\.$`));
  expect(explainFinding(finding, 'en').advice).not.toMatch(/write|copy|commit/);
  expect(explainFinding({ ...finding, check: 'cpu-load' }, 'en', member).advice).not.toContain(commands);
});
