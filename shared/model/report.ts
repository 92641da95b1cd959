import * as z from 'zod';
import { FileRecord, OutcomeDevice, OutcomeTimes, CommandEnd, FindingCounts, Phase, Run } from './run';
import { Finding } from './finding';
import { Reading } from './reading';
import { LocalText } from './text';
import { Locale } from './text';
import { OutboxEntry } from './channel';
import { ReportOptions } from './settings';
import { Verdict, VerdictCounts } from './verdict';

/** One command in a report, with its whole output as it came (known secrets blanked). */
export const ReportCommand = z.object({
  command: z.string(),
  end: CommandEnd,
  ms: z.number(),
  /** LF line ends. Empty when nothing came. */
  text: z.string(),
  transcript: z.string().nullable(),
});
export type ReportCommand = z.infer<typeof ReportCommand>;

/** A finding with the words people read, in the report's language. */
export const ReportFinding = Finding.extend({
  /** Name of the check, e.g. `CPU 利用率`. */
  title: z.string(),
  /** What was found, one sentence: value, limit, where the limit came from. */
  sentence: z.string(),
  /** What to do; empty for a pass. */
  advice: z.string(),
});
export type ReportFinding = z.infer<typeof ReportFinding>;

/** One device as reports and the window show it: findings in words, whole outputs. */
export const ReportDevice = z.object({
  ...OutcomeDevice.shape,
  member: z.string().nullable(),
  /** Name of the platform for people, e.g. `阿尔卡特朗讯 OmniSwitch（AOS 8）`. */
  platformLabel: z.string(),
  verdict: Verdict,
  phase: Phase.nullable(),
  code: z.string().nullable(),
  /** The error in words, when there is one. */
  problem: z.string().nullable(),
  startedAt: z.number(),
  ms: OutcomeTimes,
  counts: FindingCounts,
  commands: z.array(ReportCommand),
  readings: z.array(Reading),
  findings: z.array(ReportFinding),
  files: z.array(FileRecord),
  hostKey: z.string().nullable(),
});
export type ReportDevice = z.infer<typeof ReportDevice>;

/** All a format needs, already computed. `report.json` is this without the outputs' text. */
export const Report = z.object({
  schema: z.literal(1),
  product: z.object({ name: z.string(), version: z.string() }),
  locale: Locale,
  run: Run,
  options: ReportOptions,
  counts: VerdictCounts,
  /** Findings of level n/a in the whole run. */
  notApplicable: z.int(),
  devices: z.array(ReportDevice),
  messages: z.array(OutboxEntry),
});
export type Report = z.infer<typeof Report>;

/** One finished report file. */
export const ReportFile = z.object({
  /** `docx`, `html`, `json` or `bundle`. */
  format: z.string(),
  name: z.string(),
  bytes: z.int(),
});
export type ReportFile = z.infer<typeof ReportFile>;

/** A family member as shown in lists and forms. */
export const CatalogueEntry = z.object({ id: z.string(), labels: LocalText });
export type CatalogueEntry = z.infer<typeof CatalogueEntry>;
