import * as z from 'zod';
import { SettingsV1 } from './v1';

/** The longest wait for one answer, milliseconds: an hour. */
export const mostWaitMs = 3_600_000;
/** The longest time for one device, milliseconds: a day. */
export const mostDeviceMs = 86_400_000;
/** The most that is kept of one answer or file, MB (1,048,576 bytes). */
export const mostMegabytes = 256;

const megabytes = z.int().min(1).max(mostMegabytes).default(32);

/**
 * Budgets of every wait, milliseconds, and of what comes in. A command's budget counts silence, not length. What is larger
 * than its size is told as cut off.
 */
export const Budgets = z.object({
  connectMs: z.int().min(100).max(mostWaitMs).default(15_000),
  commandMs: z.int().min(100).max(mostWaitMs).default(30_000),
  fileMs: z.int().min(100).max(mostWaitMs).default(60_000),
  deviceMs: z.int().min(1000).max(mostDeviceMs).default(300_000),
  /** The most that one command may print. */
  outputMegabytes: megabytes,
  /** The largest file that is fetched. */
  fileMegabytes: megabytes,
});
export type Budgets = z.infer<typeof Budgets>;

/** Settings as stored by version 2: waits and sizes have upper bounds. */
export const SettingsV2 = SettingsV1.extend({ version: z.literal(2), budgets: Budgets.prefault({}) });
export type SettingsV2 = z.infer<typeof SettingsV2>;

/** Brings version 1 on: waits that no timer could hold become the longest ones that are allowed. */
export function fromV1(old: SettingsV1): SettingsV2 {
  const { connectMs, commandMs, fileMs, deviceMs } = old.budgets;
  const budgets = {
    connectMs: Math.min(connectMs, mostWaitMs),
    commandMs: Math.min(commandMs, mostWaitMs),
    fileMs: Math.min(fileMs, mostWaitMs),
    deviceMs: Math.min(deviceMs, mostDeviceMs),
  };
  return SettingsV2.parse({ ...old, version: 2, budgets });
}
