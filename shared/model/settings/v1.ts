import * as z from 'zod';
import { ChannelConfig } from '../channel';
import { Schedule } from '../schedule';
import { Locale } from '../text';

const percent = z.number().min(1).max(100);

/** Limits that a user may move; a limit printed by the device goes before ours. */
export const Thresholds = z.object({
  cpu: z.object({ warnPercent: percent.default(70), failPercent: percent.default(80) }).prefault({}),
  memory: z.object({ warnPercent: percent.default(70), failPercent: percent.default(80) }).prefault({}),
  temperature: z
    .object({
      /** Attention from this many degrees below the device's limit. */
      marginCelsius: z.number().min(0).max(50).default(5),
      /** Used only where the device prints no limit and no status word; null leaves such a sensor at 判不了. */
      failCelsius: z.number().min(1).max(150).nullable().default(null),
    })
    .prefault({}),
  licence: z.object({ warnDays: z.int().min(1).default(90), failDays: z.int().min(0).default(30) }).prefault({}),
});
export type Thresholds = z.infer<typeof Thresholds>;

/** Budgets of every wait, milliseconds. A command's budget counts silence, not length. */
const Budgets = z.object({
  connectMs: z.int().min(100).default(15_000),
  commandMs: z.int().min(100).default(30_000),
  fileMs: z.int().min(100).default(60_000),
  deviceMs: z.int().min(1000).default(300_000),
});

/** What the report's cover and signature block say. */
export const ReportOptions = z.object({
  customer: z.string().max(200).default(''),
  project: z.string().max(200).default(''),
  inspector: z.string().max(100).default(''),
  confidentiality: z.string().max(100).default(''),
  formats: z.array(z.string()).default(['docx', 'html']),
});
export type ReportOptions = z.infer<typeof ReportOptions>;

/** Settings as stored by version 1. Channels and schedules live here too; devices in the inventory store. */
export const SettingsV1 = z.object({
  version: z.literal(1),
  locale: Locale.default('zh-CN'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  concurrency: z.int().min(1).max(200).default(20),
  budgets: Budgets.prefault({}),
  thresholds: Thresholds.prefault({}),
  /** Files may be fetched by FTP where SFTP and SCP are refused; it sends the password in clear. */
  allowFtp: z.boolean().default(false),
  report: ReportOptions.prefault({}),
  /** Keep this many runs with their folders; older ones are removed. 0 keeps all. */
  keepRuns: z.int().min(0).max(10_000).default(200),
  desktopNotice: z.boolean().default(true),
  startAtLogin: z.boolean().default(false),
  schedulePaused: z.boolean().default(false),
  channels: z.array(ChannelConfig).default([]),
  schedules: z.array(Schedule).default([]),
});
export type SettingsV1 = z.infer<typeof SettingsV1>;
