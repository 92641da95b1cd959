import { join } from 'node:path';
import { createRunBus } from '../../../../electron/engine/run/events';
import { createRunner, type StartOrder } from '../../../../electron/engine/run/runner';
import type { OpenSession } from '../../../../electron/engine/session/session';
import { openLedger } from '../../../../electron/engine/store/ledger/open-ledger';
import { openRunFolder } from '../../../../electron/engine/store/run-folder';
import { createFilter } from '../../../../electron/engine/text/filter';
import { createRedactor } from '../../../../electron/engine/text/redact';
import { textJobs } from '../../../../electron/engine/workers/text-jobs';
import { workHere } from '../../../../electron/engine/workers/work-here';
import { Device } from '../../../../shared/model/device';
import type { Outcome } from '../../../../shared/model/run';
import { defaultSettings, type Settings } from '../../../../shared/model/settings';
import { manualClock, type ManualClock } from '../../../support/manual-clock';
import { silentLog } from '../../../support/silent-log';
import { countingRandom, temporaryFolder } from '../../../support/store-parts';
import { memoryHostKeys } from '../access/lab-session';

const filter = createFilter(createRedactor());

/** A device of a test, with a password of its own. */
export function aDevice(name: string, more: Readonly<Record<string, unknown>> = {}): Device {
  const place = { host: '192.0.2.20', port: 22, protocol: 'ssh', platform: 'linux', username: 'inspector' };
  return Device.parse({ id: name, name, ...place, password: `device.${name}.password`, ...more });
}

type Going = {
  readonly clock: ManualClock;
  /** The outcomes so far. */
  readonly outcomes: readonly Outcome[];
  readonly done: Promise<unknown>;
};

/** Starts a run over devices whose sessions open as the test says; everything else is what the product uses. */
export function startRun(
  devices: readonly Device[],
  openSession: OpenSession,
  order: Partial<Omit<StartOrder, 'settings'>> & {
    readonly settings?: Partial<Settings>;
    readonly password?: string;
  } = {},
): Going {
  const clock = manualClock();
  const outcomes: Outcome[] = [];
  const folder = temporaryFolder();
  const runner = createRunner({
    ...{ clock, log: silentLog, openSession, hostKeys: memoryHostKeys(), random: countingRandom() },
    ledger: openLedger(':memory:').ledger,
    bus: createRunBus(clock),
    secrets: { read: (ref) => order.password ?? ref },
    seal: (bytes) => bytes,
    filter,
    texts: workHere(textJobs(filter)),
    folderFor: (id, of) => openRunFolder(join(folder, id), of),
    onOutcome: (outcome) => outcomes.push(outcome),
    afterRun: () => Promise.resolve(),
  });
  const { done } = runner.start({
    ...{ trigger: 'manual', fullConfigs: false, withSkipped: false },
    ...order,
    devices,
    settings: { ...defaultSettings(), ...order.settings },
  });
  return { clock, outcomes, done };
}
