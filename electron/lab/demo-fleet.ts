import type { DeviceSpec, Fleet, FleetOptions, LabDevice } from './device-spec';
import { startFleet } from './fleet';

/** The demo's devices: one in good health, one in bad, one that breaks off, one whose licences want renewing. */
export const demoSpecs: readonly DeviceSpec[] = [
  { name: '总部-接入-01', personality: 'os6860-aos8', username: 'inspector', password: 'Demo.Access-4417' },
  {
    name: '数据中心-汇聚-01',
    personality: 'os6900-hot-aos8',
    username: 'inspector',
    password: 'Demo.Aggregation-8035',
  },
  {
    name: '校园-接入-3F',
    personality: 'os6450-aos6',
    fault: 'cut-mid-output',
    username: 'inspector',
    password: 'Demo.Campus-2960',
  },
  { name: '出口防火墙', personality: 'ngfw-renewing-telnet', username: 'auditor', password: 'Demo.Firewall-7182' },
];

/** Starts the demo's devices on free ports of loopback. */
export function startDemoFleet(options?: FleetOptions): Promise<Fleet> {
  return startFleet(demoSpecs, options);
}

/** A row of the predecessor's workbook, as its sheet `assets` or 设备信息 holds it. */
export type WorkbookRow = {
  readonly hostname: string;
  readonly host: string;
  readonly protocol: 'SSH' | 'TELNET';
  readonly port: number;
  readonly username: string;
  readonly password: string;
  readonly deviceType: string;
};

/** What the predecessor's workbook says: its devices, and its commands by device type. */
export type DemoWorkbook = {
  readonly rows: readonly WorkbookRow[];
  readonly commandsByType: Readonly<Record<string, readonly string[]>>;
};

/** The workbook of a user of the predecessor who has these devices. */
export function demoWorkbook(devices: readonly LabDevice[]): DemoWorkbook {
  return {
    rows: devices.map((device) => ({
      hostname: device.name,
      host: device.host,
      protocol: device.protocol === 'ssh' ? 'SSH' : 'TELNET',
      port: device.port,
      username: device.username,
      password: device.password,
      deviceType: device.platform,
    })),
    commandsByType: {
      alcatel_aos: [
        'show system',
        'show chassis',
        'show microcode working',
        'show running-directory',
        'show health',
        'show temperature',
        'show fan',
        'show powersupply',
        'show interfaces status',
      ],
      cisco_asa: ['show license'],
    },
  };
}
