import { translate } from '../../../shared/i18n/translate';
import type { Report } from '../../../shared/model/report';
import { heading } from './docx/blocks';
import { cover } from './docx/cover';
import { deviceChapter, fileList } from './docx/device-chapter';
import { signature } from './docx/signature';
import { documentOf, fillPackage } from './docx/package';
import { overview, problems } from './docx/summary-chapters';
import { headingNumbering, type Xml } from './docx/xml';
import { defineFormat } from './format';
import { judgedOutputs } from './judged-output';

// A page and a half for one command: a table of all ports would bury the rest, and is in the transcripts. 30,000 lines are
// about five hundred pages; beyond, office suites take minutes to open a file.
const limits = { perCommand: 80, perReport: 30_000 };

/** The report for Word, WPS and LibreOffice: the one that is signed. */
export const docx = defineFormat({
  id: 'docx',
  labels: { 'zh-CN': 'Word 文档', en: 'Word document' },
  fileName: 'report.docx',
  write: async (report) => {
    // Loaded at the first use: most starts of the program write no report.
    const { wordShell } = await import('./docx/word-shell');
    const shell = await wordShell(report);
    if (!documentOf(shell).includes(`<w:numId w:val="${headingNumbering}"/>`)) {
      throw new Error('the headings have another numbering');
    }
    return fillPackage(shell, body(report), report.run.endedAt ?? report.run.startedAt);
  },
});

/** The text, piece by piece: one device at a time is in memory. */
function* body(report: Report): Generator<Xml> {
  const outputOf = judgedOutputs(report, limits);
  yield* cover(report);
  yield* overview(report);
  yield* problems(report);
  yield heading(1, translate(report.locale, 'report.part.devices'), { startsPage: true });
  for (const [index, device] of report.devices.entries()) yield deviceChapter(report, device, index, outputOf).join('');
  yield* fileList(report);
  yield* signature(report);
}
