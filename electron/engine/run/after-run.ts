import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isErrorCode } from '../../../shared/errors';
import { translate } from '../../../shared/i18n/translate';
import type { Attachment } from '../../../shared/model/channel';
import type { Report, ReportFile } from '../../../shared/model/report';
import type { Outcome, Run } from '../../../shared/model/run';
import type { Settings } from '../../../shared/model/settings';
import type { Locale } from '../../../shared/model/text';
import { runSummaryMessage } from '../delivery/compose-message';
import type { Outbox } from '../delivery/outbox';
import { explainFinding } from '../judge/explain';
import { platformLabel } from '../judge/platform-lookup';
import type { DesktopNotice, Log } from '../ports';
import { formats } from '../registries.generated';
import { buildReport } from '../reports/build-report';
import { bundleName } from '../reports/bundle';
import { writeReports } from '../reports/write-reports';
import { writeWhole } from '../store/atomic-file';
import type { Ledger } from '../store/ledger/ledger';
import { openRunFolder } from '../store/run-folder';
import type { RunStream } from './events';

export type ReportPorts = { readonly ledger: Ledger; readonly log: Log; readonly version: string };
export type AfterRunPorts = ReportPorts & { readonly outbox: Outbox; readonly notice: DesktopNotice };

export type AfterRunOrder = {
  readonly run: Run;
  readonly outcomes: readonly Outcome[];
  readonly settings: Pick<Settings, 'locale' | 'report' | 'desktopNotice'>;
  /** False keeps the run silent: no message, no notification. */
  readonly withMessages: boolean;
  /** False writes no report and no zip: transcripts, configurations and history are there already. */
  readonly withReport: boolean;
  readonly stream: RunStream;
};

/**
 * The report of a run, from what the ledger and the run's folder hold.
 *
 * @param outcomes of the run, where they are at hand; read from the ledger when left out
 */
export function reportOf(
  run: Run,
  locale: Locale,
  options: Settings['report'],
  { ledger, version }: Pick<ReportPorts, 'ledger' | 'version'>,
  outcomes: readonly Outcome[] = ledger.outcomes.ofRun(run.id),
): Report {
  const folder = openRunFolder(run.folder);
  return buildReport({
    run,
    outcomes,
    text: (_outcome, { transcript }) => (transcript === null ? '' : folder.readTranscript(transcript)),
    platformLabel,
    explain: explainFinding,
    problem: (code, params) => (isErrorCode(code) ? translate(locale, `error.${code}`, params) : code),
    options,
    messages: [...ledger.outbox.ofRun(run.id)],
    locale,
    version,
  });
}

export type WriteOrder = {
  readonly run: Run;
  /** Read from the ledger when left out. */
  readonly outcomes?: readonly Outcome[];
  readonly locale: Locale;
  readonly options: Settings['report'];
  readonly onStep: (step: { readonly step: string; readonly done: number; readonly total: number }) => void;
};

/** Writes the reports a user asked for, `report.json` and the zip. One that fails is logged; the others are written. */
export async function writeRunReports(
  { run, outcomes, locale, options, onStep }: WriteOrder,
  ports: ReportPorts,
): Promise<{ readonly report: Report; readonly files: readonly ReportFile[] }> {
  const report = reportOf(run, locale, options, ports, outcomes);
  const files = await writeReports({
    report,
    folder: run.folder,
    formats: formats.filter(({ id }) => options.formats.includes(id)),
    write: writeWhole,
    onStep,
    onProblem: (format, cause) => ports.log.error('report not written', { format, runId: run.id }, cause),
  });
  return { report, files };
}

/** Writes the reports, queues the messages, shows the notification. Nothing here can undo what was found. */
export async function afterRun(order: AfterRunOrder, ports: AfterRunPorts): Promise<readonly ReportFile[]> {
  const { run, outcomes, settings, stream } = order;
  const { locale } = settings;
  const onStep = (step: { step: string; done: number; total: number }) => stream.emit({ kind: 'report', ...step });
  if (!order.withReport && !order.withMessages) return [];
  const { report, files } = order.withReport
    ? await writeRunReports({ run, outcomes, locale, options: settings.report, onStep }, ports)
    : { report: reportOf(run, locale, settings.report, ports, outcomes), files: [] };
  if (!order.withMessages) return files;
  const message = runSummaryMessage(report, locale, bundleOf(run.folder));
  ports.outbox.enqueue(message, { hasProblems: run.state !== 'finished' || run.counts.pass < run.devices });
  if (settings.desktopNotice) ports.notice({ title: message.title, body: message.notice });
  return files;
}

/** The zip of a run as an attachment; none when it is not there. */
export function bundleOf(folder: string): Attachment[] {
  const path = join(folder, bundleName);
  return existsSync(path) ? [{ name: bundleName, path, bytes: statSync(path).size }] : [];
}
