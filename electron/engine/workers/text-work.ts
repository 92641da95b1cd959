import { AppError } from '../../../shared/errors';
import type { Message } from '../../../shared/model/channel';
import type { Finding } from '../../../shared/model/finding';
import type { OutboxEntry } from '../../../shared/model/channel';
import type { Reading } from '../../../shared/model/reading';
import type { Report, ReportFile } from '../../../shared/model/report';
import type { Outcome, Run } from '../../../shared/model/run';
import type { ReportOptions } from '../../../shared/model/settings';
import type { Locale } from '../../../shared/model/text';
import type { JudgeInput } from '../judge/judge-device';
import type { CommandOutput } from '../session/session';

/** A configuration file as it came from the device. */
export type FetchedText = { readonly path: string; readonly bytes: Uint8Array };

/** All texts of one device, to be read, judged and blanked. Plain data: it goes to another thread. */
export type InspectOrder = Omit<JudgeInput, 'platform' | 'outputs'> & {
  /** Id of the platform's member; null when none was recognised. */
  readonly member: string | null;
  readonly outputs: readonly CommandOutput[];
  readonly copies: readonly FetchedText[];
  /** False leaves the copies as they came, because the user asked for whole configurations. */
  readonly blanksCopies: boolean;
};

/** What the texts of one device say, and the texts without secrets, in the order in which they came. */
export type InspectedTexts = {
  readonly readings: readonly Reading[];
  readonly findings: readonly Finding[];
  readonly transcripts: readonly string[];
  readonly copies: readonly Uint8Array[];
};

/** What a report is made of. Plain data; the outputs are read from the run's folder. */
export type ReportOrder = {
  readonly run: Run;
  readonly outcomes: readonly Outcome[];
  readonly messages: readonly OutboxEntry[];
  readonly locale: Locale;
  readonly options: ReportOptions;
  /** Version of the product. */
  readonly version: string;
  /** Ids of the formats to write; `bundle` stands for the zip. Empty writes nothing. */
  readonly formats: readonly string[];
  /** When a person asked to send the summary once more, epoch milliseconds. */
  readonly resentAt?: number | undefined;
};

export type ReportStep = { readonly step: string; readonly done: number; readonly total: number };

export type WrittenReport = {
  readonly files: readonly ReportFile[];
  /** Formats that could not be written, with the reason for the log. */
  readonly problems: readonly { readonly format: string; readonly detail: string }[];
  /** The run's summary for the channels, with the zip attached where there is one. */
  readonly message: Message;
};

/**
 * Work on texts that came from outside. Each order is ended when it takes longer than its budget: no text can hold the
 * program.
 */
export type TextWork = {
  /** @throws AppError `text.too-hard` */
  inspect(order: InspectOrder, budgetMs: number): Promise<InspectedTexts>;
  /** Writes report files and composes the summary. @throws AppError `text.too-hard` */
  report(order: ReportOrder, budgetMs: number, onStep: (step: ReportStep) => void): Promise<WrittenReport>;
  /** The report as data, with whole outputs. @throws AppError `text.too-hard` */
  content(order: ReportOrder, budgetMs: number): Promise<Report>;
  /** Ends at once; orders that are not done fail. */
  close(): Promise<void>;
};

/** The answer to an order that took too long or used too much memory. */
export function tooHard(cause?: unknown): AppError {
  return new AppError('text.too-hard', {}, { cause });
}

/** True for the failure of `tooHard`, also after it crossed a thread. */
export function isTooHard(error: unknown): boolean {
  return error instanceof AppError && error.code === 'text.too-hard';
}
