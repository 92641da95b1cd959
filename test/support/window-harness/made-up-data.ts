import type { DeviceRow } from '../../../shared/contract/devices';
import type { ReportRow } from '../../../shared/contract/reports';
import type { LiveDevice, RunSnapshot } from '../../../shared/contract/runs';
import type { ChannelView, OutboxEntry } from '../../../shared/model/channel';
import type { ChannelId, DeviceId, RunId, ScheduleId, SecretRef } from '../../../shared/model/ids';
import type { ImportPreview, ImportProblem, ImportRow } from '../../../shared/model/import';
import type { OutcomeDevice, Run, RunState } from '../../../shared/model/run';
import type { ScheduleView } from '../../../shared/model/schedule';
import type { Verdict } from '../../../shared/model/verdict';

const places = ['总部一号楼', '总部二号楼', '研发中心', '数据机房 A', '数据机房 B', '仓储分部'];
const roles = ['核心交换机', '汇聚交换机', '接入交换机', '出口防火墙'];
const platforms = ['alcatel_aos', 'alcatel_aos', 'alcatel_aos', 'cisco_asa'];
export const startedAt = Date.now() - 96_000;
export const runningId = '20261122-090300-k3f9' as RunId;

/** Verdict of the n-th device: mostly good, every kind present. */
export function verdictOfPlace(place: number): Verdict {
  if (place % 11 === 3) return 'fail';
  if (place % 9 === 4) return 'warn';
  return place % 13 === 6 ? 'unknown' : 'pass';
}

export function madeUpDevices(count: number): DeviceRow[] {
  return Array.from({ length: count }, (_, place) => {
    const role = place % roles.length;
    const group = places[Math.floor(place / roles.length) % places.length] ?? '';
    return {
      id: `d-${place}` as DeviceId,
      name: `${group}${roles[role]}-${String(place + 1).padStart(2, '0')}`,
      host: place % 17 === 16 ? `2001:db8::${place}` : `192.0.2.${place + 10}`,
      port: place % 7 === 5 ? 23 : 22,
      protocol: place % 7 === 5 ? 'telnet' : 'ssh',
      platform: platforms[role] ?? 'alcatel_aos',
      username: 'inspector',
      ...(place % 19 === 8 ? {} : { password: `device/${place}` as SecretRef }),
      group,
      comment: place % 8 === 0 ? '双机热备，巡检时注意两台都要看' : '',
      commands: [],
      isSkipped: place % 23 === 21,
      last:
        place % 20 === 19
          ? null
          : { runId: runningId, verdict: verdictOfPlace(place), at: startedAt - 86_400_000 + place * 900 },
    };
  });
}

export function identity({ id, name, host, port, protocol, platform, group }: DeviceRow): OutcomeDevice {
  return { id, name, host, port, protocol, platform, group };
}

export function madeUpSnapshot(devices: readonly DeviceRow[], output: string): RunSnapshot {
  const done = Math.floor(devices.length * 0.4);
  const list = devices.map((row, place): LiveDevice => {
    const device = identity(row);
    const total = 8;
    if (place < done) {
      const verdict = verdictOfPlace(place);
      const isDead = verdict === 'fail' && place % 2 === 1;
      return {
        device,
        state: 'finished',
        phase: isDead ? 'tcp' : null,
        what: null,
        done: isDead ? 0 : total,
        total: isDead ? 0 : total,
        verdict,
        code: isDead ? 'net.timeout' : null,
        totalMs: isDead ? 15_012 : 2400 + place * 37,
        output: isDead ? '' : output,
      };
    }
    if (place < done + 6) {
      const at = place - done;
      return {
        device,
        state: 'running',
        phase: at === 5 ? 'auth' : 'command',
        what: at === 5 ? null : 'show temperature',
        done: at === 5 ? 0 : at + 1,
        total: at === 5 ? 0 : total,
        verdict: null,
        code: null,
        totalMs: null,
        output: at === 5 ? '' : output.slice(0, 900),
      };
    }
    const idle = { phase: null, what: null, done: 0, total: 0, verdict: null, code: null, totalMs: null, output: '' };
    return { device, state: 'waiting', ...idle };
  });
  return { run: madeUpRun(runningId, 'running', startedAt, devices.length), devices: list, seq: 400 };
}

export function madeUpRun(id: RunId, state: RunState, at: number, devices: number): Run {
  const counts = { pass: 0, warn: 0, fail: 0, unknown: 0 };
  for (let place = 0; place < devices; place += 1) counts[verdictOfPlace(place)] += 1;
  return {
    id,
    trigger: state === 'running' ? 'manual' : 'schedule',
    state,
    startedAt: at,
    endedAt: state === 'running' || state === 'cut-off' ? null : at + 187_000,
    devices,
    counts: state === 'running' ? { pass: 0, warn: 0, fail: 0, unknown: 0 } : counts,
    folder: '/home/user/.config/Xunjian/runs/one',
  };
}

export function madeUpReports(devices: number): ReportRow[] {
  const states: RunState[] = ['finished', 'finished', 'cut-off', 'finished', 'cancelled', 'finished'];
  return Array.from({ length: 40 }, (_, place) => {
    const state = states[place % states.length] ?? 'finished';
    const id = `202611${String(21 - (place % 20)).padStart(2, '0')}-083000-a${place}` as RunId;
    const run = madeUpRun(id, state, startedAt - (place + 1) * 86_400_000, devices);
    const files = [
      { format: 'docx', name: 'report.docx', bytes: 1_284_331 },
      { format: 'html', name: 'report.html', bytes: 842_118 },
      { format: 'json', name: 'report.json', bytes: 316_020 },
      { format: 'bundle', name: 'bundle.zip', bytes: 2_918_442 },
    ];
    return { run, files: state === 'cut-off' ? [] : files, messages: state === 'cut-off' ? [] : madeUpOutbox(id) };
  });
}

