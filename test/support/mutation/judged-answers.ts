import { judgeDevice } from '../../../electron/engine/judge/judge-device';
import { findCommand, platformById } from '../../../electron/engine/judge/platform-lookup';
import type { Platform } from '../../../electron/engine/vendors/platform';
import { checks } from '../../../electron/engine/registries.generated';
import type { Finding } from '../../../shared/model/finding';
import type { Reading } from '../../../shared/model/reading';
import type { CommandEnd } from '../../../shared/model/run';
import { Thresholds } from '../../../shared/model/settings';
import type { Verdict } from '../../../shared/model/verdict';
import { commandOfFile, platformRecordings } from '../platform-recordings';

/** One recorded answer that a platform reads. */
export type Answer = {
  /** `platform/recording/command`, for people. */
  readonly title: string;
  readonly platform: Platform;
  readonly recording: string;
  readonly command: string;
  readonly text: string;
  /** What the recording says that is read of it. */
  readonly isReadable: boolean;
};

export type JudgedAnswer = {
  readonly findings: readonly Finding[];
  readonly readings: readonly Reading[];
  readonly verdict: Verdict;
};

const thresholds = Thresholds.parse({});
const now = Date.UTC(2026, 10, 22, 1, 3, 11);

/** Every answer of every recording that has a parser. */
export function recordedAnswers(): readonly Answer[] {
  return platformRecordings().flatMap((recording) => {
    const platform = platformById(recording.platform);
    if (platform === undefined) throw new Error(`no platform ${recording.platform}`);
    const spellings = platform.lookup.known.flatMap(({ command, aliases = [] }) => [command, ...aliases]);
    return [...recording.commands].flatMap(([file, text]): readonly Answer[] => {
      const entry = findCommand(platform, commandOfFile(file, spellings));
      if (entry?.parse === undefined) return [];
      const title = `${platform.id}/${recording.name}/${entry.command}`;
      const isReadable = entry.parse(text).kind === 'readings';
      return [{ title, platform, recording: recording.name, command: entry.command, text, isReadable }];
    });
  });
}

/** Judges one answer alone, as the engine does after a session. */
export function judged({ platform, command }: Answer, text: string, end: CommandEnd = 'complete'): JudgedAnswer {
  return judgeDevice({
    platform,
    deviceType: platform.deviceTypes[0] ?? platform.id,
    outputs: [{ command, text, end, code: undefined }],
    files: [],
    thresholds,
    now,
  });
}

/** The reading that a finding is about. */
export function readingOf({ readings }: JudgedAnswer, finding: Finding): Reading | undefined {
  const kind = checks.find(({ id }) => id === finding.check)?.needs;
  return readings.find(
    (each) => each.kind === kind && each.subject === finding.subject && each.line === finding.proof.line,
  );
}
