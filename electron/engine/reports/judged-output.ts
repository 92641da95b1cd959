import type { Report, ReportCommand, ReportDevice } from '../../../shared/model/report';
import type { Level } from '../../../shared/model/verdict';
import { cleanLine, cleanLines } from './clean-text';
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
  let left = limits.perReport;
  for (const device of worstFirst(report.devices)) {
    for (const command of device.commands) {
      const total = countLines(command.text);
      const head = left >= Math.min(total, limits.perCommand) ? limits.perCommand : 0;
      if (head > 0) left -= Math.min(total, limits.perCommand);
      heads.set(command, head);
    }
  }
  return (device, command) => {
    const lines = markLines(device, command);
    const head = heads.get(command) ?? limits.perCommand;
    const extent = lines.length <= head ? 'whole' : head > 0 ? 'cut' : 'judged';
    return { segments: segmentLines(lines, head), total: lines.length, extent };
  };
}

function countLines(text: string): number {
  let lines = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return lines;
}
