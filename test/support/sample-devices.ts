import type { Finding } from '../../shared/model/finding';
import type { Reading } from '../../shared/model/reading';
import type { CommandEnd, Phase } from '../../shared/model/run';

type Judged = Pick<Finding, 'check' | 'level' | 'reason'> & Partial<Finding>;

/** One command of an invented device: its output, and what was judged on which line. */
export type SampleCommand = {
  readonly command: string;
  readonly text: string;
  readonly end?: CommandEnd;
  readonly findings?: readonly (Judged & { readonly line: string })[];
};

/** An invented device, written down shortly. */
export type SampleDevice = {
  readonly name: string;
  readonly host: string;
  readonly protocol?: 'ssh' | 'telnet';
  readonly platform?: string;
  readonly member?: string;
  readonly group?: string;
  readonly phase?: Phase;
  readonly code?: string;
  readonly commands: readonly SampleCommand[];
  readonly findings?: readonly Judged[];
  readonly readings?: readonly Reading[];
  readonly files?: readonly string[];
};

type Health = { readonly cpu: number; readonly memory: number };

const systemText = (name: string, model: string) => `System:
  Description:  Alcatel-Lucent Enterprise ${model} 8.9.221.R03 GA, March 12, 2025.,
  Object ID:    1.3.6.1.4.1.6486.801.1.1.2.1.11.1.3,
  Up Time:      212 days 6 hours 41 minutes and 9 seconds,
  Contact:      网络中心 值班电话 010-5555-0100,
  Name:         ${name},
  Location:     门诊楼 3 层 弱电间 A3-07,
  Services:     78,
  Date & Time:  SUN NOV 22 2026 09:03:11 (ZP8)
Flash Space:
    Primary CMM:
      Available (bytes):  912384000,
      Comments         :  None
`;

const pad = (value: number) => String(value).padStart(2, ' ');

function system(name: string, model: string): SampleCommand {
  return {
    command: 'show system',
    text: systemText(name, model),
    findings: [
      {
        check: 'software-version',
        level: 'pass',
        reason: 'status-good',
        value: '8.9.221.R03',
        line: `  Description:  Alcatel-Lucent Enterprise ${model} 8.9.221.R03 GA, March 12, 2025.,`,
      },
    ],
  };
}

function health({ cpu, memory }: Health): SampleCommand {
  const line = (name: string, value: number) =>
    `${name}${pad(value)}       ${pad(value)}      ${pad(value)}      ${pad(value)}`;
  const cpuLine = line('CPU                       ', cpu);
  const memoryLine = line('Memory                    ', memory);
  const level = (value: number) => (value >= 80 ? 'fail' : value >= 70 ? 'warn' : 'pass');
  const reason = (value: number) => (value >= 80 ? 'over-limit' : value >= 70 ? 'near-limit' : 'within-limit');
  const judged = (check: string, value: number, quoted: string) => ({
    ...({ check, level: level(value), reason: reason(value), value, unit: '%', limit: 80, line: quoted } as const),
    limitSource: 'device' as const,
  });
  return {
    command: 'show health',
    text: `CMM                    Current   1 Min    1 Hr   1 Day
Resources                         Avg      Avg     Avg
----------------------+---------+-------+-------+-------
${cpuLine}
${memoryLine}
`,
    findings: [judged('cpu-load', cpu, cpuLine), judged('memory-use', memory, memoryLine)],
  };
}

function temperature(celsius: number): SampleCommand {
  const isOver = celsius >= 73;
  const line = ` 1/CMMA            ${celsius}       15 to 73      78       73     ${isOver ? 'OVER' : 'UNDER'} THRESHOLD`;
  return {
    command: 'show temperature',
    text: `Chassis/Device | Current |    Range    | Danger | Thresh |  Status
---------------+---------+-------------+--------+--------+-----------
${line}
`,
    findings: [
      {
        ...{
          check: 'temperature',
          subject: '1/CMMA',
          value: celsius,
          unit: '°C',
          limit: 73,
          limitSource: 'device',
          line,
        },
        level: isOver ? 'fail' : 'pass',
        reason: isOver ? 'over-limit' : 'within-limit',
      },
    ],
  };
}

