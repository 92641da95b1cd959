import * as z from 'zod';
import { Level } from './verdict';

/** Why a finding has its level; each has words in `i18n/findings`. */
export const FindingReason = z.enum([
  // judged
  'within-limit',
  'near-limit',
  'over-limit',
  'average-over-limit',
  'status-good',
  'status-bad',
  'status-attention',
  'redundancy-lost',
  'permanent',
  'expires',
  'expires-now',
  'expired',
  // compared with the last run, or with the other devices
  'unchanged',
  'not-grown',
  'grown',
  'went-back',
  'restarted',
  'appeared',
  'gone',
  'fewer',
  'differs',
  'out-of-step',
  // not judged
  'no-number',
  'no-row',
  'not-understood',
  'empty',
  'cut',
  // read from a saved text that does not show its own end
  'end-unseen',
  'refused',
  'not-read',
  'file-not-fetched',
  // the device says that it has no such part
  'no-such-part',
  // the device as a whole
  'reached',
  'unreachable',
  'skipped',
  'cancelled',
  'cut-off',
]);
export type FindingReason = z.infer<typeof FindingReason>;

/** Where a limit came from: printed by the device, set by the user, or our default. */
export const LimitSource = z.enum(['device', 'settings', 'default']);
export type LimitSource = z.infer<typeof LimitSource>;

/** The verdict of one check on one part of one device, with its proof. */
export const Finding = z.object({
  /** Id of the check, kebab-case, e.g. `cpu-load`. */
  check: z.string(),
  subject: z.string(),
  level: Level,
  reason: FindingReason,
  value: z.union([z.number(), z.string(), z.null()]),
  unit: z.string().nullable(),
  limit: z.union([z.number(), z.string(), z.null()]),
  limitSource: LimitSource.nullable(),
  /** The line quoted from the device. Empty strings where there was no output to quote. */
  proof: z.object({ command: z.string(), line: z.string() }),
  /** Product error code where the finding comes from a failure, e.g. `ssh.auth-failed`. */
  code: z.string().nullable(),
});
export type Finding = z.infer<typeof Finding>;
