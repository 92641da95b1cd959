import type { OutboxEntry } from '../../../shared/model/channel';
import type { Finding } from '../../../shared/model/finding';
import type { Report, ReportDevice } from '../../../shared/model/report';
import { countFindings, type CommandRecord, type Outcome, type Run } from '../../../shared/model/run';
import type { ReportOptions } from '../../../shared/model/settings';
import type { Locale } from '../../../shared/model/text';
import { countVerdicts } from '../../../shared/model/verdict';

/** A finding in words, as the judge explains it. */
export type ExplainedFinding = { readonly title: string; readonly sentence: string; readonly advice: string };

/** What a report is made of; words and outputs arrive as functions. */
export type ReportInput = {
  readonly run: Run;
  /** In the order of the inventory; the report keeps it. */
  readonly outcomes: readonly Outcome[];
  /** The whole output of one command, LF line ends, known secrets blanked. */
  readonly text: (outcome: Outcome, command: CommandRecord) => string;
  /** Name of a platform member, or of a device type where no member was found out. */
  readonly platformLabel: (memberOrType: string, locale: Locale) => string;
  readonly explain: (finding: Finding, locale: Locale, member: string | null) => ExplainedFinding;
  readonly problem: (code: string, params: Outcome['params'], locale: Locale) => string;
  readonly options: ReportOptions;
  readonly messages: readonly OutboxEntry[];
  readonly locale: Locale;
  /** Version of the product. */
  readonly version: string;
};

/**
 * Computes all that a format needs. Devices stay in the order of the inventory, so that chapters keep their place
 * from one run to the next; summaries sort worst first (`worstFirst`).
 */
export function buildReport(input: ReportInput): Report {
  const { run, outcomes, options, messages, locale, version } = input;
  const devices = outcomes.map((outcome) => reportDevice(outcome, input));
  return {
    schema: 1,
    product: { name: 'Xunjian 巡检台', version },
    locale,
    run,
    options,
    counts: countVerdicts(devices.map((device) => device.verdict)),
    notApplicable: devices.reduce((sum, device) => sum + device.counts.notApplicable, 0),
    devices,
    messages: [...messages],
  };
}

function reportDevice(outcome: Outcome, input: ReportInput): ReportDevice {
  const { locale } = input;
  return {
    ...outcome.device,
    member: outcome.member,
    platformLabel: input.platformLabel(outcome.member ?? outcome.device.platform, locale),
    verdict: outcome.verdict,
    phase: outcome.phase,
    code: outcome.code,
    problem: outcome.code === null ? null : input.problem(outcome.code, outcome.params, locale),
    startedAt: outcome.startedAt,
    ms: outcome.ms,
    counts: countFindings(outcome.findings),
    commands: outcome.commands.map((command) => ({
      command: command.command,
      end: command.end,
      ms: command.ms,
      text: input.text(outcome, command),
      transcript: command.transcript,
    })),
    readings: outcome.readings,
    findings: outcome.findings.map((finding) => ({ ...finding, ...input.explain(finding, locale, outcome.member) })),
    files: outcome.files,
    hostKey: outcome.hostKey,
  };
}
