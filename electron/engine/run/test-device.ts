import { AppError, type ErrorCode, type ErrorParams } from '../../../shared/errors';
import type { Device } from '../../../shared/model/device';
import type { Phase } from '../../../shared/model/run';
import type { Budgets } from '../../../shared/model/settings';
import { membersFor } from '../judge/platform-lookup';
import type { Clock, Log, SecretReader } from '../ports';
import { SessionError, type HostKeys, type OpenSession } from '../session/session';
import { targetOf } from './target-of';

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
  /** The devices that may be named as jump hosts; none when left out. */
  readonly jumpHosts?: () => readonly Device[];
};

/** Logs in to one device and out again, and says how far it came. No command is sent. */
export async function testDevice(device: Device, budgets: Budgets, ports: DeviceTestPorts): Promise<DeviceTestResult> {
  const { clock, secrets, hostKeys, log } = ports;
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
  let reached: Phase | undefined;
  const onPhase = (phase: Phase) => {
    if (reached !== undefined && !passed.includes(reached)) passed.push(reached);
    reached = phase;
  };
  try {
    const target = targetOf(device, { secrets, devices: ports.jumpHosts?.() ?? [] });
    const { traits } = membersFor(device.platform)[0];
    const signal = new AbortController().signal;
    const session = await ports.openSession(target, { budgets, traits, hostKeys, clock, log, signal, onPhase });
    if (reached !== undefined && !passed.includes(reached)) passed.push(reached);
    const { prompt, hostKey } = session;
    await session.close();
    return { passed, broken: null, code: null, params: {}, prompt, hostKey, ms: clock.elapsed() - startedAt };
  } catch (error) {
    // What broke is the answer that was asked for; our own mistakes go on to the edge.
    if (error instanceof AppError) return broke('auth', error.code, error.params, null);
    if (!(error instanceof SessionError)) throw error;
    return broke(error.phase, error.code, error.params, error.hostKey);
  }
}
