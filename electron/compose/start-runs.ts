import { AppError, type ErrorCode } from '../../shared/errors';
import { translate } from '../../shared/i18n/translate';
import type { DeviceId } from '../../shared/model/ids';
import type { Run, RunTrigger } from '../../shared/model/run';
import type { Schedule } from '../../shared/model/schedule';
import type { Engine } from './engine';
import type { Stores } from './stores';
import type { World } from './world';

/** How runs begin and end in the app. */
export type RunStarter = {
  start(trigger: RunTrigger, deviceIds: readonly DeviceId[]): Run;
  /** True when it was started; false keeps the schedule due. */
  fire(schedule: Schedule, isCatchUp: boolean): boolean;
  /** Starts a run over all devices; what stands in the way is shown as a notification. */
  fromTray(): void;
  stop(): void;
  /** Resolves when the last started run has been written down. */
  settled(): Promise<void>;
};

/** @param onEnd called after each run, when another may start */
export function runStarter(stores: Stores, { runner }: Engine, world: World, onEnd: () => void): RunStarter {
  const { vault, inventory, settings } = stores;
  let last: Promise<void> = Promise.resolve();
  /** Why the schedule could not start a run the last time. */
  let refused: ErrorCode | undefined;
  const tell = (code: ErrorCode, params: AppError['params']): void => {
    const { locale } = settings.get();
    world.notice({ title: translate(locale, 'app.name'), body: translate(locale, `error.${code}`, params) });
  };
  const start = (trigger: RunTrigger, deviceIds: readonly DeviceId[]): Run => {
    if (vault.status().isLocked) throw new AppError('vault.locked');
    const isNamed = deviceIds.length > 0;
    const devices = isNamed ? inventory.list().filter(({ id }) => deviceIds.includes(id)) : inventory.list();
    const order = { devices, trigger, settings: settings.get(), fullConfigs: false, withSkipped: isNamed };
    const { run, done } = runner.start(order);
    last = done.then(onEnd, (cause: unknown) => {
      world.log.error('run ended with a failure', { runId: run.id }, cause);
      const { code, params } = cause instanceof AppError ? cause : new AppError('internal');
      tell(code, params);
      onEnd();
    });
    return run;
  };
  return {
    start,
    fire({ deviceIds }, isCatchUp) {
      if (runner.current() !== null || vault.status().isLocked || inventory.list().length === 0) return false;
      try {
        start(isCatchUp ? 'catch-up' : 'schedule', deviceIds);
        refused = undefined;
        return true;
      } catch (error) {
        // It stays due and is tried again every minute; the user is told once.
        if (!(error instanceof AppError)) throw error;
        if (refused !== error.code) tell(error.code, error.params);
        refused = error.code;
        return false;
      }
    },
    fromTray() {
      try {
        start('tray', []);
      } catch (error) {
        // Nobody else would see it: the window may be hidden.
        if (!(error instanceof AppError)) throw error;
        tell(error.code, error.params);
      }
    },
    stop() {
      const current = runner.current();
      if (current !== null) runner.cancel(current);
    },
    settled: () => last,
  };
}
