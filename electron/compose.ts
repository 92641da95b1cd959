import { translate } from '../shared/i18n/translate';
import { AppError } from '../shared/errors';
import type { RunId } from '../shared/model/ids';
import { appState } from './compose/app-state';
import { bindSecrets } from './compose/bind-secrets';
import { tellCutOff } from './compose/cut-off';
import { createDemo, type Demo } from './compose/demo';
import { composeEngine, type Engine } from './compose/engine';
import { runStarter, type RunStarter } from './compose/start-runs';
import { openStores, openVault, pruneRuns, type Stores } from './compose/stores';
import type { World } from './compose/world';
import { reportOf, writeRunReports } from './engine/run/after-run';
import { createLiveRuns } from './engine/run/live-runs';
import { coalesce } from './engine/run/events';
import { createScheduler } from './engine/run/scheduler';
import { within } from './engine/run/within';
import { openSessionWith } from './engine/access/open-session';
import { removeLeftovers } from './engine/store/atomic-file';
import { lockFolder } from './engine/store/folder-lock';
import { openRunFolder, runFolderPath } from './engine/store/run-folder';
import { allHandlers } from './ipc/handlers';
import { pauseSchedule } from './ipc/schedule';
import type { Services } from './ipc/services';

/** Messages on the wire are waited for so long when the program quits; after that the next start takes them up. */
const quitWaitMs = 3000;
/** Live output reaches the window at most this often. */
const pushEveryMs = 50;

/** The app without its desktop: everything that works, and what starts and ends it. */
export type Composition = {
  readonly services: Services;
  readonly handlers: ReturnType<typeof allHandlers>;
  readonly pause: (isPaused: boolean) => void;
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
  const unlock = lockFolder(world.dataFolder, 'Xunjian 巡检台');
  removeLeftovers(world.dataFolder);
  const stores = openStores(world);
  const events = coalesce(world.clock, pushEveryMs, world.onEvents);
  const changed = () => world.onState(appState(services));
  const engine = engineOf(world, stores, changed);
  const runs = runStarter(stores, engine, world, () => {
    changed();
    services.scheduler.look();
  });
  const { settings, ledger } = stores;
  const demo = createDemo({ ...stores, ...world, group: () => translate(settings.get().locale, 'demo.group') });
  const scheduler = createScheduler({
    clock: world.clock,
    log: world.log,
    state: ledger.schedules,
    schedules: () => settings.get().schedules,
    isPaused: () => settings.get().schedulePaused,
    fire: runs.fire,
    onClockBack: ({ byMs, now }) =>
      ledger.audit.add({ at: now, action: 'clock was ahead', detail: `${Math.round(byMs / 1000)} s` }),
  });
  const services = servicesOf(world, stores, engine, { scheduler, runs, demo, changed, flush: events.flush });
  engine.bus.subscribe((event) => {
    events.add(event);
    if (event.kind === 'run-started' || event.kind === 'run-finished') changed();
  });
  return {
    services,
    handlers: allHandlers(services),
    pause: (isPaused) => pauseSchedule(services, isPaused),
    runFromTray: runs.fromTray,
    stopRun: runs.stop,
    afterSleep() {
      scheduler.look();
      engine.outbox.wake();
    },
    start: () => start(services, stores, world),
    async stop() {
      scheduler.stop();
      runs.stop();
      await runs.settled();
      await within(engine.outbox.stop(), quitWaitMs, world.clock);
      await demo.stop();
      events.stop();
      await world.texts.close();
      ledger.close();
      unlock();
    },
  };
}

function engineOf(world: World, stores: Stores, changed: () => void): Engine {
  const { vault, hostKeys, settings, ledger } = stores;
  return composeEngine({
    ...world,
    ledger,
    secrets: vault,
    seal: (bytes, context) => vault.seal(bytes, context),
    hostKeys,
    jumpHosts: stores.inventory.list,
    settings: settings.get,
    folderFor: (runId, devices) => openRunFolder(runFolderPath(world.dataFolder, runId), devices),
    withMessages: true,
    withReport: true,
    onOutboxChange: (entry) => {
      world.onOutbox([entry]);
      changed();
    },
    afterReports: () => pruneRuns(stores, world),
  });
}

type Parts = {
  readonly scheduler: Services['scheduler'];
  readonly runs: RunStarter;
  readonly demo: Demo;
  readonly changed: () => void;
  /** Sends the window what waits for it. */
  readonly flush: () => void;
};

function servicesOf(world: World, stores: Stores, engine: Engine, parts: Parts): Services {
  const { clock, log, random, shell, version, runtime, platform, dataFolder } = world;
  const { ledger, settings, notices } = stores;
  const live = createLiveRuns(engine.bus, ledger);
  const orderOf = (runId: RunId) => {
    const run = ledger.runs.find(runId);
    if (run === undefined) throw new AppError('run.not-found');
    const { locale, report: options } = settings.get();
    return { run, locale, options };
  };
  const reportPorts = { ledger, log, version, texts: world.texts };
  const services: Services = {
    ...stores,
    ...engine,
    live: {
      snapshot: (runId) => {
        parts.flush();
        return live.snapshot(runId);
      },
    },
    clock,
    log,
    random,
    shell,
    scheduler: parts.scheduler,
    openSession: openSessionWith(() => settings.get().allowFtp),
    startRun: parts.runs.start,
    deviceReport: async (runId, deviceId) => {
      const outcomes = ledger.outcomes.ofRun(runId).filter(({ device }) => device.id === deviceId);
      const content = await reportOf({ ...orderOf(runId), outcomes }, reportPorts);
      return content.devices[0];
    },
    sendAgain: async (runId, channelIds) => {
      const order = { ...orderOf(runId), formats: [], resentAt: clock.now() };
      const { message } = await writeRunReports(order, reportPorts);
      return engine.outbox.enqueue(message, channelIds.length === 0 ? {} : { channelIds });
    },
    startDemo: async () => {
      const devices = await parts.demo.start();
      parts.changed();
      return devices;
    },
    state: () => appState(services),
    info: { version, runtime, platform, dataFolder, notices: () => notices },
    bindSecrets: () => bindSecrets(stores, log),
    changed: parts.changed,
  };
  return services;
}

async function start(services: Services, { vault, ledger, notices }: Stores, world: World): Promise<void> {
  await openVault(vault, notices);
  services.bindSecrets();
  const { outbox, settings } = services;
  try {
    await tellCutOff({ ...world, ledger, outbox, settings: settings.get, withMessages: true, withReport: true });
    if (!vault.status().isLocked) services.outbox.start();
  } catch (error) {
    // A full disk must not keep the window shut: it is told there, and the next start takes up what was left.
    if (!(error instanceof AppError)) throw error;
    world.log.error('what the last life left could not be taken up', {}, error);
    notices.push({ code: error.code, params: { ...error.params } });
  }
  services.scheduler.start();
  services.changed();
}
