import type { AnyReading, ReadingOf } from '../../../../../shared/model/reading';
import type { Parsed } from '../../platform';
import { answerLines } from '../../../text/answer-lines';
import { lastLine, readField } from '../../../text/table';

const unsaid: ReadingOf<'config-state'>['values'] = {
  runningDirectory: null,
  certifyStatus: null,
  synchronised: null,
  flashBetweenCmms: null,
};

const verdictLine = /\bThe current configuration is (not )?the same as the (?:next startup|saved)\b/i;

const announced = /\bthe following are some configurations\b/i;
const sideLine = /^\s*=+ (Current configuration|Configuration file) line \d+ =+\s*$/i;

/** True for differences that were announced and are not there: both sides have a heading, and lines below the last. */
function lacksDifferences(lines: readonly string[], verdict: string): boolean {
  const sides = lines.filter((line) => sideLine.test(line));
  return announced.test(verdict) && (sides.length < 2 || sideLine.test(lines.at(-1) ?? ''));
}

/** `compare configuration`: whether what runs is what the next start loads. */
export function parseCompare(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const line = answer.lines.find((each) => verdictLine.test(each));
  if (line === undefined) return { kind: 'unreadable', reason: 'not-understood', line: lastLine(text) };
  if (lacksDifferences(answer.lines, line)) return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
  const synchronised = verdictLine.exec(line)?.[1] === undefined ? 'SYNCHRONIZED' : 'NOT SYNCHRONIZED';
  const values = { ...unsaid, synchronised };
  return {
    kind: 'readings',
    readings: [{ kind: 'config-state', subject: '', values, status: null, line: line.trim() }],
  };
}

const boardLine = /^\s*((?:Main|Slave)\s?Board(?:\s*\d+)?|Slot\s*\d+)\s*:\s*$/i;

/** The path of a file as `display startup` names it; undefined for `null`, which means there is none. */
const pathOf = (value: string): string | undefined =>
  /^null$/i.test(value) ? undefined : value.replace(/\(\*\)$/, '');

type Files = { readonly board: string; readonly now: string; readonly next: string; readonly line: string };

/** The files of every board; a board with one of its two names missing gives the line where that shows. */
function filesOf(lines: readonly string[]): readonly Files[] | string {
  const files: Files[] = [];
  let board = '';
  let now: string | undefined;
  let isPaired = true;
  for (const line of lines) {
    const named = boardLine.exec(line)?.[1];
    if (named !== undefined) {
      if (!isPaired) return line.trim();
      board = named;
      isPaired = false;
      now = undefined;
    }
    const field = readField(line, ':');
    if (field === undefined) continue;
    if (/^(?:Current )?startup saved-configuration file$/i.test(field.label)) {
      now = field.value;
      isPaired = false;
    }
    if (!/^Next (?:main )?startup saved-configuration file$/i.test(field.label)) continue;
    if (now === undefined) return field.line;
    files.push({ board, now, next: field.value, line: field.line });
    isPaired = true;
  }
  return isPaired ? files : (lines.at(-1)?.trim() ?? '');
}

const imageLabel = /^(Startup|Next startup) system software$/i;

/** The images of this start and the next, by their files: another one starts with the next power cut. */
function imageReadings(lines: readonly string[]): readonly AnyReading[] {
  let board = '';
  return lines.flatMap((line): readonly AnyReading[] => {
    board = boardLine.exec(line)?.[1] ?? board;
    const field = readField(line, ':');
    const label = imageLabel.exec(field?.label ?? '')?.[1];
    if (field === undefined || label === undefined) return [];
    const release = /^null$/i.test(field.value) ? null : (field.value.split('/').at(-1) ?? null);
    const values = { package: field.label, release, sizeBytes: null, directory: null };
    const subject = board === '' ? label : `${board} ${label.toLowerCase()}`;
    return [{ kind: 'software', subject, values, status: null, line: field.line }];
  });
}

/**
 * `display startup`: another file at the next start loses what was saved into this one. Equal names say nothing of
 * unsaved changes, so they are no good mark either.
 */
export function parseStartup(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const found = filesOf(answer.lines);
  if (typeof found === 'string') {
    return { kind: 'unreadable', reason: found === lastLine(text) ? 'cut' : 'not-understood', line: found };
  }
  if (found.length === 0) return { kind: 'unreadable', reason: 'not-understood', line: lastLine(text) };
  const files = found.map(({ board, now, next, line }): AnyReading => {
    const isSame = pathOf(now) === pathOf(next);
    // NOT AVAILABLE: this answer has no word on whether the running configuration is saved.
    const synchronised = isSame ? 'NOT AVAILABLE' : 'NOT SYNCHRONIZED';
    const subject = board === '' ? 'startup' : `${board} startup`;
    return { kind: 'config-state', subject, values: { ...unsaid, synchronised }, status: null, line };
  });
  return { kind: 'readings', readings: [...files, ...imageReadings(answer.lines)] };
}

/** The file that the next start loads, as SFTP knows it: `flash:/vrpcfg.zip` is `/vrpcfg.zip`. */
export function startupPath(outputs: ReadonlyMap<string, string>): string | undefined {
  const text = [...outputs].find(([command]) => /^\s*display\s+startup\s*$/i.test(command))?.[1];
  if (text === undefined) return undefined;
  const answer = answerLines(`${text}\n`);
  const files = answer.kind === 'lines' ? filesOf(answer.lines) : '';
  const next = typeof files === 'string' ? undefined : pathOf(files[0]?.next ?? 'null');
  const path = /^\w+:\/([\w][\w./-]*)$/.exec(next ?? '')?.[1];
  return path === undefined || path.includes('..') ? undefined : `/${path}`;
}
