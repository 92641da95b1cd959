import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { translate } from '../../../shared/i18n/translate';
import type { Report } from '../../../shared/model/report';
import { cleanLine } from './clean-text';
import { heading } from './docx/blocks';
import { cover } from './docx/cover';
import { deviceChapter, fileList } from './docx/device-chapter';
import { signature } from './docx/signature';
import { documentOf, fillPackage } from './docx/package';
import { contentWidth, headingNumbers, numbering, styles } from './docx/styles';
import { overview, problems } from './docx/summary-chapters';
import { headingNumbering, type Xml } from './docx/xml';
import { defineFormat } from './format';
import { judgedOutputs } from './judged-output';
import { brand } from './palette';

// A page and a half for one command: a table of all ports would bury the rest, and is in the transcripts. 30,000 lines are
// about five hundred pages; beyond, office suites take minutes to open a file.
const limits = { perCommand: 80, perReport: 30_000 };

/** The report for Word, WPS and LibreOffice: the one that is signed. */
export const docx = defineFormat({
  id: 'docx',
  labels: { 'zh-CN': 'Word 文档', en: 'Word document' },
  fileName: 'report.docx',
  write: async (report) => {
    const shell = new Uint8Array(await Packer.toArrayBuffer(wordShell(report)));
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

/** All but the text: styles, numbering, page, header and footer. Its one paragraph makes the numbering come to life. */
function wordShell(report: Report): Document {
  const { locale, options } = report;
  const title = translate(locale, 'report.title');
  return new Document({
    title,
    subject: cleanLine(options.project),
    creator: cleanLine(options.inspector || report.product.name),
    lastModifiedBy: cleanLine(options.inspector || report.product.name),
    styles,
    numbering,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: 11906, height: 16838 },
            margin: { top: 1250, bottom: 1134, left: 1134, right: 1134, header: 600, footer: 500 },
          },
        },
        headers: { default: header(report), first: new Header({ children: [new Paragraph({})] }) },
        footers: { default: footer(report), first: new Footer({ children: [new Paragraph({})] }) },
        children: [new Paragraph({ numbering: { reference: headingNumbers, level: 0, custom: true } })],
      },
    ],
  });
}

function header(report: Report): Header {
  const { options } = report;
  const left = [translate(report.locale, 'report.title'), options.customer].filter((part) => part !== '').join(' · ');
  const right = cleanLine(options.confidentiality || report.run.id);
  return new Header({ children: [frameLine(left, new TextRun({ children: [new Tab(), right] }), 'bottom')] });
}

function footer(report: Report): Footer {
  const { locale, product } = report;
  const marks = { page: PageNumber.CURRENT, pages: PageNumber.TOTAL_PAGES };
  // The words around the numbers, in the order of the language.
  const pieces = translate(locale, 'report.page').split(/(\{\{\w+\}\})/);
  const children = pieces.map((piece) => {
    if (piece === '{{page}}') return marks.page;
    return piece === '{{pages}}' ? marks.pages : piece;
  });
  const right = new TextRun({ children: [new Tab(), ...children] });
  return new Footer({ children: [frameLine(translate(locale, 'report.product', product), right, 'top')] });
}

function frameLine(left: string, right: TextRun, side: 'top' | 'bottom'): Paragraph {
  return new Paragraph({
    style: 'Frame',
    alignment: AlignmentType.LEFT,
    tabStops: [{ type: TabStopType.RIGHT, position: contentWidth }],
    border: { [side]: { style: BorderStyle.SINGLE, size: 4, color: brand.rule, space: 6 } },
    children: [new TextRun(cleanLine(left)), right],
  });
}
