import type { DeviceTest } from '../../shared/contract/devices';
import type { Device } from '../../shared/model/device';
import type { Phase } from '../../shared/model/run';
import { membersFor } from '../engine/judge/platform-lookup';
import { SessionError } from '../engine/session/session';
import type { Services } from './services';

/** Logs in to one device and out again, and says how far it came. No command is sent. */
export async function testDevice(device: Device, services: Services): Promise<DeviceTest> {
  const { clock, vault, hostKeys, log, openSession } = services;
  const { host, port, protocol, username } = device;
  const passed: Phase[] = [];
  const startedAt = clock.elapsed();
  const result = (rest: Omit<DeviceTest, 'passed' | 'ms'>): DeviceTest => ({
    ...rest,
    passed,
    ms: clock.elapsed() - startedAt,
  });
  const password = device.password === undefined ? undefined : vault.read(device.password);
  if (password === undefined) {
    return result({ broken: 'auth', code: 'device.no-credential', params: { host }, prompt: null, hostKey: null });
  }
  const enableSecret = device.enableSecret === undefined ? undefined : vault.read(device.enableSecret);
  let reached: Phase | undefined;
  try {
    const session = await openSession(
      { host, port, protocol, username, password, enableSecret },
      {
        budgets: services.settings.get().budgets,
        traits: membersFor(device.platform)[0].traits,
        hostKeys,
        clock,
        log,
        signal: new AbortController().signal,
        onPhase: (phase) => {
          if (reached !== undefined && !passed.includes(reached)) passed.push(reached);
          reached = phase;
        },
      },
    );
    if (reached !== undefined) passed.push(reached);
    const { prompt, hostKey } = session;
    await session.close();
    return result({ broken: null, code: null, params: {}, prompt, hostKey });
  } catch (error) {
    // What broke is the answer that was asked for; our own mistakes go on to the edge.
    if (!(error instanceof SessionError)) throw error;
    const { phase, code, params, hostKey } = error;
    return result({ broken: phase, code, params: { ...params }, prompt: null, hostKey });
  }
}
