import { createHash } from 'node:crypto';
import { buildReport, type ReportInput } from '../../electron/engine/reports/build-report';
import type { Finding } from '../../shared/model/finding';
import type { Reading } from '../../shared/model/reading';
import type { Report } from '../../shared/model/report';
import { DeviceId, RunId } from '../../shared/model/ids';
import type { CommandEnd, CommandRecord, Outcome } from '../../shared/model/run';
import type { Locale } from '../../shared/model/text';
import { countVerdicts, verdictOf } from '../../shared/model/verdict';
import { sampleDevices, type SampleCommand, type SampleDevice } from './sample-devices';

const startedAt = Date.UTC(2026, 10, 22, 1, 3, 0);
const runId = RunId.parse('20261122-090300-k3f9');

const titles: Readonly<Record<string, readonly [string, string]>> = {
  'cpu-load': ['CPU 利用率', 'CPU load'],
  'memory-use': ['内存利用率', 'Memory use'],
  temperature: ['温度', 'Temperature'],
  fan: ['风扇', 'Fan'],
  'power-supply': ['电源', 'Power supply'],
  'chassis-status': ['机箱状态', 'Chassis status'],
  'software-version': ['软件版本', 'Software version'],
  'licence-expiry': ['许可证有效期', 'Licence expiry'],
  'config-saved': ['配置保存状态', 'Configuration saved'],
  reachability: ['设备可达性', 'Reachability'],
  'command-output': ['命令输出', 'Command output'],
};

/** Words for a finding, short; the product's own live with the judge. */
function explain(finding: Finding, locale: Locale) {
  const pair = titles[finding.check] ?? [finding.check, finding.check];
  const title = locale === 'en' ? pair[1] : pair[0];
  const value = finding.value === null ? '' : ` ${finding.value}${finding.unit === null ? '' : ` ${finding.unit}`}`;
  const chinese: Readonly<Record<string, string>> = {
    fail: `${title}${value}，已达到或超过限值。`,
    warn: `${title}${value}，接近限值。`,
    unknown: `${title}没有读到，无法判定。`,
    'n/a': '设备自身说明没有该部件。',
    pass: `${title}${value}，在限值之内。`,
  };
  const english: Readonly<Record<string, string>> = {
    fail: `${title}${value}: at or over the limit.`,
    warn: `${title}${value}: close to the limit.`,
    unknown: `${title}: not read, no verdict.`,
    'n/a': 'The device says that it has no such part.',
    pass: `${title}${value}: within the limit.`,
  };
  const isGood = finding.level === 'pass' || finding.level === 'n/a';
  const advice =
    locale === 'en'
      ? 'Check the part on site, compare with the last inspection, and open a case with the maker if it persists.'
      : '现场核查该部件，与上次巡检对比；持续出现时请联系厂商技术支持。';
  return {
    title,
    sentence: (locale === 'en' ? english : chinese)[finding.level] ?? '',
    advice: isGood ? '' : advice,
  };
}

function commandRecord(folder: string, given: SampleCommand, index: number): CommandRecord {
  const end: CommandEnd = given.end ?? 'complete';
  const slug = given.command.replaceAll(' ', '-');
  const transcript = `transcripts/${folder}/${String(index + 1).padStart(2, '0')}-${slug}.txt`;
  return {
    command: given.command,
    end,
    ms: 31 + index * 17,
    bytes: Buffer.byteLength(given.text),
    transcript: given.text === '' ? null : transcript,
  };
}

/** One device's outcome, as a run would have saved it. */
function sampleOutcome(device: SampleDevice, index: number): Outcome {
  const findings: Finding[] = device.commands.flatMap(({ command, findings: quoted = [] }) =>
    quoted.map(({ line, ...finding }) => ({
      ...{ subject: '', value: null, unit: null, limit: null, limitSource: null, code: null },
      ...finding,
      proof: { command, line },
    })),
  );
  const whole: Finding[] = (device.findings ?? []).map((finding) => ({
    ...{ subject: '', value: null, unit: null, limit: null, limitSource: null, code: null },
    ...finding,
    proof: { command: '', line: '' },
  }));
  const all = [...whole, ...findings];
  return {
    runId,
    device: {
      id: DeviceId.parse(`device-${index}`),
      name: device.name,
      host: device.host,
      port: device.protocol === 'telnet' ? 23 : 22,
      protocol: device.protocol ?? 'ssh',
      platform: device.platform ?? 'alcatel_aos',
      group: device.group ?? '核心机房',
    },
    member: device.member ?? 'ale-aos8',
    verdict: verdictOf(all.map(({ level }) => level)),
    phase: device.phase ?? null,
    code: device.code ?? null,
    params: { host: device.host, port: 22, seconds: 15, username: 'inspector' },
    startedAt: startedAt + index * 400,
    ms: { connect: 14, auth: 40, shell: 5, commands: [31, 48], files: 5, total: 2600 + index * 310 },
    commands: device.commands.map((command, at) => commandRecord(device.name, command, at)),
    readings: (device.readings ?? []) as Reading[],
    findings: all,
    files: (device.files ?? []).map((path) => ({
      path,
      bytes: 20_480 + index * 37,
      sha256: createHash('sha256').update(`${device.name}${path}`).digest('hex'),
      saved: `configs/${device.name}/${path.slice(path.lastIndexOf('/') + 1)}`,
      way: 'sftp' as const,
    })),
    hostKey: device.phase === 'tcp' ? null : 'SHA256:q1V0m3sE4n2T8y6Kk0Jb7fWcXzL5uRdPaGhIoQeSvNM',
  };
}

/** A realistic report: twelve devices of every verdict, Chinese names, long lines, one that gave no answer. */
export function sampleReport(change: Partial<ReportInput> = {}, devices = sampleDevices()): Report {
  const texts = new Map(devices.map((device) => [device.name, device.commands]));
  const outcomes = devices.map(sampleOutcome);
  return buildReport({
    run: {
      id: runId,
      trigger: 'schedule',
      state: 'finished',
      startedAt,
      endedAt: startedAt + 187_000,
      devices: devices.length,
      counts: countVerdicts(outcomes.map(({ verdict }) => verdict)),
      folder: '/home/inspector/runs/20261122-090300-k3f9',
    },
    outcomes,
    text: (outcome, { command }) =>
      texts.get(outcome.device.name)?.find((each) => each.command === command)?.text ?? '',
    platformLabel: (id) => ({ 'ale-aos8': 'OmniSwitch AOS 8', 'ale-aos6': 'OmniSwitch AOS 6' })[id] ?? 'Cisco ASA',
    explain,
    problem: (code, params) =>
      code === 'net.timeout'
        ? `${params['host']}:${params['port']} 在 ${params['seconds']} 秒内没有应答。请检查地址、路由和防火墙。`
        : `认证失败：${params['host']} 拒绝了用户 ${params['username']} 的凭据。请在设备页检查用户名和密码。`,
    options: {
      customer: '江城市第一人民医院',
      project: '2026 年四季度网络设备巡检服务',
      inspector: '李工',
      confidentiality: '内部资料 注意保密',
      formats: ['docx', 'html'],
    },
    messages: [],
    locale: 'zh-CN',
    version: '0.1.0',
    ...change,
  });
}
