import { basename, dirname } from 'node:path';
import type { Finding } from '../../../shared/model/finding';
import type { Reading } from '../../../shared/model/reading';
import type { Thresholds } from '../../../shared/model/settings';
import { verdictOf, type Verdict } from '../../../shared/model/verdict';
import type { Platform, PlatformCommand } from '../vendors/platform';
import { withoutCutMark } from '../text/cut-mark';
import { cleanText, firstLine } from '../text/table';
import {
  deviceChecks,
  findingsOfMissing,
  findingsOfNothing,
  judgeReadings,
  plainFinding,
  storedReading,
} from './judge-readings';
import { findCommand, isSameQuestion, membersFor, platformById, sameCommand } from './platform-lookup';
import { readText, type OutputReading } from './read-output';
import { savedAnswers, type SavedAnswer } from './saved-answers';

export type JudgeTextInput = {
  /** Device type or member id of every file; undefined takes it from the path. */
  readonly platform: string | undefined;
  /** Undefined takes it from the text or from the path. */
  readonly command: string | undefined;
  readonly thresholds: Thresholds;
  /** Epoch milliseconds at which the answers count as given. */
  readonly now: number;
  /** True where the caller vouches that each text is a whole answer; else the text has to show its end itself. */
  readonly isWhole?: boolean;
};

/** One saved answer, judged. */
export type JudgedText = {
  readonly file: string;
  readonly platform: string | null;
  /** Null where the text does not tell the members apart, and for platforms that are not known. */
  readonly member: string | null;
  readonly command: string | null;
  /** Whether the answer is whole: true only where that is proven, false where it was cut; null where nothing can tell. */
  readonly complete: boolean | null;
  /** `absent` is the device's word that it has no such part; `evidence` is kept and not read; `none` could not be read. */
  readonly said: OutputReading['kind'];
  readonly readings: readonly Reading[];
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
};

/** What is known of an answer from outside: file, platform and the members that may have written it. */
export type AnswerSource = {
  readonly file: string;
  readonly platform: string | null;
  readonly members: readonly Platform[];
};

/** A saved answer with its source. */
export type FoundAnswer = {
  readonly source: AnswerSource;
  readonly answer: SavedAnswer;
  /** The text says itself that the end of this answer is missing, whatever the caller vouches for. */
  readonly isCut: boolean;
};

/** What a run calls a transcript of which the end is missing. */
const partialName = /\.partial\.txt$/i;

/** The answers in a saved text; `file` tells platform and command where the input does not. */
export function answersIn(file: string, saved: string, input: JudgeTextInput): readonly FoundAnswer[] {
  const { text, isCut: isMarked } = withoutCutMark(saved);
  const isCut = isMarked || partialName.test(file);
  const place = placeOf(file, input.platform);
  const { platform } = place;
  const members = platform === null ? [] : membersOf(platform);
  const command = input.command ?? commandOf(members, place, input.platform !== undefined);
  const answers = savedAnswers(text, members, command);
  const source = { file, platform, members: answers.length > 1 ? membersTold(members, answers) : members };
  const { command: only } = input;
  const asked =
    only === undefined ? [] : answers.filter((answer) => isSameQuestion(members, answer.command ?? '', only));
  const wanted = asked.length > 0 ? asked : answers;
  return wanted.map((answer) => ({ source, answer, isCut: isCut && answer === answers.at(-1) }));
}

/** Judges a saved text: one result for each answer in it. */
export function judgeText(file: string, text: string, input: JudgeTextInput): readonly JudgedText[] {
  return answersIn(file, text, input).map((found) => judgeAnswer(found, input));
}

/** Judges one saved answer. What shows no end is never 正常: its rows may have been cut off between two lines. */
export function judgeAnswer({ source, answer, isCut }: FoundAnswer, input: JudgeTextInput): JudgedText {
  const { file, platform, members } = source;
  const { command, text } = answer;
  const member = memberOf(members, text);
  const reader = member ?? members.find((each) => findCommand(each, command ?? '') !== undefined) ?? members[0];
  const entry = reader === undefined || command === null ? undefined : findCommand(reader, command);
  // Where the device said nothing, that it said nothing is all there is to read: command, then prompt.
  const said = readText(reader, entry, text.trim() === '' ? `${answer.echo}${text}${answer.prompt}` : text);
  const isEnded = answer.isEnded || input.isWhole === true;
  const isProven =
    !isCut && (isEnded || showsEnd(said, text, { reader, entry, isSole: isSoleReader(members, member, command) }));
  const readings = said.kind === 'readings' ? said.readings : [];
  const findings =
    said.kind === 'readings'
      ? [
          ...judgeReadings(readings, command ?? '', { thresholds: input.thresholds, now: input.now }),
          ...findingsOfMissing(entry?.gives ?? [], readings, command ?? ''),
        ]
      : unreadFindings(said, { entry, isKnown: reader !== undefined, platform, command: command ?? '', text });
  const judged = isProven ? findings : findings.map((finding) => withoutEnd(finding, said.kind === 'absent'));
  return {
    file,
    platform,
    member: member?.id ?? null,
    command,
    complete: isCut ? false : isComplete(said, isProven, answer.isEnded),
    said: said.kind,
    readings: readings.map((reading) => storedReading(reading, command ?? '')),
    findings: judged,
    verdict: verdictOf(judged.map(({ level }) => level)),
  };
}

/** A good finding of a text that does not show its end, as a finding 判不了 with all that was read. */
function withoutEnd(finding: Finding, isAbsent: boolean): Finding {
  if (finding.level !== 'pass' && !(isAbsent && finding.level === 'n/a')) return finding;
  return { ...finding, level: 'unknown', reason: 'end-unseen' };
}

