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
import { generic } from '../platforms/generic';
import { formats } from '../registries.generated';
import { buildReport } from '../reports/build-report';
import { bundleName } from '../reports/bundle';
import { writeReports } from '../reports/write-reports';
import { writeWhole } from '../store/atomic-file';
import { openRunFolder } from '../store/run-folder';
import { generalSecrets, mayPrintConfiguration } from '../text/general-secrets';
import { blankConfig, type Redactor } from '../text/redact';
import type { InspectOrder, InspectedTexts, ReportOrder, ReportStep, WrittenReport } from './text-work';

/** The work itself, done at once in the thread that calls. */
export type TextJobs = {
  inspect(order: InspectOrder): InspectedTexts;
  report(order: ReportOrder, onStep: (step: ReportStep) => void): Promise<WrittenReport>;
  content(order: ReportOrder): Report;
};

/** @param redactor knows every secret; what leaves here is blanked */
export function textJobs(redactor: Pick<Redactor, 'blank'>): TextJobs {
  return { inspect: (order) => inspectTexts(order, redactor), report: writeRun, content: reportOf };
}

function inspectTexts(order: InspectOrder, { blank }: Pick<Redactor, 'blank'>): InspectedTexts {
  const { member, outputs, copies, blanksCopies, ...input } = order;
  const platform = member === null ? undefined : platformById(member);
  const { readings, findings } = judgeDevice({ ...input, platform, outputs });
  // Of a device that nobody recognised the words of any platform are looked for.
  const wide = [...generalSecrets, ...(platform ?? generic).secrets];
  const cover = (text: string, command: string) =>
    blank(blankConfig(text, mayPrintConfiguration(command) ? wide : generalSecrets));
  const copy = (bytes: Uint8Array) => {
    const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    return blanksCopies ? Buffer.from(blank(blankConfig(whole.toString('utf8'), wide)), 'utf8') : whole;
  };
  return {
    readings: readings.map((reading) => ({ ...reading, line: cover(reading.line, reading.command) })),
    findings: findings.map((finding) => ({
      ...finding,
      proof: { ...finding.proof, line: cover(finding.proof.line, finding.proof.command) },
    })),
    // A command may print the configuration, or a part of it.
    transcripts: outputs.map(({ command, text }) => cover(text, command)),
    copies: copies.map(({ bytes }) => copy(bytes)),
  };
}

function reportOf({ run, outcomes, messages, locale, options, version }: ReportOrder): Report {
  const folder = openRunFolder(run.folder);
  return buildReport({
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
}

async function writeRun(order: ReportOrder, onStep: (step: ReportStep) => void): Promise<WrittenReport> {
  const { run, locale, resentAt } = order;
  const report = reportOf(order);
  const problems: { format: string; detail: string }[] = [];
  const files =
    order.formats.length === 0
      ? []
      : await writeReports({
          report,
          folder: run.folder,
          formats: formats.filter(({ id }) => order.formats.includes(id)),
          withBundle: order.formats.includes('bundle'),
          write: writeWhole,
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