const noFan: SampleCommand = {
  command: 'show fan',
  text: 'Chassis/Tray | Fan | Functional\n-------------+-----+------------\n\nThis product has no fans.\n',
  findings: [{ check: 'fan', level: 'n/a', reason: 'no-such-part', line: 'This product has no fans.' }],
};

function power(isGood: boolean): SampleCommand {
  const first = ' 1/1         150       AC       UP            Internal';
  const second = ` 1/2         150       AC       ${isGood ? 'UP    ' : 'UNPLUG'}        Internal`;
  return {
    command: 'show powersupply',
    text: `             Total     PS
Chassis/PS   Power     Type     Status        Location
-----------+---------+-------+-------------+-----------
${first}
${second}
    Total   300
`,
    findings: [
      { check: 'power-supply', subject: '1/1', level: 'pass', reason: 'status-good', value: 'UP', line: first },
      {
        ...{ check: 'power-supply', subject: '1/2', value: isGood ? 'UP' : 'UNPLUG', line: second },
        level: isGood ? 'pass' : 'fail',
        reason: isGood ? 'status-good' : 'status-bad',
      },
    ],
  };
}

function chassis(model: string, serial: string): SampleCommand {
  const line = '  Operational Status:            UP,';
  return {
    command: 'show chassis',
    text: `Local Chassis ID 1 (Master)
  Model Name:                    ${model},
  Module Type:                   0x6062201,
  Description:                   Chassis,
  Serial Number:                 ${serial},
  Admin Status:                  POWER ON,
${line}
  Number Of Resets:              17,
  MAC Address:                   02:00:5e:10:00:8d
`,
    findings: [{ check: 'chassis-status', subject: '1', level: 'pass', reason: 'status-good', value: 'UP', line }],
  };
}

const interfaces: SampleCommand = {
  command: 'show interfaces alias',
  text: [
    'Chas/                 Admin    Link    WTR   Alias',
    'Slot/Port  SFP/XFP    Status   Status  (sec)',
    '-----------+---------+--------+-------+-----+-----------------------------------------',
    ...Array.from({ length: 26 }, (_, port) => {
      const isLong = port === 4;
      const name = isLong
        ? '“汇聚至住院部 B 座 12 层弱电间的上联，备用光纤编号 GX-2023-0117，责任人 王工（内线 5120），2023 年 11 月割接后启用，禁止未经批准拔插”'
        : `“门诊楼 ${port + 1} 号点位”`;
      return `   1/1/${String(port + 1).padEnd(4)}  -         enable   ${port % 7 === 3 ? 'down' : 'up  '}    0     ${name}`;
    }),
  ].join('\n'),
};

const swlog: SampleCommand = {
  command: 'show log swlog',
  text: Array.from(
    { length: 34 },
    (_, index) =>
      `2026 Nov 21 2${index % 4}:${String(10 + index).padStart(2, '0')}:07 CORE-SW01 swlogd portMgrCmm main EVENT: CUSTLOG CMM Port 1/1/${index + 1} link state changed, speed=1000 duplex=full media=copper reason=partner-down count=${index * 3}`,
  ).join('\n'),
};

function readings(model: string, serial: string): readonly Reading[] {
  const base = { subject: '', status: null, state: null, role: null, line: '' };
  return [
    { ...base, kind: 'system', command: 'show system', values: { name: 'CORE', model, release: '8.9.221.R03' } },
    { ...base, kind: 'uptime', command: 'show system', values: { seconds: 18_340_869 } },
    { ...base, kind: 'chassis', subject: '1', command: 'show chassis', values: { model, serial } },
  ];
}

function healthy(name: string, host: string, model: string, serial: string, state: Health = { cpu: 14, memory: 41 }) {
  return {
    name,
    host,
    commands: [...[system(name, model), chassis(model, serial), health(state), temperature(56), noFan, power(true)]],
    readings: readings(model, serial),
    files: ['/flash/working/vcboot.cfg'],
  } satisfies SampleDevice;
}

