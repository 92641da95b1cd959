import type { DeviceId } from '../../../shared/model/ids';
import type { Finding } from '../../../shared/model/finding';
import type { Reading } from '../../../shared/model/reading';
import { plainFinding } from './judge-readings';

/** The software that a device ran at its last inspection. */
export type FleetRelease = {
  readonly deviceId: DeviceId;
  /** Platform member, `ale-aos8`. */
  readonly member: string;
  readonly model: string;
  readonly release: string;
};

/** Below this many devices of one model nobody is in the minority. */
const leastDevices = 3;

/** A text value of the first reading of a kind that has it. */
function textOf(readings: readonly Reading[], kind: Reading['kind'], key: string): string | undefined {
  const value = readings.find((each) => each.kind === kind && typeof each.values[key] === 'string')?.values[key];
  return typeof value === 'string' ? value : undefined;
}

/** What a device adds to the picture; undefined where model or release are not known, or its packages differ. */
export function releaseOf(
  deviceId: DeviceId,
  member: string | null,
  readings: readonly Reading[],
): FleetRelease | undefined {
  const model = textOf(readings, 'system', 'model') ?? textOf(readings, 'chassis', 'model');
  const releases = new Set(readings.filter(({ kind }) => kind === 'software').map(({ values }) => values['release']));
  const [release] = releases;
  if (member === null || model === undefined || releases.size !== 1 || typeof release !== 'string') return undefined;
  return { deviceId, member, model, release };
}

/**
 * A device whose release is not the one that most devices of its model run is 注意. The others count with what their last
 * inspection found, so that each device is judged by itself and at once.
 */
export function releaseSpread(
  own: FleetRelease | undefined,
  readings: readonly Reading[],
  fleet: readonly FleetRelease[],
): readonly Finding[] {
  const line = readings.find(({ kind }) => kind === 'software');
  if (own === undefined || line === undefined) return [];
  const others = fleet.filter(
    ({ deviceId, member, model }) => deviceId !== own.deviceId && member === own.member && model === own.model,
  );
  const all = [own, ...others];
  if (all.length < leastDevices) return [];
  const counts = new Map<string, number>();
  for (const { release } of all) counts.set(release, (counts.get(release) ?? 0) + 1);
  const most = [...counts].find(([, count]) => count * 2 > all.length)?.[0];
  if (most === undefined || most === own.release) return [];
  const proof = { command: line.command, line: line.line };
  return [
    plainFinding({
      check: 'software-version',
      level: 'warn',
      reason: 'differs',
      value: own.release,
      limit: most,
      proof,
    }),
  ];
}
