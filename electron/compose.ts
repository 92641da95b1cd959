import { join } from 'node:path';
import type { AppInfo, AppState } from '../shared/contract/app';
import { AppError, type ErrorCode } from '../shared/errors';
import { translate } from '../shared/i18n/translate';
import type { OutboxEntry } from '../shared/model/channel';
import type { DeviceId, RunId } from '../shared/model/ids';
import type { Report } from '../shared/model/report';
import type { Run, RunEvent, RunTrigger } from '../shared/model/run';
import { composeEngine } from './compose/engine';
import { cutOffNews } from './compose/cut-off';
import { createDemo } from './compose/demo';
import type { Mail } from './engine/channels/channel';
import { runSummaryMessage } from './engine/delivery/compose-message';
import type { Clock, DesktopNotice, Http, Log, Random, Shell } from './engine/ports';
import { within } from './engine/run/within';
import { bundleOf, reportOf } from './engine/run/after-run';
import { coalesce } from './engine/run/events';
import { createScheduler } from './engine/run/scheduler';
import { openSession } from './engine/session/open-session';
import { createHostKeyStore } from './engine/store/host-key-store';
import { createInventoryStore } from './engine/store/inventory-store';
import type { OpenJsonFile } from './engine/store/json-file';
import { openLedger } from './engine/store/ledger/open-ledger';
import { openRunFolder, runFolderPath } from './engine/store/run-folder';
import { createVault } from './engine/store/sealed-vault';
import type { SetAside } from './engine/store/set-aside';
import { createSettingsStore } from './engine/store/settings-store';
import type { KeyStore } from './engine/store/vault';
import type { Redactor } from './engine/text/redact';
import { allHandlers } from './ipc/handlers';
import { pauseSchedule } from './ipc/schedule';
import type { Services } from './ipc/services';

/** Days are counted in these for "refused lately". */
const dayMs = 24 * 60 * 60 * 1000;
/** How many of the newest runs are looked through for one that was cut off; there is at most one. */
const unendedRuns = 20;
/** Messages on the wire are waited for so long when the program quits; after that the next start takes them up. */
const quitWaitMs = 3000;
/** Live output reaches the window at most this often. */
const pushEveryMs = 50;

/** What the app brings from outside. */
export type World = {
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Random;
  readonly http: Http;
  readonly mail: Mail;
  readonly notice: DesktopNotice;
  readonly shell: Shell;
  readonly keyStore: KeyStore;
  readonly openFile: OpenJsonFile;
  readonly redactor: Redactor;
  readonly dataFolder: string;
  readonly version: string;
  readonly runtime: string;
  readonly platform: string;
  readonly onEvents: (events: readonly RunEvent[]) => void;
  readonly onOutbox: (entries: readonly OutboxEntry[]) => void;
  readonly onState: (state: AppState) => void;
};

/** The app without its desktop: everything that works, and what starts and ends it. */
export type Composition = {
  readonly services: Services;
  readonly handlers: ReturnType<typeof allHandlers>;
  readonly pause: (isPaused: boolean) => void;
  /** Starts a run over all devices; what stands in the way is shown as a notification. */
  readonly runFromTray: () => void;
  readonly stopRun: () => void;
  /** The machine woke up: what fell due while it slept is looked for at once. */
  readonly afterSleep: () => void;
  /** Opens the vault, takes up what an earlier life left, starts schedule and outbox. */
  readonly start: () => Promise<void>;
  /** Cancels what runs, waits for it to be written down, closes the stores. */
  readonly stop: () => Promise<void>;
};

