import * as z from 'zod';
import { ScheduleId } from '../model/ids';
import { Schedule, ScheduleView, When } from '../model/schedule';
import { call, type Contract } from './define';

/** Messages about schedules. */
export const scheduleContract = {
  'schedule.list': call(z.void(), z.array(ScheduleView)),
  'schedule.save': call(Schedule.extend({ id: ScheduleId.optional() }), ScheduleView),
  'schedule.remove': call(z.object({ id: ScheduleId }), z.void()),
  'schedule.pause': call(z.object({ isPaused: z.boolean() }), z.void()),
  /** The next five times, epoch milliseconds; fails with `schedule.bad-expression`. */
  'schedule.preview': call(When, z.array(z.number())),
} as const satisfies Contract;
