import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isErrorCode } from '../../../shared/errors';
import { translate } from '../../../shared/i18n/translate';
import type { Attachment } from '../../../shared/model/channel';
import type { Report } from '../../../shared/model/report';
import { runSummaryMessage } from '../delivery/compose-message';
import { explainFinding } from '../judge/explain';
import { judgeDevice } from '../judge/judge-device';
import { platformById, platformLabel } from '../judge/platform-lookup';
import { generic } from '../vendors/generic/generic';
import { formats } from '../registries.generated';
import { buildReport } from '../reports/build-report';
import { bundleName } from '../reports/bundle';
import { writeReports } from '../reports/write-reports';
import { pourWhole, writeWhole } from '../store/atomic-file';
import { openRunFolder } from '../store/run-folder';
import type { TextFilter } from '../text/filter';
import { mayPrintConfiguration } from '../text/general-secrets';
import type { InspectOrder, InspectedTexts, ReportOrder, ReportStep, WrittenReport } from './text-work';

/** The work itself, done at once in the thread that calls. */
export type TextJobs = {
  inspect(order: InspectOrder): InspectedTexts;
  report(order: ReportOrder, onStep: (step: ReportStep) => void): Promise<WrittenReport>;
  content(order: ReportOrder): Report;
};

/** @param filter what leaves here has passed it */
export function textJobs(filter: TextFilter): TextJobs {
  return {
    inspect: (order) => inspectTexts(order, filter),
    report: (order, onStep) => writeRun(order, filter, onStep),
    content: (order) => reportOf(order, filter),
  };
}

function inspectTexts(order: InspectOrder, filter: TextFilter): InspectedTexts {
  const { member, outputs, copies, blanksCopies, ...input } = order;
  const platform = member === null ? undefined : platformById(member);
  const { readings, findings } = judgeDevice({ ...input, platform, outputs });
  // Of a device that nobody recognised the words of any platform are looked for.
  const { secrets } = platform ?? generic;
  const patternsOf = (command: string) => (mayPrintConfiguration(command) ? secrets : []);
  const copy = (bytes: Uint8Array) => {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return blanksCopies ? Buffer.from(filter.text(whole.toString('utf8'), secrets), 'utf8') : whole;
  };
  return {
    readings: readings.map((reading) => filter.all(reading, patternsOf(reading.command))),
    findings: findings.map((finding) => filter.all(finding, patternsOf(finding.proof.command))),
    // A command may print the configuration, or a part of it.
    transcripts: outputs.map(({ command, text }) => filter.text(text, patternsOf(command))),
    copies: copies.map(({ bytes }) => copy(bytes)),
  };
}

function reportOf(order: ReportOrder, filter: TextFilter): Report {
  const { run, outcomes, messages, locale, options, version } = order;
  const folder = openRunFolder(run.folder);
  const report = buildReport({
    run,
    outcomes,
    text: (_outcome, { transcript }) => (transcript === null ? '' : folder.readTranscript(transcript)),
    platformLabel,
    explain: explainFinding,
    problem: (code, params) => (isErrorCode(code) ? translate(locale, `error.${code}`, params) : code),
    options,
    messages: [...messages],
    locale,
    version,
  });
  // Transcripts and history may have been written before a secret was known.
  return filter.all(report);
}

async function writeRun(
  order: ReportOrder,
  filter: TextFilter,
  onStep: (step: ReportStep) => void,
): Promise<WrittenReport> {
  const { run, locale, resentAt } = order;
  const report = reportOf(order, filter);
  const problems: { format: string; detail: string }[] = [];
  const { owned } = openRunFolder(run.folder);
  const files =
    order.formats.length === 0
      ? []
      : await writeReports({
          report,
          folder: run.folder,
          formats: formats.filter(({ id }) => order.formats.includes(id)),
          withBundle: order.formats.includes('bundle'),
          claim: (name) => owned.claim([name]),
          write: writeWhole,
          pour: pourWhole,
          onStep,
          onProblem: (format, { params }) => problems.push({ format, detail: String(params.detail ?? '') }),
        });
  return { files, problems, message: runSummaryMessage(report, locale, bundleOf(run.folder), resentAt) };
}

/** The zip of a run as an attachment; none when it is not there. */
function bundleOf(folder: string): Attachment[] {
  const path = join(folder, bundleName);
  return existsSync(path) ? [{ name: bundleName, path, bytes: statSync(path).size }] : [];
}
