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
import { translate } from '../../../../shared/i18n/translate';
import type { Report } from '../../../../shared/model/report';
import { cleanLine } from '../clean-text';
import { brand } from '../palette';
import { contentWidth, headingNumbers, numbering, styles } from './styles';

/** A document with everything but its text, as the bytes of a .docx file. */
export async function wordShell(report: Report): Promise<Uint8Array> {
  return new Uint8Array(await Packer.toArrayBuffer(shellDocument(report)));
}

/** All but the text: styles, numbering, page, header and footer. Its one paragraph makes the numbering come to life. */
function shellDocument(report: Report): Document {
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