/** Ports in, services out: the one place that builds and joins the parts of the app. */
export function compose(world: World): Composition {
  const { clock, log, random, dataFolder, redactor } = world;
  const { openFile } = world;
  const files = { folder: dataFolder, log, openFile };
  const settings = createSettingsStore(files);
  const inventory = createInventoryStore({ ...files, random });
  const hostKeys = createHostKeyStore(files);
  const vault = createVault({ path: join(dataFolder, 'vault.json'), keyStore: world.keyStore, redactor, random, log });
  const opened = openLedger(join(dataFolder, 'ledger.sqlite'), log);
  const { ledger } = opened;
  const notices = [settings, inventory, hostKeys, opened].flatMap(({ setAside }) => noticeOf(setAside));
  const events = coalesce(clock, pushEveryMs, world.onEvents);
  const engine = composeEngine({
    ...world,
    ledger,
    secrets: vault,
    seal: (bytes, context) => vault.seal(bytes, context),
    hostKeys,
    settings: settings.get,
    folderFor: (runId, devices) => openRunFolder(runFolderPath(dataFolder, runId), devices),
    withMessages: true,
    onOutboxChange: (entry) => {
      world.onOutbox([entry]);
      changed();
    },
    afterReports: () => pruneRuns(services),
  });
  const { runner, outbox, live, bus } = engine;
  let done: Promise<unknown> = Promise.resolve();
  bus.subscribe((event) => {
    events.add(event);
    if (event.kind === 'run-started' || event.kind === 'run-finished') changed();
  });
  const startRun = (trigger: RunTrigger, deviceIds: readonly DeviceId[]): Run => {
    if (vault.status().isLocked) throw new AppError('vault.locked');
    const all = inventory.list();
    const devices = deviceIds.length === 0 ? all : all.filter(({ id }) => deviceIds.includes(id));
    const started = runner.start({ devices, trigger, settings: settings.get(), fullConfigs: false });
    done = started.done.then(
      () => {
        changed();
        scheduler.look();
      },
      (cause: unknown) => log.error('run failed by our mistake', { runId: started.run.id }, cause),
    );
    return started.run;
  };
  const scheduler = createScheduler({
    clock,
    log,
    state: ledger.schedules,
    schedules: () => settings.get().schedules,
    isPaused: () => settings.get().schedulePaused,
    fire: (schedule, isCatchUp) => {
      if (runner.current() !== null || vault.status().isLocked || inventory.list().length === 0) return false;
      startRun(isCatchUp ? 'catch-up' : 'schedule', schedule.deviceIds);
      return true;
    },
  });
  const stopRun = () => {
    const current = runner.current();
    if (current !== null) runner.cancel(current);
  };
  const report = (runId: RunId): Report => {
    const run = ledger.runs.find(runId);
    if (run === undefined) throw new AppError('run.not-found');
    const { locale, report: options } = settings.get();
    return reportOf(run, locale, options, { ledger, version: world.version });
  };
  const state = () => stateOf(services);
  const changed = () => world.onState(state());
  const group = () => translate(settings.get().locale, 'demo.group');
  const demo = createDemo({ inventory, vault, log, clock, group });
  const { version, runtime, platform } = world;
  const services: Services = {
    clock,
    log,
    random,
    shell: world.shell,
    settings,
    inventory,
    hostKeys,
    vault,
    ledger,
    outbox,
    runner,
    scheduler,
    live,
    openSession,
    startRun,
    reportOf: report,
    sendAgain: (runId, channelIds) => {
      const content = report(runId);
      const again = runSummaryMessage(content, content.locale, bundleOf(content.run.folder), clock.now());
      return outbox.enqueue(again, channelIds.length === 0 ? {} : { channelIds });
    },
    startDemo: async () => {
      const devices = await demo.start();
      changed();
      return devices;
    },
    state,
    info: { version, runtime, platform, dataFolder, notices: () => notices },
    changed,
  };
  return {
    services,
    handlers: allHandlers(services),
    pause: (isPaused) => pauseSchedule(services, isPaused),
    runFromTray: () => runFromTray(services, world.notice),
    stopRun,
    afterSleep() {
      scheduler.look();
      outbox.wake();
    },
    async start() {
      const status = await openVault(vault, notices);
      for (const run of ledger.runs.list(unendedRuns).filter(({ state: of }) => of === 'running')) {
        await cutOffNews(run, services, world);
      }
      ledger.runs.markCutOff(clock.now());
      if (!status.isLocked) outbox.start();
      scheduler.start();
      changed();
    },
    async stop() {
      scheduler.stop();
      stopRun();
      await done;
      await within(outbox.stop(), quitWaitMs, clock);
      await demo.stop();
      events.stop();
      ledger.close();
    },
  };
}

function runFromTray({ startRun, settings }: Services, notice: DesktopNotice): void {
  try {
    startRun('tray', []);
  } catch (error) {
    // Nobody else would see it: the window may be hidden.
    if (!(error instanceof AppError)) throw error;
    const { locale } = settings.get();
    notice({ title: translate(locale, 'app.name'), body: translate(locale, `error.${error.code}`, error.params) });
  }
}

function stateOf({ runner, ledger, settings, scheduler, clock }: Services): AppState {
  const entries = ledger.outbox.list(200);
  const since = clock.now() - dayMs;
  return {
    running: runner.current(),
    lastRun: ledger.runs.list(1)[0]?.id ?? null,
    isPaused: settings.get().schedulePaused,
    nextRunAt: scheduler.nextAt(),
    messagesWaiting: entries.filter(({ state }) => state === 'queued' || state === 'sending').length,
    messagesRefused: entries.filter(
      ({ state, settledAt }) => (state === 'refused' || state === 'uncertain') && (settledAt ?? 0) > since,
    ).length,
  };
}

function noticeOf(setAside: SetAside | undefined): { code: ErrorCode; params: Record<string, string> }[] {
  if (setAside === undefined) return [];
  const { file, kept, reason } = setAside;
  return [{ code: reason === 'newer' ? 'settings.newer' : 'settings.invalid', params: { file, kept } }];
}

/** A damaged vault was renamed and reported; a new one is begun so that the app can be used. */
async function openVault(vault: Services['vault'], notices: AppInfo['notices']) {
  try {
    return await vault.open();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    notices.push({ code: error.code, params: { ...error.params } });
    return vault.open();
  }
}

/** Removes the oldest runs with their folders, as many as are beyond what the user keeps. */
async function pruneRuns({ ledger, settings, log }: Services): Promise<void> {
  const { keepRuns } = settings.get();
  if (keepRuns === 0) return;
  for (const run of ledger.runs.list(keepRuns + 100).slice(keepRuns)) {
    await openRunFolder(run.folder).remove();
    ledger.runs.remove(run.id);
    log.info('old run removed', { runId: run.id });
  }
}