/** Twelve invented devices on documentation addresses. */
export function sampleDevices(): readonly SampleDevice[] {
  const base = healthy('核心交换机-01', '192.0.2.11', 'OS6860E-P48', 'XJA0000000011', { cpu: 91, memory: 74 });
  const cut = healthy('住院部汇聚-02', '192.0.2.14', 'OS6860E-24', 'XJA0000000014');
  return [
    { ...base, commands: [...base.commands.slice(0, 3), temperature(75), noFan, power(false), interfaces, swlog] },
    healthy('核心交换机-02', '192.0.2.12', 'OS6860E-P48', 'XJA0000000012'),
    healthy('门诊楼汇聚-01', '192.0.2.13', 'OS6860E-24', 'XJA0000000013', { cpu: 10, memory: 10 }),
    {
      ...cut,
      commands: [
        ...cut.commands.slice(0, 2),
        {
          command: 'show health',
          end: 'partial',
          text: 'CMM                    Current   1 Min    1 Hr   1 Day\nResources                         Avg      Avg     Avg\n----------------------+---------+-------+-------+-------\nCPU                       14',
          findings: [{ check: 'cpu-load', level: 'unknown', reason: 'cut', line: 'CPU                       14' }],
        },
      ],
      files: [],
    },
    {
      ...{ name: '急诊接入-07', host: '192.0.2.15', phase: 'tcp', code: 'net.timeout', commands: [] },
      findings: [{ check: 'reachability', level: 'fail', reason: 'unreachable', code: 'net.timeout' }],
    },
    {
      ...{ name: '影像科接入-03', host: '192.0.2.16', phase: 'auth', code: 'ssh.auth-failed', commands: [] },
      findings: [{ check: 'reachability', level: 'unknown', reason: 'not-read', code: 'ssh.auth-failed' }],
    },
    {
      ...{
        name: '出口防火墙-主',
        host: '198.51.100.1',
        protocol: 'telnet',
        platform: 'cisco_asa',
        member: 'cisco-asa',
      },
      group: '互联网出口',
      commands: [
        {
          command: 'show license',
          text: 'Licensed features for this platform:\nIPS Module                        : Enabled        21 days\nBotnet Traffic Filter             : Enabled        400 days\nSecurity Contexts                 : 10             perpetual\n',
          findings: [
            {
              ...{ check: 'licence-expiry', subject: 'IPS Module', level: 'fail', reason: 'expires', value: 21 },
              ...{ unit: 'd', limit: 30, limitSource: 'default' },
              line: 'IPS Module                        : Enabled        21 days',
            },
            {
              ...{ check: 'licence-expiry', subject: 'Botnet Traffic Filter', level: 'pass', reason: 'expires' },
              ...{ value: 400, unit: 'd', limit: 30, limitSource: 'default' },
              line: 'Botnet Traffic Filter             : Enabled        400 days',
            },
            {
              ...{ check: 'licence-expiry', subject: 'Security Contexts', level: 'pass', reason: 'permanent' },
              line: 'Security Contexts                 : 10             perpetual',
            },
          ],
        },
      ],
    },
    healthy('行政楼接入-01', '192.0.2.21', 'OS6860-48', 'XJA0000000021', { cpu: 22, memory: 72 }),
    healthy('行政楼接入-02', '192.0.2.22', 'OS6860-48', 'XJA0000000022'),
    healthy('后勤楼接入-01', '192.0.2.23', 'OS6860-24', 'XJA0000000023'),
    healthy('后勤楼接入-02', '192.0.2.24', 'OS6860-24', 'XJA0000000024'),
    {
      ...{ name: '旧楼接入-01', host: '192.0.2.31', member: 'ale-aos6', group: '旧楼' },
      commands: [
        {
          command: 'show fan',
          end: 'refused',
          text: 'ERROR: Invalid entry: "fan"\n',
          findings: [{ check: 'fan', level: 'unknown', reason: 'refused', line: 'ERROR: Invalid entry: "fan"' }],
        },
        { command: 'show hardware info', end: 'unknown', text: '' },
      ],
    },
  ];
}
