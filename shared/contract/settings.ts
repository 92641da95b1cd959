import * as z from 'zod';
import { Settings } from '../model/settings';
import { call, type Contract } from './define';

/** What the settings page edits; channels and schedules have calls of their own. */
export const SettingsView = Settings.omit({ version: true, channels: true, schedules: true, schedulePaused: true });
export type SettingsView = z.infer<typeof SettingsView>;

/** A host key that was accepted. `fingerprint` is SHA256 in base64, `firstSeenAt` epoch milliseconds. */
export const HostKeyView = z.object({
  host: z.string(),
  port: z.int(),
  algorithm: z.string(),
  fingerprint: z.string(),
  firstSeenAt: z.number(),
});
export type HostKeyView = z.infer<typeof HostKeyView>;

/** Messages about settings and known host keys. */
export const settingsContract = {
  'settings.get': call(z.void(), SettingsView),
  'settings.save': call(SettingsView, SettingsView),
  'settings.hostKeys': call(z.void(), z.array(HostKeyView)),
  'settings.forgetHostKey': call(z.object({ host: z.string(), port: z.int() }), z.void()),
} as const satisfies Contract;
