import type { Attachment } from '../../../shared/model/channel';
import type { ReportFile, Report } from '../../../shared/model/report';
import type { Outcome, Run } from '../../../shared/model/run';
import type { Settings } from '../../../shared/model/settings';
import type { Locale } from '../../../shared/model/text';
import { translate } from '../../../shared/i18n/translate';
import { isErrorCode } from '../../../shared/errors';
import type { Outbox } from '../delivery/outbox';
import { runSummaryMessage } from '../delivery/compose-message';
import { explainFinding } from '../judge/explain';
import { platformLabel } from '../judge/platform-lookup';
import type { DesktopNotice, Log } from '../ports';
import { buildReport } from '../reports/build-report';
import { writeReports } from '../reports/write-reports';
import type { Ledger } from '../store/ledger/ledger';
import { openRunFolder } from '../store/run-folder';
import type { RunStream } from './events';

export type AfterRunPorts = {
  readonly ledger: Ledger;
  readonly log: Log;
  readonly outbox: Outbox;
  readonly notice: DesktopNotice;
  readonly version: string;
};

export type AfterRunOrder = {
  readonly run: Run;
  readonly settings: Pick<Settings, 'locale' | 'report' | 'desktopNotice'>;
  /** False keeps the run silent: no message, no notification. */
  readonly withMessages: boolean;
  readonly stream: RunStream;
};

/** The report of a run, from what the ledger and the run's folder hold. */
export function reportOf(
  run: Run,
  locale: Locale,
  options: Settings['report'],
  ports: Pick<AfterRunPorts, 'ledger' | 'version'>,
): Report {
  const folder = openRunFolder(run.folder);
  return buildReport({
    run,
    outcomes: ports.ledger.outcomes.ofRun(run.id),
    text: (_outcome: Outcome, transcript: string) => folder.readTranscript(transcript),
    platformLabel,
    explain: explainFinding,
    problem: (code, params) => (isErrorCode(code) ? translate(locale, `error.${code}`, params) : code),
    options,
    messages: [...ports.ledger.outbox.ofRun(run.id)],
    locale,
    version: ports.version,
  });
}

/** Writes the reports, queues the messages, shows the notification. Nothing here can undo what was found. */
export async function afterRun(order: AfterRunOrder, ports: AfterRunPorts): Promise<readonly ReportFile[]> {
  const { run, settings, stream } = order;
  const report = reportOf(run, settings.locale, settings.report, ports);
  const files = await writeReports({
    report,
    folder: run.folder,
    formats: settings.report.formats,
    onStep: (step, done, total) => stream.emit({ kind: 'report', step, done, total }),
  });
  if (!order.withMessages) return files;
  const attachments = bundleOf(files, run.folder);
  const message = runSummaryMessage(report, settings.locale, attachments);
  ports.outbox.enqueue(message, { hasProblems: run.counts.pass < run.devices });
  if (settings.desktopNotice) ports.notice({ title: message.title, body: message.notice });
  return files;
}

function bundleOf(files: readonly ReportFile[], folder: string): Attachment[] {
  return files
    .filter(({ format }) => format === 'bundle')
    .map(({ name, bytes }) => ({ name, bytes, path: `${folder}/${name}` }));
}
