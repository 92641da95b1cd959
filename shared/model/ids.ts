import * as z from 'zod';

/** Identity of one device in the inventory; survives renames and address changes. */
export const DeviceId = z.string().min(1).max(64).brand<'DeviceId'>();
export type DeviceId = z.infer<typeof DeviceId>;

/** Identity of one run; sortable by start time, e.g. `20261122-090300-k3f9`. */
export const RunId = z.string().min(1).max(64).brand<'RunId'>();
export type RunId = z.infer<typeof RunId>;

/** Identity of one configured channel. */
export const ChannelId = z.string().min(1).max(64).brand<'ChannelId'>();
export type ChannelId = z.infer<typeof ChannelId>;

/** Identity of one schedule. */
export const ScheduleId = z.string().min(1).max(64).brand<'ScheduleId'>();
export type ScheduleId = z.infer<typeof ScheduleId>;

/** Name of a secret in the vault. Holds nothing secret itself. */
export const SecretRef = z.string().min(1).max(128).brand<'SecretRef'>();
export type SecretRef = z.infer<typeof SecretRef>;
