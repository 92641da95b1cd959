import type { Handlers } from '../../shared/contract/define';
import type { scheduleContract } from '../../shared/contract/schedule';
import { AppError } from '../../shared/errors';
import { ScheduleId } from '../../shared/model/ids';
import type { Schedule, ScheduleView } from '../../shared/model/schedule';
import { nextTimes } from '../engine/run/next-times';
import type { Services } from './services';

export function scheduleHandlers(services: Services): Handlers<typeof scheduleContract> {
  const { settings, scheduler, ledger, clock, random } = services;
  const store = (schedules: readonly Schedule[]) => {
    settings.save({ ...settings.get(), schedules: [...schedules] });
    scheduler.look();
    services.changed();
  };
  return {
    'schedule.list': () => scheduler.views(),
    'schedule.save': (input): ScheduleView => {
      nextTimes(input.when, clock.now(), 1);
      const id = input.id ?? ScheduleId.parse(random.id(8));
      const before = settings.get().schedules;
      const schedule: Schedule = { ...input, id };
      // A changed rule counts from now: it must not catch up on times that were never its own.
      ledger.schedules.setFired(id, clock.now());
      const isNew = !before.some((each) => each.id === id);
      store(isNew ? [...before, schedule] : before.map((each) => (each.id === id ? schedule : each)));
      const view = scheduler.views().find((each) => each.id === id);
      if (view === undefined) throw new AppError('schedule.not-found');
      return view;
    },
    'schedule.remove': ({ id }) => {
      const { schedules } = settings.get();
      if (!schedules.some((each) => each.id === id)) throw new AppError('schedule.not-found');
      store(schedules.filter((each) => each.id !== id));
    },
    'schedule.pause': ({ isPaused }) => pauseSchedule(services, isPaused),
    'schedule.preview': (when) => nextTimes(when, clock.now(), 5),
  };
}

/** Pauses or resumes all schedules. What fell into the pause is not caught up: the user did not want it. */
export function pauseSchedule({ settings, ledger, scheduler, clock, changed }: Services, isPaused: boolean): void {
  if (!isPaused) for (const { id } of settings.get().schedules) ledger.schedules.setFired(id, clock.now());
  settings.save({ ...settings.get(), schedulePaused: isPaused });
  scheduler.look();
  changed();
}
