import * as z from 'zod';
import { DeviceId, ScheduleId } from './ids';

/** When runs happen: a five-field cron expression in local time, or every so many minutes. */
export const When = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cron'), expression: z.string().min(9).max(200) }),
  z.object({ kind: z.literal('interval'), minutes: z.int().min(5).max(44640) }),
]);
export type When = z.infer<typeof When>;

/** When which devices are inspected by themselves. */
export const Schedule = z.object({
  id: ScheduleId,
  name: z.string().min(1).max(128),
  isEnabled: z.boolean(),
  when: When,
  /** Empty means every device that is not skipped. */
  deviceIds: z.array(DeviceId).max(10000).default([]),
});
export type Schedule = z.infer<typeof Schedule>;

/** A schedule with what the clock says about it. Epoch milliseconds. */
export const ScheduleView = Schedule.extend({ nextAt: z.number().nullable(), lastFiredAt: z.number().nullable() });
export type ScheduleView = z.infer<typeof ScheduleView>;
