import { Thresholds } from '../../shared/model/settings';
import type { Finding } from '../../shared/model/finding';
import type { Reading } from '../../shared/model/reading';
import { judgeDevice, type JudgeInput } from '../../electron/engine/judge/judge-device';
import type { PastInspection } from '../../electron/engine/judge/past-inspection';
import { findCommand, platformById } from '../../electron/engine/judge/platform-lookup';
import type { Platform } from '../../electron/engine/vendors/platform';
import { commandOfFile, type Recording } from './platform-recordings';

/** What the recordings of a platform show of one check. */
export type Cell = {
  readonly platform: string;
  readonly check: string;
  /** Recordings with a part that the check passes. */
  readonly passes: ReadonlySet<string>;
  /** Recordings with a part that the check calls 注意 or 异常. */
  readonly troubles: ReadonlySet<string>;
  /** Recordings that the check passes, and does not pass when their answers are cut. */
  readonly unread: ReadonlySet<string>;
};

type Marks = Pick<Cell, 'passes' | 'troubles' | 'unread'>;

const day = 86_400_000;
const now = Date.UTC(2026, 10, 22, 1, 3, 11);

type Outputs = JudgeInput['outputs'];

function outputsOf(recording: Recording, platform: Platform): Outputs {
  const spellings = platform.lookup.known.flatMap(({ command, aliases = [] }) => [command, ...aliases]);
  return [...recording.commands].flatMap(([file, text]) => {
    const entry = findCommand(platform, commandOfFile(file, spellings));
    if (entry?.parse === undefined) return [];
    return [{ command: entry.command, text, end: 'complete' as const, code: undefined, at: now }];
  });
}

/** The answers as if each had been given some seconds after the time that its own clock shows. */
function askedLater(outputs: Outputs, readings: readonly Reading[], seconds: number): Outputs {
  return outputs.map((output) => {
    const clock = readings.find(({ kind, command }) => kind === 'clock' && command === output.command);
    const shown = clock?.values['epochSeconds'];
    return typeof shown === 'number' ? { ...output, at: (shown + seconds) * 1000 } : output;
  });
}

/** A number of a reading as it may have been a day before. */
function changed(reading: Reading, key: string, change: (value: number) => number): Reading {
  const value = reading.values[key];
  if (typeof value !== 'number') return reading;
  return { ...reading, values: { ...reading.values, [key]: change(value) } };
}

/** The inspection of the day before on a device where nothing happened since. */
function quietDay(readings: readonly Reading[], findings: readonly Finding[]): PastInspection {
  return {
    at: now - day,
    findings,
    readings: readings.map((each) => changed(each, 'seconds', (s) => Math.max(0, s - 86_400))),
  };
}

/** The inspection of the day before on a device where everything happened since that a comparison looks for. */
function eventfulDay(readings: readonly Reading[], findings: readonly Finding[]): PastInspection {
  const before = readings.map((reading) => {
    switch (reading.kind) {
      case 'uptime':
        return changed(reading, 'seconds', (seconds) => seconds + 1_000_000);
      case 'chassis':
        return changed(reading, 'resets', (resets) => resets - 1);
      case 'interface':
        return changed(
          changed(reading, 'inErrors', (errors) => errors - 100),
          'frames',
          (frames) => frames - 1000,
        );
      case 'optic':
        return changed(reading, 'rxPowerDbm', (power) => power + 6);
      case 'user':
        return { ...reading, subject: `${reading.subject}-before` };
      case 'log':
        return changed({ ...reading, line: 'an older line' }, 'count', () => 0);
      default:
        return reading;
    }
  });
  return { at: now - day, readings: before, findings };
}

/** Judges a recording for the first time, a quiet day later, an eventful day later, and cut in the middle. */
function judgedWays(recording: Recording, platform: Platform) {
  const outputs = outputsOf(recording, platform);
  const judge = (given: Outputs, history: readonly PastInspection[] = []) =>
    judgeDevice({
      platform,
      deviceType: platform.deviceTypes[0] ?? platform.id,
      outputs: given,
      files: [],
      thresholds: Thresholds.parse({}),
      now,
      history,
    });
  const { readings, findings } = judge(outputs);
  const quiet = judge(askedLater(outputs, readings, 2), [quietDay(readings, findings)]);
  const eventful = judge(askedLater(outputs, readings, 900), [eventfulDay(readings, findings)]);
  const cut = outputs.map((output) => ({ ...output, text: output.text.trimEnd().slice(0, -1) }));
  const partial = judge(cut.map((output) => ({ ...output, end: 'partial' as const })));
  return { whole: [...findings, ...quiet.findings, ...eventful.findings], cut: partial.findings };
}

/** Every cell of the table platform × check in which some recording passes or shows trouble. */
export function coverageCells(recordings: readonly Recording[]): readonly Cell[] {
  const cells = new Map<string, Record<'passes' | 'troubles' | 'unread', Set<string>> & Omit<Cell, keyof Marks>>();
  const cellOf = (platform: string, check: string) => {
    const key = `${platform} ${check}`;
    const made = { platform, check, passes: new Set<string>(), troubles: new Set<string>(), unread: new Set<string>() };
    const cell = cells.get(key) ?? made;
    cells.set(key, cell);
    return cell;
  };
  for (const recording of recordings) {
    const platform = platformById(recording.platform);
    if (platform === undefined) throw new Error(`no platform ${recording.platform}`);
    const { whole, cut } = judgedWays(recording, platform);
    for (const { check, level } of whole) {
      const cell = cellOf(platform.id, check);
      if (level === 'pass') cell.passes.add(recording.name);
      if (level === 'warn' || level === 'fail') cell.troubles.add(recording.name);
    }
    const passing = (findings: readonly Finding[]) =>
      new Set(findings.filter(({ level }) => level === 'pass').map(({ check }) => check));
    const stillPassing = passing(cut);
    for (const check of passing(whole)) {
      if (!stillPassing.has(check)) cellOf(platform.id, check).unread.add(recording.name);
    }
  }
  return [...cells.values()].filter(({ passes, troubles }) => passes.size + troubles.size > 0);
}

/**
 * The table as text: ● a recording passes and another is 注意 or 异常 · ◐ one passes and, cut, does not · ! no recording
 * passes, the cell is not claimed · blank where nothing was recorded.
 */
export function coverageTable(cells: readonly Cell[], platforms: readonly string[], checks: readonly string[]): string {
  const mark = (platform: string, check: string): string => {
    const cell = cells.find((each) => each.platform === platform && each.check === check);
    if (cell === undefined) return ' ';
    if (cell.passes.size === 0) return '!';
    return cell.troubles.size === 0 ? '◐' : '●';
  };
  const width = Math.max(...checks.map((check) => check.length));
  const rows = checks.map((check) => [
    check.padEnd(width),
    ...platforms.map((platform, index) => mark(platform, check).padEnd(String(index + 1).length + 1)),
  ]);
  const heads = [' '.repeat(width), ...platforms.map((_platform, index) => `${index + 1} `)];
  return [
    ...platforms.map((platform, index) => `${String(index + 1).padStart(3)} ${platform}`),
    heads.join(' '),
    ...rows.map((row) => row.join(' ')),
  ].join('\n');
}
