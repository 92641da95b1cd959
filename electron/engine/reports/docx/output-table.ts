import { translate } from '../../../../shared/i18n/translate';
import type { ReportCommand } from '../../../../shared/model/report';
import type { Locale } from '../../../../shared/model/text';
import type { Level } from '../../../../shared/model/verdict';
import { columnsOf } from '../../../../shared/text-columns';
import { cleanLine, wrapColumns } from '../clean-text';
import type { JudgedOutput, Segment } from '../judged-output';
import { brand, shades } from '../palette';
import { levelWord } from '../words';
import { paragraph, verdictBand } from './blocks';
import { contentWidth, outputFaces } from './styles';
import { cellOf, paragraphOf, rowOf, run, tableOf, type TableLines, type Xml } from './xml';

/** Where the verdict words of judged lines stand. */
const gutterWidth = 820;
/** Lines of one table row; rows may break over pages, but very tall ones make office suites slow. */
const linesPerRow = 40;
/** Stands before the rest of a line that was too long. */
const continued = '» ';

const line = { color: brand.rule, size: 4 } as const;
const frame: TableLines = { top: line, bottom: line, left: line, right: line };

type Face = (typeof outputFaces)[number];

/** Heading of a command, how it ended, and its output with the judged lines in colour and word. */
export function commandOutput(command: ReportCommand, output: JudgedOutput, locale: Locale): readonly Xml[] {
  return [
    title(command, output, locale),
    ...(command.end === 'complete'
      ? []
      : [verdictBand('unknown', levelWord('unknown', locale), translate(locale, `report.end.${command.end}`))]),
    output.total === 0
      ? paragraph(translate(locale, 'report.output.empty'), { style: 'Note' })
      : outputTable(output.segments, locale),
    ...cutNote(command, output, locale),
  ];
}

function title(command: ReportCommand, output: JudgedOutput, locale: Locale): Xml {
  const meta = translate(locale, 'report.output.meta', {
    end: translate(locale, `report.end.${command.end}`),
    lines: output.total,
    seconds: Math.round(command.ms / 100) / 10,
  });
  return paragraphOf(
    { style: 'CommandTitle', rightTab: contentWidth },
    run(cleanLine(command.command)),
    run(meta, { isBold: false, size: 16, color: brand.quiet, after: 'tab' }),
  );
}

function cutNote(command: ReportCommand, output: JudgedOutput, locale: Locale): readonly Xml[] {
  if (output.extent === 'whole') return [];
  const shown = output.segments.find((segment) => segment.kind === 'lines');
  const text = translate(locale, output.extent === 'cut' ? 'report.output.cut' : 'report.output.judgedOnly', {
    shown: shown?.lines.length ?? 0,
    total: output.total,
    file: command.transcript ?? translate(locale, 'report.output.noFile'),
  });
  return [paragraph(text, { style: 'Note' })];
}

function outputTable(segments: readonly Segment[], locale: Locale): Xml {
  const face = faceFor(segments);
  const rows = segments.flatMap((segment) => segmentRows(segment, face, locale));
  return tableOf([gutterWidth, contentWidth - gutterWidth], frame, rows);
}

/** The largest face that holds the longest line; where none does, lines are wrapped in the middle one. */
function faceFor(segments: readonly Segment[]): Face {
  let longest = 0;
  for (const segment of segments) {
    if (segment.kind === 'lines') for (const line of segment.lines) longest = Math.max(longest, columnsOf(line));
  }
  return outputFaces.find(({ columns }) => longest <= columns) ?? outputFaces[1];
}

function segmentRows(segment: Segment, face: Face, locale: Locale): readonly Xml[] {
  if (segment.kind === 'gap') {
    const text = translate(locale, 'report.output.omitted', { count: segment.count });
    return [outputRow([text], face, undefined, '', true)];
  }
  const { level } = segment;
  const word = level === undefined ? '' : levelWord(level, locale);
  // The word stands beside every judged line.
  if (level !== undefined) return segment.lines.map((line) => outputRow(wrapped(line, face), face, level, word));
  const lines = segment.lines.flatMap((line) => wrapped(line, face));
  const rows: Xml[] = [];
  for (let at = 0; at < lines.length; at += linesPerRow) {
    rows.push(outputRow(lines.slice(at, at + linesPerRow), face, undefined, ''));
  }
  return rows;
}

function wrapped(line: string, face: Face): readonly string[] {
  if (columnsOf(line) <= face.columns) return [line];
  return wrapColumns(line, face.columns - continued.length).map((piece, index) =>
    index === 0 ? piece : `${continued}${piece}`,
  );
}

function outputRow(lines: readonly string[], face: Face, level: Level | undefined, word: string, isQuiet = false): Xml {
  const shade = level === undefined ? undefined : shades[level];
  const colour = isQuiet ? { color: brand.quiet } : {};
  const text = paragraphOf(
    { style: face.style },
    ...lines.map((line, index) => run(line, { ...colour, ...(index > 0 ? { after: 'break' } : {}) })),
  );
  const mark = paragraphOf(
    { style: 'Frame', isCentred: true },
    shade === undefined ? '' : run(word, { isBold: true, size: 15, color: shade.ink }),
  );
  return rowOf({ isWhole: level !== undefined }, [
    cell(mark, gutterWidth, shade?.paper ?? brand.softPaper),
    cell(text, contentWidth - gutterWidth, shade?.paper),
  ]);
}

function cell(content: Xml, width: number, paper: string | undefined): Xml {
  return cellOf({ width, margins: [10, 70, 10, 40], ...(paper === undefined ? {} : { paper }) }, content);
}
