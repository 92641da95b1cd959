import type { Report, ReportDevice, ReportFinding } from '../../../shared/model/report';
import type { Level } from '../../../shared/model/verdict';

const order: readonly Level[] = ['n/a', 'pass', 'unknown', 'warn', 'fail'];

/** 0 for n/a up to 4 for fail. */
export function severity(level: Level): number {
  return order.indexOf(level);
}

/** Devices for a summary: fail, warn, unknown, pass; inside a verdict in the order of the inventory. */
export function worstFirst(devices: readonly ReportDevice[]): readonly ReportDevice[] {
  return devices.toSorted((a, b) => severity(b.verdict) - severity(a.verdict));
}

/** One row of "problems and advice". `finding` is undefined where the device stopped before anything was judged. */
export type Problem = {
  readonly device: ReportDevice;
  readonly level: Level;
  readonly finding: ReportFinding | undefined;
};

/** Everything that is not good, worst first. A device that is not 正常 is always in the list. */
export function listProblems(report: Report): readonly Problem[] {
  return report.devices
    .flatMap((device): readonly Problem[] => {
      const problems = device.findings
        .filter(({ level }) => level !== 'pass' && level !== 'n/a')
        .map((finding) => ({ device, level: finding.level, finding }));
      return problems.length > 0 || device.verdict === 'pass'
        ? problems
        : [{ device, level: device.verdict, finding: undefined }];
    })
    .toSorted((a, b) => severity(b.level) - severity(a.level));
}

/** The finding that explains a device's verdict; undefined for a device that is 正常. */
export function worstFinding(device: ReportDevice): ReportFinding | undefined {
  if (device.verdict === 'pass') return undefined;
  return device.findings
    .filter(({ level }) => level !== 'pass' && level !== 'n/a')
    .toSorted((a, b) => severity(b.level) - severity(a.level))[0];
}

/** What a device says of itself; undefined where it was not read. */
export type DeviceFacts = {
  readonly systemName: string | undefined;
  readonly model: string | undefined;
  readonly serial: string | undefined;
  readonly release: string | undefined;
  readonly uptimeSeconds: number | undefined;
};

/** Model, serial number, release and up time from the readings; several chassis are joined. */
export function deviceFacts(device: ReportDevice): DeviceFacts {
  const all = (kind: string, name: string): readonly string[] => [
    ...new Set(
      device.readings
        .filter((reading) => reading.kind === kind)
        .map((reading) => reading.values[name])
        .filter((value): value is string => typeof value === 'string' && value.trim() !== ''),
    ),
  ];
  const joined = (...lists: readonly (readonly string[])[]): string | undefined => {
    const found = lists.find((list) => list.length > 0);
    return found?.join(' / ');
  };
  const uptime = device.readings.find((reading) => reading.kind === 'uptime')?.values['seconds'];
  return {
    systemName: joined(all('system', 'name')),
    model: joined(all('chassis', 'model'), all('system', 'model')),
    serial: joined(all('chassis', 'serial')),
    release: joined(all('system', 'release'), all('software', 'release')),
    uptimeSeconds: typeof uptime === 'number' ? uptime : undefined,
  };
}
