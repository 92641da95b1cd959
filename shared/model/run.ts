import * as z from 'zod';
import { DeviceId, RunId } from './ids';
import { Protocol } from './device';
import { Finding } from './finding';
import { Reading } from './reading';
import { Level, Verdict, VerdictCounts } from './verdict';

/** How far a device came. `save` is writing the result on our side. */
export const Phase = z.enum([
  'tcp',
  'banner',
  'kex',
  'host-key',
  'auth',
  'shell',
  'prompt',
  'privilege',
  'pager',
  'command',
  'files',
  'save',
]);
export type Phase = z.infer<typeof Phase>;

/**
 * How a command ended: `complete` (echo, output and prompt seen) · `partial` (cut by a time-out or a lost
 * connection) · `refused` (the device said no in its own words) · `unknown` (never sent, or its end is not certain).
 */
export const CommandEnd = z.enum(['complete', 'partial', 'refused', 'unknown']);
export type CommandEnd = z.infer<typeof CommandEnd>;

/** How one command ended, and where its transcript lies. `ms` is from sending to the prompt. */
export const CommandRecord = z.object({
  command: z.string(),
  end: CommandEnd,
  ms: z.number(),
  bytes: z.int(),
  /** Path inside the run's folder, forward slashes; null when nothing came. */
  transcript: z.string().nullable(),
});
export type CommandRecord = z.infer<typeof CommandRecord>;

/** A file that was fetched whole. */
export const FileRecord = z.object({
  /** Path on the device. */
  path: z.string(),
  bytes: z.int(),
  /** Lower-case hex of the bytes as received. */
  sha256: z.string(),
  /** Path of our copy inside the run's folder, forward slashes. */
  saved: z.string(),
  /** How it was fetched. */
  way: z.enum(['sftp', 'scp', 'ftp', 'cli']),
  /** Error code of the way that lost the file before this one brought it; absent where none did. */
  lost: z.string().optional(),
});
export type FileRecord = z.infer<typeof FileRecord>;

/** What is kept of a device in an outcome, so that history survives edits of the inventory. */
export const OutcomeDevice = z.object({
  id: DeviceId,
  name: z.string(),
  host: z.string(),
  port: z.int(),
  protocol: Protocol,
  platform: z.string(),
  group: z.string(),
});
export type OutcomeDevice = z.infer<typeof OutcomeDevice>;

/** How long each part of one device took, milliseconds; null for a part that it did not come to. */
export const OutcomeTimes = z.object({
  connect: z.number().nullable(),
  auth: z.number().nullable(),
  shell: z.number().nullable(),
  commands: z.array(z.number()),
  files: z.number().nullable(),
  total: z.number(),
});
export type OutcomeTimes = z.infer<typeof OutcomeTimes>;

/** How one device ended in one run. */
export const Outcome = z.object({
  runId: RunId,
  device: OutcomeDevice,
  /** Member of the platform family, e.g. `ale-aos8`; null when it was not found out. */
  member: z.string().nullable(),
  verdict: Verdict,
  /** Where it stopped, null when it came through. */
  phase: Phase.nullable(),
  /** Product error code of what stopped it, and what its words need (host, port, seconds). */
  code: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  /** Epoch milliseconds. */
  startedAt: z.number(),
  ms: OutcomeTimes,
  commands: z.array(CommandRecord),
  readings: z.array(Reading),
  findings: z.array(Finding),
  files: z.array(FileRecord),
  /** `SHA256:…` of the host key, null for telnet or when it did not come so far. */
  hostKey: z.string().nullable(),
});
export type Outcome = z.infer<typeof Outcome>;

/** Who or what started a run. `catch-up`: a schedule whose time passed while the program slept. */
export const RunTrigger = z.enum(['manual', 'tray', 'schedule', 'catch-up', 'headless', 'demo']);
export type RunTrigger = z.infer<typeof RunTrigger>;

/** `cut-off`: the program ended (crash, power, kill) while the run was going on. */
export const RunState = z.enum(['running', 'finished', 'cancelled', 'cut-off']);
export type RunState = z.infer<typeof RunState>;

/** One run over some devices, as the ledger keeps it. */
export const Run = z.object({
  id: RunId,
  trigger: RunTrigger,
  state: RunState,
  /** Epoch milliseconds. */
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  /** How many devices the run set out to inspect. */
  devices: z.int(),
  counts: VerdictCounts,
  /** Absolute path of the run's folder (reports, transcripts, configurations). */
  folder: z.string(),
});
export type Run = z.infer<typeof Run>;

/** Levels of an outcome's findings, counted, with n/a apart. */
export const FindingCounts = VerdictCounts.extend({ notApplicable: z.int() });
export type FindingCounts = z.infer<typeof FindingCounts>;

/** What the stream tells of one run. `seq` grows by one and has no gaps inside a run. */
const Stamp = { seq: z.int().nonnegative(), runId: RunId, at: z.number() };
/** What happens in a run, in the order in which it happens. */
export const RunEvent = z.discriminatedUnion('kind', [
  z.object({ ...Stamp, kind: z.literal('run-started'), trigger: RunTrigger, devices: z.array(OutcomeDevice) }),
  z.object({ ...Stamp, kind: z.literal('device-started'), deviceId: DeviceId }),
  z.object({
    ...Stamp,
    kind: z.literal('device-progress'),
    deviceId: DeviceId,
    phase: Phase,
    /** The command or file at work; null in the phases before. */
    what: z.string().nullable(),
    /** Commands and files done, and how many there are; 0 of 0 while not yet known. */
    done: z.int(),
    total: z.int(),
  }),
  z.object({ ...Stamp, kind: z.literal('device-output'), deviceId: DeviceId, text: z.string() }),
  z.object({
    ...Stamp,
    kind: z.literal('device-finished'),
    deviceId: DeviceId,
    verdict: Verdict,
    phase: Phase.nullable(),
    code: z.string().nullable(),
    findings: FindingCounts,
    totalMs: z.number(),
  }),
  z.object({
    ...Stamp,
    kind: z.literal('message'),
    channel: z.string(),
    channelName: z.string(),
    state: z.enum(['accepted', 'refused', 'waiting']),
    attempts: z.int(),
    reason: z.string().nullable(),
  }),
  z.object({
    ...Stamp,
    kind: z.literal('report'),
    /** The step of after-run work at hand: `docx`, `html`, `json`, `bundle`. */
    step: z.string(),
    done: z.int(),
    total: z.int(),
  }),
  z.object({
    ...Stamp,
    kind: z.literal('run-finished'),
    state: RunState,
    counts: VerdictCounts,
    ms: z.number(),
  }),
]);
export type RunEvent = z.infer<typeof RunEvent>;

/** Counts the findings of one device. */
export function countFindings(findings: readonly { readonly level: Level }[]): FindingCounts {
  const count = (level: Level) => findings.filter((each) => each.level === level).length;
  return {
    pass: count('pass'),
    warn: count('warn'),
    fail: count('fail'),
    unknown: count('unknown'),
    notApplicable: count('n/a'),
  };
}
