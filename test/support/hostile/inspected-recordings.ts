import { textJobs } from '../../../electron/engine/workers/text-jobs';
import { createFilter } from '../../../electron/engine/text/filter';
import { createRedactor } from '../../../electron/engine/text/redact';
import { createScrubber } from '../../../electron/engine/text/scrub';
import { Thresholds } from '../../../shared/model/settings';
import { recordedAnswers } from '../mutation/judged-answers';

/** Reads, judges, blanks and scrubs every recording, so that every pattern which is put together at run time is used. */
export function inspectedRecordings(): void {
  const jobs = textJobs(createFilter(createRedactor()));
  for (const { platform, command, text } of recordedAnswers()) {
    jobs.inspect({
      member: platform.id,
      deviceType: platform.deviceTypes[0] ?? platform.id,
      outputs: [{ command, text, end: 'complete', code: undefined, ms: 1 }],
      files: [],
      copies: [{ path: 'a.cfg', bytes: Buffer.from(text) }],
      blanksCopies: true,
      thresholds: Thresholds.parse({}),
      now: 0,
    });
  }
  createScrubber({ names: ['sw-1'], secrets: ['Geheim-1'], patterns: [] })('sw-1 10.0.0.1 fe80::1 Geheim-1');
}
