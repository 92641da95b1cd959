import { translate } from '../../../shared/i18n/translate';
import type { Report, ReportCommand, ReportDevice } from '../../../shared/model/report';
import type { Locale } from '../../../shared/model/text';
import type { Level } from '../../../shared/model/verdict';
import { cleanLine, cleanLines } from './clean-text';
import { escapeHtml } from './html/escape';
import { severity, worstFirst } from './summary';

/** A line of an output, with the level of the findings that quote it. */
export type MarkedLine = { readonly text: string; readonly level: Level | undefined };

/** A stretch of output: lines of one level, or lines left out. */
export type Segment =
  | { readonly kind: 'lines'; readonly level: Level | undefined; readonly lines: readonly string[] }
  | { readonly kind: 'gap'; readonly count: number };

/** The output of one command, ready to be drawn. */
export type JudgedOutput = {
  readonly segments: readonly Segment[];
  /** Lines that the output has. */
  readonly total: number;
  /** `whole`, `cut` after so many lines, or only the `judged` lines. */
  readonly extent: 'whole' | 'cut' | 'judged';
};

/** How many lines of output a format prints. */
export type OutputLimits = {
  /** Lines of one command; lines beyond that are 注意, 异常 or 判不了 are printed all the same. */
  readonly perCommand: number;
  /** Lines of the whole report; once used up, only such lines are printed. */
  readonly perReport: number;
  /** Characters of one line, and bytes of one command and of the whole report as marked-up text; any number when left out. */
  readonly size?: { readonly line: number; readonly command: number; readonly report: number };
};

/** Marks the lines that findings quote; a line quoted twice takes the worse level. */
export function markLines(device: ReportDevice, command: ReportCommand): readonly MarkedLine[] {
  const levels = new Map<string, Level>();
  for (const { proof, level } of device.findings) {
    const line = cleanLine(proof.line).trim();
    if (proof.command !== command.command || line === '') continue;
    const known = levels.get(line);
    if (known === undefined || severity(level) > severity(known)) levels.set(line, level);
  }
  return cleanLines(command.text).map((text) => ({ text, level: levels.get(text.trim()) }));
}

const isTrouble = (level: Level | undefined): boolean => level !== undefined && level !== 'pass' && level !== 'n/a';

/** Joins neighbours of one level; lines beyond `head` become gaps, unless they say that something is not in order. */
export function segmentLines(lines: readonly MarkedLine[], head: number): readonly Segment[] {
  const segments: Segment[] = [];
  let run: string[] = [];
  let runLevel: Level | undefined;
  let gap = 0;
  const closeRun = (): void => {
    if (run.length > 0) segments.push({ kind: 'lines', level: runLevel, lines: run });
    run = [];
  };
  const closeGap = (): void => {
    if (gap > 0) segments.push({ kind: 'gap', count: gap });
    gap = 0;
  };
  lines.forEach((line, index) => {
    if (index >= head && !isTrouble(line.level)) {
      closeRun();
      gap += 1;
      return;
    }
    closeGap();
    if (line.level !== runLevel) closeRun();
    runLevel = line.level;
    run.push(line.text);
  });
  closeRun();
  closeGap();
  return segments;
}

/**
 * Decides what of every output is printed. The room goes to devices worst first, so that a very large report
 * is short where all is well.
 */
export function judgedOutputs(
  report: Report,
  limits: OutputLimits,
): (device: ReportDevice, command: ReportCommand) => JudgedOutput {
  const heads = new Map<ReportCommand, number>();
  const { size } = limits;
  let left = limits.perReport;
  let bytesLeft = size?.report ?? Infinity;
  for (const device of worstFirst(report.devices)) {
    for (const command of device.commands) {
      const total = countLines(command.text);
      const fits = left >= Math.min(total, limits.perCommand);
      const room = size === undefined ? undefined : linesWithin(command.text, size, bytesLeft);
      const head = fits ? Math.min(limits.perCommand, room?.lines ?? Infinity) : 0;
      if (head > 0) {
        left -= Math.min(total, head);
        bytesLeft -= room?.bytes ?? 0;
      }
      heads.set(command, head);
    }
  }
  return (device, command) => {
    const lines = markLines(device, command);
    const head = heads.get(command) ?? limits.perCommand;
    const extent = lines.length <= head ? 'whole' : head > 0 ? 'cut' : 'judged';
    const shown = size === undefined ? lines : lines.map((line) => cutLine(line, size.line, report.locale));
    return { segments: segmentLines(shown, head), total: lines.length, extent };
  };
}

/** How many lines from the top fit into the room that is left, and the bytes that they take. */
function linesWithin(
  text: string,
  size: NonNullable<OutputLimits['size']>,
  bytesLeft: number,
): { readonly lines: number; readonly bytes: number } {
  const room = Math.min(size.command, bytesLeft);
  let bytes = 0;
  let lines = 0;
  for (let at = 0; at <= text.length; lines += 1) {
    const end = text.indexOf('\n', at);
    const stop = end === -1 ? text.length : end;
    const taken = Buffer.byteLength(escapeHtml(text.slice(at, Math.min(stop, at + size.line)))) + bytesAroundLine;
    if (bytes + taken > room) return { lines, bytes };
    bytes += taken;
    at = stop + 1;
  }
  return { lines, bytes };
}

/** Marks and words that stand around a line that was cut. */
const bytesAroundLine = 60;

function cutLine(line: MarkedLine, most: number, locale: Locale): MarkedLine {
  const { length } = line.text;
  if (length <= most) return line;
  const rest = translate(locale, 'report.output.lineCut', { count: length - most });
  return { ...line, text: `${line.text.slice(0, most)}${rest}` };
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
