import type { Outbox } from '../engine/delivery/outbox';
import type { Clock, Log, Random, Shell } from '../engine/ports';
import type { OpenSession } from '../engine/session/session';
import type { Runner } from '../engine/run/runner';
import type { Scheduler } from '../engine/run/scheduler';
import type { LiveRuns } from '../engine/run/live-runs';
import type { ReportDevice } from '../../shared/model/report';
import type { Run, RunTrigger } from '../../shared/model/run';
import type { ChannelId, DeviceId, RunId } from '../../shared/model/ids';
import type { HostKeyStore } from '../engine/store/host-key-store';
import type { InventoryStore } from '../engine/store/inventory-store';
import type { Ledger } from '../engine/store/ledger/ledger';
import type { SettingsStore } from '../engine/store/settings-store';
import type { Vault } from '../engine/store/vault';
import type { AppInfo, AppState } from '../../shared/contract/app';

/** What the handlers work with; compose builds it once. */
export type Services = {
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Random;
  readonly shell: Shell;
  readonly settings: SettingsStore;
  readonly inventory: InventoryStore;
  readonly hostKeys: HostKeyStore;
  readonly vault: Vault;
  readonly ledger: Ledger;
  readonly outbox: Outbox;
  readonly runner: Runner;
  readonly scheduler: Scheduler;
  readonly live: LiveRuns;
  readonly openSession: OpenSession;
  /** Starts a run over the devices named, or all; the trigger goes into the record. */
  readonly startRun: (trigger: RunTrigger, deviceIds: readonly DeviceId[]) => Run;
  /** One device of a stored run with whole outputs; undefined where it was not in the run. @throws AppError `run.not-found` */
  readonly deviceReport: (runId: RunId, deviceId: DeviceId) => Promise<ReportDevice | undefined>;
  /** Queues a run's summary again, to the channels named or to all enabled ones; returns how many were queued. */
  readonly sendAgain: (runId: RunId, channelIds: readonly ChannelId[]) => Promise<number>;
  /** Starts the simulated devices; undefined where the product was built without them. */
  readonly startDemo: () => Promise<number>;
  readonly state: () => AppState;
  readonly info: Omit<AppInfo, 'state' | 'locale' | 'theme' | 'isFirstStart' | 'notices'> & {
    readonly notices: () => AppInfo['notices'];
  };
  /** Gives each secret of an old vault the destination that stands in inventory and settings; after an opening. */
  readonly bindSecrets: () => void;
  /** Something that the tray and the header show has changed. */
  readonly changed: () => void;
};
