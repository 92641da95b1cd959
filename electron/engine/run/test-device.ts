import type { ErrorCode, ErrorParams } from '../../../shared/errors';
import type { Device } from '../../../shared/model/device';
import type { Phase } from '../../../shared/model/run';
import type { Budgets } from '../../../shared/model/settings';
import { membersFor } from '../judge/platform-lookup';
import type { Clock, Log, SecretReader } from '../ports';
import { SessionError, type HostKeys, type OpenSession } from '../session/session';

/** How far a login came: the rungs passed, then the first one that broke. */
export type DeviceTestResult = {
  readonly passed: Phase[];
  readonly broken: Phase | null;
  readonly code: ErrorCode | null;
  readonly params: Record<string, string | number>;
  readonly prompt: string | null;
  readonly hostKey: string | null;
  readonly ms: number;
};

export type DeviceTestPorts = {
  readonly clock: Clock;
  readonly log: Log;
  readonly hostKeys: HostKeys;
  readonly openSession: OpenSession;
  readonly secrets: SecretReader;
};

/** Logs in to one device and out again, and says how far it came. No command is sent. */
export async function testDevice(device: Device, budgets: Budgets, ports: DeviceTestPorts): Promise<DeviceTestResult> {
  const { clock, secrets, hostKeys, log } = ports;
  const { host, port, protocol, username } = device;
  const passed: Phase[] = [];
  const startedAt = clock.elapsed();
  const broke = (phase: Phase, code: ErrorCode, params: ErrorParams, hostKey: string | null): DeviceTestResult => ({
    passed,
    broken: phase,
    code,
    params: { ...params },
    prompt: null,
    hostKey,
    ms: clock.elapsed() - startedAt,
  });
  const read = (ref: Device['password']) => (ref === undefined ? undefined : secrets.read(ref));
  const password = read(device.password);
  if (password === undefined) return broke('auth', 'device.no-credential', { host }, null);
  let reached: Phase | undefined;
  const onPhase = (phase: Phase) => {
    if (reached !== undefined && !passed.includes(reached)) passed.push(reached);
    reached = phase;
  };
  try {
    const target = { host, port, protocol, username, password, enableSecret: read(device.enableSecret) };
    const { traits } = membersFor(device.platform)[0];
    const signal = new AbortController().signal;
    const session = await ports.openSession(target, { budgets, traits, hostKeys, clock, log, signal, onPhase });
    if (reached !== undefined && !passed.includes(reached)) passed.push(reached);
    const { prompt, hostKey } = session;
    await session.close();
    return { passed, broken: null, code: null, params: {}, prompt, hostKey, ms: clock.elapsed() - startedAt };
  } catch (error) {
    // What broke is the answer that was asked for; our own mistakes go on to the edge.
    if (!(error instanceof SessionError)) throw error;
    return broke(error.phase, error.code, error.params, error.hostKey);
  }
}
