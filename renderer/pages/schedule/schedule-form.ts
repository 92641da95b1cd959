import type { DeviceId } from '../../../shared/model/ids';
import type { ScheduleView, When } from '../../../shared/model/schedule';
import type { ScheduleInput } from '../../state/schedule';

/** What the schedule form holds. */
export type ScheduleValues = {
  name: string;
  kind: When['kind'];
  expression?: string;
  minutes?: number | null;
  scope: 'all' | 'some';
  deviceIds?: DeviceId[];
};

/** First values: those of the schedule, or of a new one on working days. */
export function scheduleValues(schedule: ScheduleView | null): ScheduleValues {
  if (schedule === null) return { name: '', kind: 'cron', expression: '30 8 * * 1-5', minutes: 240, scope: 'all' };
  const { name, when, deviceIds } = schedule;
  return {
    name,
    kind: when.kind,
    expression: when.kind === 'cron' ? when.expression : '',
    minutes: when.kind === 'interval' ? when.minutes : 240,
    scope: deviceIds.length === 0 ? 'all' : 'some',
    deviceIds,
  };
}

/** Typed values as the contract takes them. */
export function scheduleInput(schedule: ScheduleView | null, values: ScheduleValues, when: When): ScheduleInput {
  return {
    ...(schedule === null ? {} : { id: schedule.id }),
    name: values.name.trim(),
    isEnabled: schedule?.isEnabled ?? true,
    when,
    deviceIds: values.scope === 'all' ? [] : (values.deviceIds ?? []),
  };
}
