import type { Attachment, Message } from '../../../shared/model/channel';
import type { Report } from '../../../shared/model/report';
import type { Run } from '../../../shared/model/run';
import type { Locale } from '../../../shared/model/text';
import { countVerdicts, type Verdict } from '../../../shared/model/verdict';
import { translate } from '../../../shared/i18n/translate';
import { countWords, digestOf, localMinute } from './message-digest';
import { htmlOf, plainHtml } from './message-html';
import { markdownOf, textOf } from './message-text';

/**
 * The message of a finished run: how many devices stand at each verdict, the worst line, then the next worst.
 *
 * @param resentAt when a person asked to send it once more, epoch milliseconds: a message of its own, since services
 *   drop one that is word for word the same
 */
export function runSummaryMessage(
  report: Report,
  locale: Locale,
  attachments: readonly Attachment[],
  resentAt?: number,
): Message {
  const digest = digestOf(report, locale, attachments, resentAt);
  return {
    id: resentAt === undefined ? `run-${report.run.id}` : `run-${report.run.id}-again-${resentAt}`,
    runId: report.run.id,
    title: digest.title,
    notice: digest.notice,
    text: textOf(digest),
    markdown: markdownOf(digest),
    html: htmlOf(digest),
    attachments: [...attachments],
  };
}

/**
 * The message of a run that the end of the program cut off. It has the id of the run's own message: where that one
 * was queued before the end, nothing is sent twice.
 *
 * @param verdicts of the devices that were finished before
 */
export function cutOffMessage(run: Run, verdicts: readonly Verdict[], locale: Locale): Message {
  const values = {
    time: localMinute(run.startedAt),
    devices: run.devices,
    done: verdicts.length,
    missing: Math.max(0, run.devices - verdicts.length),
    counts: countWords(countVerdicts(verdicts), locale),
  };
  const title = translate(locale, 'message.cut-off.title', { ...values, time: values.time.slice(5) });
  const notice = translate(locale, 'message.cut-off.notice', values);
  return shortMessage(`run-${run.id}`, run.id, title, notice, [translate(locale, 'message.cut-off.advice', values)]);
}

/** A message that tries a channel out. The time makes each one new, since services drop repetitions. */
export function testMessage(locale: Locale, now: number): Message {
  const time = `${localMinute(now)}:${String(new Date(now).getSeconds()).padStart(2, '0')}`;
  const example = translate(locale, 'message.notice.counts', {
    devices: 4,
    counts: countWords({ pass: 4, warn: 0, fail: 0, unknown: 0 }, locale),
  });
  const notice = translate(locale, 'message.test.notice', { time });
  const text = translate(locale, 'message.test.text', { example });
  return shortMessage(`test-${now}`, null, translate(locale, 'message.test.title', { time }), notice, [text]);
}

function shortMessage(
  id: string,
  runId: Message['runId'],
  title: string,
  notice: string,
  paragraphs: readonly string[],
): Message {
  const text = [notice, ...paragraphs].join('\n\n');
  return {
    id,
    runId,
    title,
    notice,
    text: `${text}\n`,
    markdown: text,
    html: plainHtml(notice, paragraphs),
    attachments: [],
  };
}
