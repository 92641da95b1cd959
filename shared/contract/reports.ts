import * as z from 'zod';
import { OutboxEntry } from '../model/channel';
import { ChannelId, RunId } from '../model/ids';
import { ReportFile } from '../model/report';
import { Run } from '../model/run';
import { call, type Contract } from './define';

/** A run with its files and with the messages that told of it. */
export const ReportRow = z.object({
  run: Run,
  files: z.array(ReportFile),
  messages: z.array(OutboxEntry),
});
export type ReportRow = z.infer<typeof ReportRow>;

/** Messages about finished runs and their reports. */
export const reportsContract = {
  'reports.list': call(z.object({ limit: z.int().min(1).max(500) }), z.array(ReportRow)),
  /** The HTML report as one text, for a sandboxed frame without scripts of ours. */
  'reports.html': call(z.object({ runId: RunId }), z.object({ html: z.string() })),
  /** The Word file, base64. */
  'reports.docx': call(z.object({ runId: RunId }), z.object({ base64: z.string() })),
  'reports.openFolder': call(z.object({ runId: RunId }), z.void()),
  /** Opens a file with the program of the system. */
  'reports.openFile': call(z.object({ runId: RunId, format: z.string() }), z.void()),
  /** Queues the summary again, to the channels named or to all enabled ones. */
  'reports.sendAgain': call(z.object({ runId: RunId, channelIds: z.array(ChannelId) }), z.object({ queued: z.int() })),
} as const satisfies Contract;