export function madeUpOutbox(runId: RunId): OutboxEntry[] {
  const at = startedAt - 3_600_000;
  const entry = (place: number, more: Partial<OutboxEntry>): OutboxEntry => ({
    id: `${runId}/c-${place}`,
    runId,
    channelId: `c-${place}` as ChannelId,
    channelKind: 'email',
    channelName: '运维组邮件',
    title: '巡检完成：60 台，正常 45，异常 6，注意 6，判不了 3',
    state: 'accepted',
    attempts: 1,
    createdAt: at - place * 1000,
    nextAttemptAt: null,
    settledAt: at,
    words: '250 2.0.0 Ok: queued as 4F2c1A',
    ...more,
  });
  return [
    entry(0, {}),
    entry(1, {
      channelKind: 'wxpusher',
      channelName: '值班微信推送',
      state: 'partial',
      words: 'UID_8a21：该用户已停止接收（1 / 3 被拒）',
    }),
    entry(2, {
      channelKind: 'wecom-app',
      channelName: '企业微信应用',
      state: 'refused',
      attempts: 2,
      words: '60020 not allow to access from your ip, from ip: 203.0.113.9',
    }),
    entry(3, {
      channelName: '客户邮件',
      state: 'queued',
      attempts: 3,
      nextAttemptAt: startedAt + 300_000,
      words: '451 4.7.1 Greylisted, please try again later',
    }),
    entry(4, { channelKind: 'wxpusher', channelName: '值班微信推送', state: 'uncertain', words: 'timeout after body' }),
    entry(5, { channelKind: 'wecom-app', channelName: '企业微信应用', state: 'sending', words: null }),
  ];
}

export function madeUpChannels(): ChannelView[] {
  const common = { isEnabled: true, sendOn: 'always' as const };
  return [
    {
      ...common,
      id: 'c-0' as ChannelId,
      kind: 'email',
      name: '运维组邮件',
      options: { host: 'smtp.example.com', port: 465, to: ['ops@example.com', 'lead@example.com'] },
      secretsSet: ['password'],
    },
    {
      ...common,
      id: 'c-1' as ChannelId,
      kind: 'wxpusher',
      name: '值班微信推送',
      options: { uids: ['UID_example1'] },
      secretsSet: ['appToken'],
    },
    {
      id: 'c-2' as ChannelId,
      kind: 'wecom-app',
      name: '企业微信应用',
      isEnabled: false,
      sendOn: 'problems',
      options: {},
      secretsSet: [],
    },
  ];
}

export function madeUpSchedules(): ScheduleView[] {
  const at = Date.now();
  return [
    {
      id: 's-0' as ScheduleId,
      name: '工作日早间巡检',
      isEnabled: true,
      when: { kind: 'cron', expression: '30 8 * * 1-5' },
      deviceIds: [],
      nextAt: at + 40_000_000,
      lastFiredAt: at - 46_000_000,
    },
    {
      id: 's-1' as ScheduleId,
      name: '核心设备四小时一次',
      isEnabled: true,
      when: { kind: 'interval', minutes: 240 },
      deviceIds: ['d-0', 'd-4', 'd-8'] as DeviceId[],
      nextAt: at + 9_000_000,
      lastFiredAt: at - 5_400_000,
    },
    {
      id: 's-2' as ScheduleId,
      name: '季度全面检查',
      isEnabled: false,
      when: { kind: 'cron', expression: '0 2 1 */3 *' },
      deviceIds: [],
      nextAt: null,
      lastFiredAt: null,
    },
  ];
}

export function madeUpImport(devices: readonly DeviceRow[]): ImportPreview {
  const problems: ImportProblem[] = [
    { severity: 'error', sheet: 'assets', row: 4, column: 'ip', code: 'placeholder-address', found: 'X.X.X.X' },
    { severity: 'error', sheet: 'assets', row: 6, column: 'password', code: 'number-as-password', found: '' },
    { severity: 'warning', sheet: 'assets', row: 7, column: 'ip', code: 'trailing-blank', found: '192.0.2.15 ' },
    { severity: 'warning', sheet: 'assets', row: 9, column: 'device_type', code: 'unknown-platform', found: 'acme_os' },
    { severity: 'error', sheet: 'assets', row: 11, column: null, code: 'duplicate', found: '192.0.2.10:22' },
    { severity: 'warning', sheet: '说明', row: null, column: null, code: 'unknown-sheet', found: '' },
    { severity: 'warning', sheet: 'assets', row: null, column: 'remark2', code: 'unknown-column', found: '' },
  ];
  const byRow = new Map([4, 6, 7, 9, 11].map((row, place) => [row, place]));
  const rows = devices.slice(0, 24).map((device, place): ImportRow => {
    const row = place + 2;
    const problem = byRow.get(row);
    const isUsable = problem === undefined || problems[problem]?.severity === 'warning';
    const { name, host, port, protocol, platform, username, group, comment, commands, isSkipped } = device;
    const rest = { name, host, port, protocol, platform, username, group, comment, commands, isSkipped };
    return {
      sheet: 'assets',
      row,
      device: { ...rest, host: row === 4 ? 'X.X.X.X' : rest.host },
      hasPassword: device.password !== undefined,
      hasEnableSecret: place % 6 === 0,
      isUsable,
      effect: place % 5 === 4 ? 'update' : place % 7 === 6 ? 'none' : 'new',
      problems: problem === undefined ? [] : [problem],
    };
  });
  return { token: 'one', fileName: '设备巡检清单.xlsx', dialect: 'predecessor-en', rows, problems };
}
