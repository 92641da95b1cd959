import * as z from 'zod';
import { Device, DeviceInput } from '../model/device';
import { ImportPreview } from '../model/import';
import { DeviceId, RunId } from '../model/ids';
import { FileRecord, Phase } from '../model/run';
import { Verdict } from '../model/verdict';
import { errorCodes } from '../errors';
import { call, type Contract } from './define';

/** A device in the list, with how it ended last. */
export const DeviceRow = Device.extend({
  last: z.object({ runId: RunId, verdict: Verdict, at: z.number() }).nullable(),
});
export type DeviceRow = z.infer<typeof DeviceRow>;

/** The device type that a device seems to be of, and what shows it. */
export const SuggestedPlatform = z.object({
  /** Netmiko `device_type`, and the member where it is known. */
  deviceType: z.string(),
  member: z.string().nullable(),
  /** 0 to 1. */
  confidence: z.number(),
  /** Where the sign was seen. */
  seenIn: z.enum(['answer', 'banner', 'prompt']),
  /** The line that shows it, as the device printed it. */
  line: z.string(),
});
export type SuggestedPlatform = z.infer<typeof SuggestedPlatform>;

/** Result of a connection test: the steps passed, then the first one that broke. */
export const DeviceTest = z.object({
  passed: z.array(Phase),
  broken: Phase.nullable(),
  code: z.enum(errorCodes).nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  prompt: z.string().nullable(),
  hostKey: z.string().nullable(),
  ms: z.number(),
  /** How the configuration can be had; null when the test did not come so far or there is none. */
  fileWay: FileRecord.shape.way.nullable().optional(),
  /** Another device type than the stored one that fits better. */
  suggestedPlatform: SuggestedPlatform.nullable().optional(),
});
export type DeviceTest = z.infer<typeof DeviceTest>;

const SavedFile = z.object({ path: z.string() }).nullable();

/** Messages about the inventory: devices, their tests, import and export. */
export const devicesContract = {
  'devices.list': call(z.void(), z.array(DeviceRow)),
  'devices.save': call(DeviceInput, Device),
  'devices.remove': call(z.object({ ids: z.array(DeviceId).min(1) }), z.void()),
  'devices.test': call(z.object({ id: DeviceId }), DeviceTest),
  /** Asks for a file and reads it; null when the user chose none. Nothing is saved. */
  'devices.importPick': call(z.void(), ImportPreview.nullable()),
  /** Saves the usable rows, or those named. */
  'devices.importConfirm': call(
    z.object({ token: z.string(), rows: z.array(z.int()).optional() }),
    z.object({ added: z.int(), updated: z.int(), left: z.int() }),
  ),
  'devices.importDrop': call(z.object({ token: z.string() }), z.void()),
  /** Asks where to save; null when the user chose nothing. Passwords are never exported. */
  'devices.export': call(z.object({ format: z.enum(['xlsx', 'csv', 'json']) }), SavedFile),
  'devices.template': call(z.void(), SavedFile),
} as const satisfies Contract;