/** True where the text itself shows that nothing is missing behind it. */
function showsEnd(
  said: OutputReading,
  text: string,
  by: { readonly reader: Platform | undefined; readonly entry: PlatformCommand | undefined; readonly isSole: boolean },
): boolean {
  const isSentence = said.kind === 'absent' || (said.kind === 'none' && said.reason === 'refused');
  if (isSentence && isWholeText(text, said.line)) return true;
  return by.isSole && by.entry?.checksEnd === true && (said.kind === 'readings' || said.kind === 'absent');
}

/** True when a text says this one sentence and nothing else; marks that point into the command do not count. */
function isWholeText(text: string, sentence: string): boolean {
  const { lines, endsInLineEnd } = cleanText(text);
  const said = lines.map((line) => line.trim()).filter((line) => line !== '' && !/^[\s^~-]+$/.test(line));
  return endsInLineEnd && said.length === 1 && said[0] === sentence;
}

/** Where the text does not tell the member, only an end that all members check is one. */
function isSoleReader(members: readonly Platform[], member: Platform | undefined, command: string | null): boolean {
  if (member !== undefined) return true;
  // A member that knows the command only as another's spelling refuses it, so the answer is not from there.
  const entries = members
    .flatMap((each) => findCommand(each, command ?? '') ?? [])
    .filter(({ insteadOf = [] }) => !insteadOf.some((spelling) => sameCommand(spelling, command ?? '')));
  return entries.every(({ checksEnd }) => checksEnd === true);
}

function isComplete(said: OutputReading, isProven: boolean, isEnded: boolean): boolean | null {
  if (isEnded) return said.kind !== 'none' || said.reason !== 'cut';
  if (said.kind === 'none' && said.reason !== 'refused') return false;
  return said.kind !== 'evidence' && isProven ? true : null;
}

/** Where a file lies: its platform, and what may be named after the command. */
type Place = { readonly platform: string | null; readonly folder: string | null; readonly name: string };

/** `<platform>/<command>/<name>`, or a session in `<platform>/<name>`. */
function placeOf(file: string, platform: string | undefined): Place {
  const name = basename(file).replace(/\.\w+$/, '');
  const folder = folderName(dirname(file));
  if (platform !== undefined) return { platform, folder, name };
  const above = folderName(dirname(dirname(file)));
  const isSession =
    folder !== null && membersOf(folder).length > 0 && (above === null || membersOf(above).length === 0);
  return isSession ? { platform: folder, folder: null, name } : { platform: above, folder, name };
}

function folderName(path: string): string | null {
  const name = basename(path);
  return name === '' || name === '.' || name === '..' ? null : name;
}

/** Members that can read; a type that nobody knows has none. */
function membersOf(platform: string): readonly Platform[] {
  const byId = platformById(platform);
  const members = byId === undefined ? membersFor(platform) : [byId];
  return members.filter((member) => member.lookup.known.length > 0);
}

/** The release in the answer, or a layout that only one member prints. Never the file's name. */
function memberOf(members: readonly Platform[], text: string): Platform | undefined {
  if (members.length <= 1) return members[0];
  const byRelease = members.filter((member) => member.recognise(text));
  if (byRelease.length === 1) return byRelease[0];
  const byLayout = members.filter((member) => member.recogniseLayout?.(text) === true);
  return byLayout.length === 1 ? byLayout[0] : undefined;
}

/** The one member that the answers of a session tell, by whichever of them; else all that may have written it. */
function membersTold(members: readonly Platform[], answers: readonly SavedAnswer[]): readonly Platform[] {
  const told = new Set(answers.flatMap(({ text }) => memberOf(members, text) ?? []));
  return told.size === 1 ? [...told] : members;
}

// `df -h` may be kept in `df-h` or in `df--h`.
const dashed = (command: string): string =>
  command
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '-');

/**
 * The command that a folder or, as in the transcripts of a run (`03-show-fan.txt`), the file is named after. Commands
 * hold dashes of their own (`show running-directory`), so the known ones are compared first; where the platform was given
 * from outside (`isKnownOnly`), any other folder is just a folder.
 */
function commandOf(members: readonly Platform[], { folder, name }: Place, isKnownOnly: boolean): string | null {
  const spellings = members
    .flatMap(({ lookup }) => lookup.known)
    .flatMap(({ command, aliases = [] }) => [command, ...aliases]);
  const known = [folder ?? '', name.replace(/^\d+-/, '').replace(/\.partial$/, '')].flatMap(
    (words) => spellings.find((spelling) => dashed(spelling) === dashed(words)) ?? [],
  );
  return known[0] ?? (isKnownOnly || folder === null ? null : folder.replaceAll('-', ' '));
}

function unreadFindings(
  said: Exclude<OutputReading, { readonly kind: 'readings' }>,
  about: {
    readonly entry: ReturnType<typeof findCommand>;
    readonly isKnown: boolean;
    readonly platform: string | null;
    readonly command: string;
    readonly text: string;
  },
): readonly Finding[] {
  const { command, entry } = about;
  const gives = entry?.gives ?? [];
  if (said.kind === 'absent') {
    const none = { level: 'n/a', reason: 'no-such-part', code: null } as const;
    return findingsOfNothing(gives, none, { command, line: said.line });
  }
  if (said.kind === 'none') {
    const { reason, code, line } = said;
    return findingsOfNothing(gives, { level: 'unknown', reason, code }, { command, line });
  }
  const check = about.isKnown ? deviceChecks.output : deviceChecks.platform;
  const value = about.isKnown ? null : about.platform;
  const proof = { command, line: firstLine(about.text) };
  return [plainFinding({ check, level: 'unknown', reason: 'not-understood', value, proof })];
}
