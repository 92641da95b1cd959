import * as z from 'zod';
import { RunId } from '../model/ids';
import { CatalogueEntry } from '../model/report';
import { FieldDescriptor } from '../model/channel';
import { LocalText, Locale } from '../model/text';
import { errorCodes } from '../errors';
import { call, push, type Contract } from './define';

/** Pages of the window. */
export const PageName = z.enum(['devices', 'run', 'reports', 'channels', 'schedule', 'settings']);
export type PageName = z.infer<typeof PageName>;

/** What the tray and the window's header show. */
export const AppState = z.object({
  running: RunId.nullable(),
  lastRun: RunId.nullable(),
  isPaused: z.boolean(),
  /** Epoch milliseconds of the next scheduled run; null when there is none or the schedule is paused. */
  nextRunAt: z.number().nullable(),
  /** Messages still on their way, and messages refused in the last 24 hours. */
  messagesWaiting: z.int(),
  messagesRefused: z.int(),
});
export type AppState = z.infer<typeof AppState>;

/** What the window asks once, at its start. */
export const AppInfo = z.object({
  version: z.string(),
  runtime: z.string(),
  platform: z.string(),
  dataFolder: z.string(),
  locale: Locale,
  theme: z.enum(['system', 'light', 'dark']),
  /** No device and no run yet: the window offers import, add one, or demo. */
  isFirstStart: z.boolean(),
  /** Something the user must know at start: a settings file set aside, a run cut off. */
  notices: z.array(
    z.object({ code: z.enum(errorCodes), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  ),
  state: AppState,
});
export type AppInfo = z.infer<typeof AppInfo>;

/** All family members with their words, so that the window needs no list of its own. */
export const Catalogue = z.object({
  /** Platforms by Netmiko name as the user types it into a workbook. */
  deviceTypes: z.array(CatalogueEntry),
  platforms: z.array(CatalogueEntry),
  checks: z.array(CatalogueEntry),
  formats: z.array(CatalogueEntry),
  channels: z.array(
    CatalogueEntry.extend({ note: LocalText, fields: z.array(FieldDescriptor), mirrorsNotice: z.boolean() }),
  ),
});
export type Catalogue = z.infer<typeof Catalogue>;

/** Messages about the program itself. */
export const appContract = {
  'app.info': call(z.void(), AppInfo),
  'app.catalogue': call(z.void(), Catalogue),
  /** Starts the simulated devices, adds them to the inventory (once) and says how many there are. */
  'app.startDemo': call(z.void(), z.object({ devices: z.int() })),
  'app.openDataFolder': call(z.void(), z.void()),
  'app.state': push(AppState),
  /** The tray asks for a page. */
  'app.navigate': push(z.object({ page: PageName })),
} as const satisfies Contract;
