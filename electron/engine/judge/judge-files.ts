import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../shared/errors';
import type { Finding } from '../../../shared/model/finding';
import type { Reading } from '../../../shared/model/reading';
import type { Thresholds } from '../../../shared/model/settings';
import { verdictOf, type Verdict } from '../../../shared/model/verdict';
import type { Platform } from '../platforms/platform';
import { decodeOutput } from '../session/decode';
import { firstLine } from '../text/table';
import { deviceChecks, findingsOfNothing, judgeReadings, plainFinding, storedReading } from './judge-readings';
import { findCommand, knownCommands, membersFor, platformById } from './platform-lookup';
import { readText, type OutputReading } from './read-output';

export type JudgeFilesInput = {
  /** Files, or folders laid out `<platform>/<command-with-dashes>/<name>.txt`. */
  readonly paths: readonly string[];
  /** Device type or member id of every file; undefined takes it from the path. */
  readonly platform: string | undefined;
  readonly command: string | undefined;
  readonly thresholds: Thresholds;
  /** Epoch milliseconds at which the answers count as given. */
  readonly now: number;
};

/** One saved answer, judged. */
export type JudgedText = {
  readonly file: string;
  readonly platform: string | null;
  /** Null where the text does not tell the members apart, and for platforms that are not known. */
  readonly member: string | null;
  readonly command: string | null;
  /** Whether the answer is whole; null where nothing can tell. */
  readonly complete: boolean | null;
  readonly readings: readonly Reading[];
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
};

/** Judges saved answers offline, file by file, in the order of their names. @throws AppError `args.invalid` */
export async function* judgeFiles(input: JudgeFilesInput): AsyncGenerator<JudgedText> {
  for (const path of input.paths) {
    for await (const file of filesBelow(path)) {
      yield judgeText(file, decodeOutput(await readFile(file)).text.replace(/^\uFEFF/, ''), input);
    }
  }
}

async function* filesBelow(path: string): AsyncGenerator<string> {
  const isFolder = await stat(path).then(
    (entry) => entry.isDirectory(),
    (cause: unknown) => {
      throw new AppError('args.invalid', { detail: path }, { cause });
    },
  );
  if (!isFolder) {
    yield path;
    return;
  }
  const entries = await readdir(path, { withFileTypes: true });
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.isDirectory()) yield* filesBelow(join(path, entry.name));
    else if (entry.isFile() && entry.name.endsWith('.txt')) yield join(path, entry.name);
  }
}

/** Judges one saved answer; `file` tells platform and command where the input does not. */
export function judgeText(file: string, text: string, input: Omit<JudgeFilesInput, 'paths'>): JudgedText {
  const platform = input.platform ?? folderName(dirname(dirname(file)));
  const members = platform === null ? [] : membersOf(platform);
  const command = input.command ?? commandOf(members, folderName(dirname(file)));
  const member = memberOf(members, text);
  const reader = member ?? members.find((each) => findCommand(each, command ?? '') !== undefined) ?? members[0];
  const entry = reader === undefined || command === null ? undefined : findCommand(reader, command);
  const said = readText(reader, entry, text);
  const readings = said.kind === 'readings' ? said.readings : [];
  const findings =
    said.kind === 'readings'
      ? judgeReadings(readings, command ?? '', { thresholds: input.thresholds, now: input.now })
      : unreadFindings(said, { entry, isKnown: reader !== undefined, platform, command: command ?? '', text });
  return {
    file,
    platform,
    member: member?.id ?? null,
    command,
    complete: isComplete(said),
    readings: readings.map((reading) => storedReading(reading, command ?? '')),
    findings,
    verdict: verdictOf(findings.map(({ level }) => level)),
  };
}

function folderName(path: string): string | null {
  const name = basename(path);
  return name === '' || name === '.' || name === '..' ? null : name;
}

/** Members that can read; a type that nobody knows has none. */
function membersOf(platform: string): readonly Platform[] {
  const byId = platformById(platform);
  const members = byId === undefined ? membersFor(platform) : [byId];
  return members.filter((member) => knownCommands(member).length > 0);
}

/** The release in the answer, or a layout that only one member prints. Never the file's name. */
function memberOf(members: readonly Platform[], text: string): Platform | undefined {
  if (members.length <= 1) return members[0];
  const byRelease = members.filter((member) => member.recognise(text));
  if (byRelease.length === 1) return byRelease[0];
  const byLayout = members.filter((member) => member.recogniseLayout?.(text) === true);
  return byLayout.length === 1 ? byLayout[0] : undefined;
}

// `df -h` may be kept in `df-h` or in `df--h`.
const dashed = (command: string): string =>
  command
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '-');

/** Commands hold dashes of their own (`show running-directory`), so the known ones are compared first. */
function commandOf(members: readonly Platform[], folder: string | null): string | null {
  if (folder === null) return null;
  const spellings = members.flatMap(knownCommands).flatMap(({ command, aliases = [] }) => [command, ...aliases]);
  return spellings.find((spelling) => dashed(spelling) === dashed(folder)) ?? folder.replaceAll('-', ' ');
}

function isComplete(said: OutputReading): boolean | null {
  if (said.kind === 'evidence') return null;
  return said.kind !== 'none' || said.reason === 'refused';
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
