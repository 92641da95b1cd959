import { AppError } from '../../../shared/errors';
import type { Message } from '../../../shared/model/channel';
import type { Report, ReportFile } from '../../../shared/model/report';
import type { Outcome, Run } from '../../../shared/model/run';
import type { Settings } from '../../../shared/model/settings';
import type { Locale } from '../../../shared/model/text';
import type { KeptAttachments } from '../delivery/kept-attachments';
import type { Outbox } from '../delivery/outbox';
import type { DesktopNotice, Log } from '../ports';
import type { Ledger } from '../store/ledger/ledger';
import type { ReportOrder, ReportStep, TextWork, WrittenReport } from '../workers/text-work';
import type { RunStream } from './events';

export type ReportPorts = {
  readonly ledger: Ledger;
  readonly log: Log;
  readonly texts: TextWork;
  readonly version: string;
};
export type AfterRunPorts = ReportPorts & {
  readonly outbox: Outbox;
  readonly attachments: KeptAttachments;
  readonly notice: DesktopNotice;
};

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

/** Time that the reports of any run may take, and of each device, milliseconds. */
const leastMs = 60_000;
const perDeviceMs = 2000;
const budgetOf = ({ outcomes }: ReportOrder): number => leastMs + outcomes.length * perDeviceMs;

export type WriteOrder = {
  readonly run: Run;
  /** Read from the ledger when left out. */
  readonly outcomes?: readonly Outcome[];
  readonly locale: Locale;
  readonly options: Settings['report'];
  /** Ids of the formats to write, `bundle` for the zip; the user's own choice when left out. */
  readonly formats?: readonly string[];
  readonly resentAt?: number;
  readonly onStep?: (step: ReportStep) => void;
};

function orderOf(
  { run, outcomes, locale, options, formats, resentAt }: WriteOrder,
  { ledger, version }: Pick<ReportPorts, 'ledger' | 'version'>,
): ReportOrder {
  return {
    run,
    outcomes: outcomes ?? ledger.outcomes.ofRun(run.id),
    messages: [...ledger.outbox.ofRun(run.id)],
    locale,
    options,
    version,
    formats: formats ?? [...options.formats, 'bundle'],
    resentAt,
  };
}

/** The report of a run as data, with whole outputs, from what the ledger and the run's folder hold. */
export function reportOf(order: WriteOrder, ports: Omit<ReportPorts, 'log'>): Promise<Report> {
  const work = orderOf(order, ports);
  return ports.texts.content(work, budgetOf(work));
}

/**
 * Writes the reports a user asked for, `report.json` and the zip, and composes the summary. A format that fails is
 * logged; the others are written.
 */
export async function writeRunReports(
  order: WriteOrder,
  ports: ReportPorts,
): Promise<Pick<WrittenReport, 'message' | 'files' | 'problems'>> {
  const work = orderOf(order, ports);
  const onStep = order.onStep ?? (() => undefined);
  const { message, files, problems } = await ports.texts.report(work, budgetOf(work), onStep);
  for (const { format, detail } of problems) {
    ports.log.error('report not written', { format, detail, runId: order.run.id });
  }
  return { message, files, problems };
}

/**
 * Writes the reports, queues the messages, shows the notification. Nothing here can undo what was found.
 *
 * @throws AppError `report.write-failed` after all else is done, where a report is missing
 */
export async function afterRun(order: AfterRunOrder, ports: AfterRunPorts): Promise<readonly ReportFile[]> {
  const { run, outcomes, settings, stream } = order;
  if (!order.withReport && !order.withMessages) return [];
  const { message, files, problems } = await writeRunReports(
    {
      run,
      outcomes,
      locale: settings.locale,
      options: settings.report,
      ...(order.withReport ? {} : { formats: [] }),
      onStep: (step) => stream.emit({ kind: 'report', ...step }),
    },
    ports,
  );
  if (order.withMessages) {
    const hasProblems = run.state !== 'finished' || run.counts.pass < run.devices;
    ports.outbox.enqueue(withOwnFiles(message, ports), { hasProblems });
    if (settings.desktopNotice) ports.notice({ title: message.title, body: message.notice });
  }
  const [missing] = problems;
  if (missing === undefined) return files;
  throw new AppError('report.write-failed', { file: missing.format, detail: missing.detail });
}

/** The words must go out even where the disk has no room for the files of the message. */
function withOwnFiles(message: Message, { attachments, log }: AfterRunPorts): Message {
  try {
    return attachments.keep(message);
  } catch (cause) {
    log.error('attachment not kept for the message', { runId: message.runId ?? '' }, cause);
    return message;
  }
}
