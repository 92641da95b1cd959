import type { OutboxEntry } from '../../shared/model/channel';
import { countFindings, type Outcome, type Run } from '../../shared/model/run';
import { translate } from '../../shared/i18n/translate';
import type { Locale } from '../../shared/model/text';
import { isErrorCode } from '../../shared/errors';
import type { Console } from './console';

/** One JSON object a line, in the form that scripts rely on. */
export type HeadlessEvent =
  | { readonly event: 'run-started'; readonly run: string; readonly devices: number }
  | ({ readonly event: 'device-finished' } & Readonly<Record<string, unknown>>)
  | {
      readonly event: 'message';
      /** The run that the message tells of: an earlier one's may still have been on its way. */
      readonly run: string | null;
      readonly channel: string;
      readonly state: MessageState;
      readonly attempts: number;
      readonly reason: string | null;
    }
  | ({ readonly event: 'run-cut-off'; readonly run: string; readonly devices: number } & Run['counts'])
  | ({
      readonly event: 'run-finished';
      readonly messages: MessageCounts;
      readonly ms: number;
      readonly peakRssMb: number;
    } & Run['counts']);

/** `maybe`: no answer came, and the service cannot tell a second send from the first. */
type MessageState = 'accepted' | 'waiting' | 'refused' | 'maybe';

/** How many of a run's messages ended how. */
export type MessageCounts = Readonly<Record<MessageState, number>>;

/** What a device's end looks like to a script. */
export function deviceFinished(outcome: Outcome): HeadlessEvent {
  const { device, verdict, phase, code, ms, commands, files, hostKey, findings } = outcome;
  const { pass, warn, fail, unknown } = countFindings(findings);
  return {
    event: 'device-finished',
    device: device.name,
    host: device.host,
    verdict,
    phase,
    code,
    ms,
    commands: commands.length,
    files: files.map(({ path, bytes, sha256, way, lost = null }) => ({ path, bytes, sha256, way, lost })),
    filesLost: findings.flatMap(({ reason, code, subject }) =>
      reason === 'file-not-fetched' ? [{ path: subject, code }] : [],
    ),
    hostKey,
    findings: { pass, warn, fail, unknown },
  };
}

const shownAs: Readonly<Record<OutboxEntry['state'], MessageState>> = {
  queued: 'waiting',
  sending: 'waiting',
  accepted: 'accepted',
  partial: 'refused',
  refused: 'refused',
  uncertain: 'maybe',
};

/** What became of the messages of a run until now. */
export function countMessages(entries: readonly OutboxEntry[]): MessageCounts {
  const counts = { accepted: 0, waiting: 0, refused: 0, maybe: 0 };
  for (const { state } of entries) counts[shownAs[state]] += 1;
  return counts;
}

/** What became of a message; nothing while it is on the wire. A message that may have arrived is not called accepted. */
export function messageEvent(entry: OutboxEntry): HeadlessEvent | undefined {
  const { state, attempts, words } = entry;
  if (state === 'sending' || (state === 'queued' && attempts === 0)) return undefined;
  const shown = shownAs[state];
  return {
    event: 'message',
    run: entry.runId,
    channel: entry.channelKind,
    state: shown,
    attempts,
    reason: shown === 'accepted' ? null : words,
  };
}

/** The end of a run. Peak memory is the process's own, MiB. */
export function runFinished(counts: Run['counts'], messages: MessageCounts, ms: number): HeadlessEvent {
  const peakRssMb = Math.round(process.resourceUsage().maxRSS / 1024);
  return { event: 'run-finished', ...counts, messages, ms: Math.round(ms), peakRssMb };
}

/** Tells people on stderr, one line a device. */
export function deviceLine(outcome: Outcome, done: number, total: number, locale: Locale, console: Console): void {
  const { device, verdict, code, params, ms } = outcome;
  const detail =
    code !== null && isErrorCode(code)
      ? translate(locale, `error.${code}`, params)
      : `${(ms.total / 1000).toFixed(1)} s`;
  const { name, host } = device;
  console.say('cli.device', { done, total, verdict: translate(locale, `level.${verdict}`), name, host, detail });
}
