import { openSession } from '../../../../electron/engine/access/open-session';
import type { SessionTraits } from '../../../../electron/engine/session/traits';
import type {
  DeviceSession,
  HostKeyRecord,
  HostKeys,
  SessionOptions,
  Target,
} from '../../../../electron/engine/session/session';
import type { LabDevice } from '../../../../electron/lab/device-spec';
import { systemClock } from '../../../../electron/node-clock';
import type { Budgets } from '../../../../shared/model/settings';
import type { Phase } from '../../../../shared/model/run';

export const aosTraits: SessionTraits = {
  pagerOff: [],
  prompt: /^[^\s>#]{1,64} ?[>#] ?$/,
  refusals: [/^ERROR:/, /^% Invalid input/],
  pagers: [],
  noise: [/^Please wait\.\.\.$/],
  logout: 'exit',
  enable: undefined,
};

const silentLog = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** Host keys in memory, with a count of what was asked of them. */
export function memoryHostKeys(known: readonly HostKeyRecord[] = []): HostKeys & { readonly all: HostKeyRecord[] } {
  const all = [...known];
  return {
    all,
    find: (host, port) => all.find((each) => each.host === host && each.port === port),
    trustNew: (record) => {
      all.push(record);
      return true;
    },
    noteAlgorithms: (host, port, algorithms, modern) => {
      const at = all.findIndex((each) => each.host === host && each.port === port);
      const known = all[at];
      if (known) all[at] = { ...known, algorithms, ...(modern && { modern }) };
    },
  };
}

/** Session options with short budgets; `phases` collects the steps of the way in. */
export function labOptions(
  more: Partial<Omit<SessionOptions, 'budgets'>> & { readonly budgets?: Partial<Budgets> } = {},
): SessionOptions & { readonly phases: Phase[] } {
  const phases: Phase[] = [];
  return {
    traits: aosTraits,
    hostKeys: memoryHostKeys(),
    clock: systemClock,
    log: silentLog,
    signal: new AbortController().signal,
    onPhase: (phase) => phases.push(phase),
    ...more,
    budgets: { connectMs: 3000, commandMs: 3000, fileMs: 3000, deviceMs: 60_000, ...more.budgets },
    phases,
  };
}

/** Where a simulated device is, and who logs in. */
export function targetOf(device: LabDevice): Target {
  const { host, port, protocol, username, password, enableSecret, ftpPort } = device;
  return { host, port, protocol, username, password, enableSecret, ...(ftpPort !== undefined && { ftpPort }) };
}

/** Opens a session, uses it, and closes it whatever happened. */
export async function withSession<T>(
  device: LabDevice,
  use: (session: DeviceSession) => Promise<T>,
  options: SessionOptions = labOptions(),
): Promise<T> {
  const session = await openSession(targetOf(device), options);
  try {
    return await use(session);
  } finally {
    await session.close();
  }
}
