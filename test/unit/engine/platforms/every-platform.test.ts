import { describe, expect, test } from 'vitest';
import { verdictOf } from '../../../../shared/model/verdict';
import { judgeDevice } from '../../../../electron/engine/judge/judge-device';
import { findCommand, knownCommands, platformById } from '../../../../electron/engine/judge/platform-lookup';
import type { Platform, PlatformCommand } from '../../../../electron/engine/platforms/platform';
import { platforms } from '../../../../electron/engine/registries.generated';
import { createFilter } from '../../../../electron/engine/text/filter';
import { createRedactor } from '../../../../electron/engine/text/redact';
import { Thresholds } from '../../../../shared/model/settings';
import { commandOfFile, platformRecordings, type Recording } from '../../../support/platform-recordings';

const recordings = platformRecordings();

function platformOf({ platform }: Recording): Platform {
  const found = platformById(platform);
  if (found === undefined) throw new Error(`no platform ${platform}`);
  return found;
}

const spellingsOf = (platform: Platform): readonly string[] =>
  knownCommands(platform).flatMap(({ command, aliases = [] }) => [command, ...aliases]);

type Parsable = { readonly file: string; readonly entry: PlatformCommand; readonly text: string };

function parsableOf(recording: Recording): readonly Parsable[] {
  const platform = platformOf(recording);
  return [...recording.commands].flatMap(([file, text]) => {
    const entry = findCommand(platform, commandOfFile(file, spellingsOf(platform)));
    return entry?.parse === undefined ? [] : [{ file, entry, text }];
  });
}

describe.each(recordings.map((recording) => ({ title: `${recording.platform}/${recording.name}`, recording })))(
  '$title',
  ({ recording }) => {
    const platform = platformOf(recording);

    test('every parsed answer gives exactly the expected readings', () => {
      const parsed = Object.fromEntries(
        parsableOf(recording).map(({ file, entry, text }) => [file, entry.parse?.(text)]),
      );

      expect(parsed).toEqual(recording.expected);
    });

    test('every reading quotes a line of the answer', () => {
      for (const { entry, text } of parsableOf(recording)) {
        const parsed = entry.parse?.(text);
        const lines = parsed?.kind === 'readings' ? parsed.readings.map(({ line }) => line) : [parsed?.line ?? ''];
        expect(lines.filter((line) => line === '' || !text.includes(line))).toEqual([]);
      }
    });

    test('prompts are told from output', () => {
      const { prompt } = platform.traits;

      expect(recording.prompts.match.filter((line) => !prompt.test(line))).toEqual([]);
      expect(recording.prompts.mustNotMatch.filter((line) => prompt.test(line))).toEqual([]);
      expect(recording.prompts.match.length).toBeGreaterThan(0);
    });

    test('secrets that the device prints do not survive', () => {
      const all = [...recording.commands.values()].join('\n');
      const blanked = createFilter(createRedactor()).text(all, platform.secrets);

      expect(recording.secrets.filter((secret) => !all.includes(secret))).toEqual([]);
      expect(recording.secrets.filter((secret) => blanked.includes(secret))).toEqual([]);
    });

    test('the same answer with CR LF, CR CR LF and colours reads the same', () => {
      const ways = [
        (text: string) => text.replaceAll('\n', '\r\n'),
        (text: string) => text.replaceAll('\n', '\r\r\n'),
        (text: string) => `\u001b[1m${text.replaceAll('\n', '\u001b[0m\u0000\n')}`,
      ];
      for (const { entry, text } of parsableOf(recording)) {
        for (const way of ways) expect(entry.parse?.(way(text))).toEqual(entry.parse?.(text));
      }
    });

    test('an echo before and a prompt behind change nothing', () => {
      for (const { entry, text } of parsableOf(recording)) {
        expect(entry.parse?.(`sw-3 (north) -> ${entry.command}\n${text}sw-3 (north) -> `)).toEqual(entry.parse?.(text));
      }
    });

    test('a cut at any byte never throws, and in mid-line never reads as whole', () => {
      for (const { entry, text } of parsableOf(recording)) {
        for (let length = 0; length < text.trimEnd().length; length += 1) {
          const cut = text.slice(0, length);
          const parsed = entry.parse?.(cut);
          const isMidLine = cut !== '' && !cut.endsWith('\n');
          if (isMidLine) expect([length, parsed?.kind]).toEqual([length, 'unreadable']);
        }
      }
    });

    test('an answer that was refused, cut or not sent is never 正常', () => {
      for (const { entry, text } of parsableOf(recording)) {
        for (const end of ['partial', 'refused', 'unknown'] as const) {
          const { findings, verdict } = judgeDevice({
            platform,
            deviceType: recording.platform,
            outputs: [{ command: entry.command, text, end, code: undefined }],
            files: [],
            thresholds: Thresholds.parse({}),
            now: 0,
          });
          expect([entry.command, verdict]).toEqual([entry.command, 'unknown']);
          expect(findings.length).toBeGreaterThan(0);
          expect(verdictOf(findings.map(({ level }) => level))).toBe('unknown');
        }
      }
    });
  },
);

test('every command of a platform that is parsed has a recording', () => {
  const missing = platforms.flatMap((platform) => {
    const recorded = recordings.filter((recording) => recording.platform === platform.id).flatMap(parsableOf);
    return platform.commands
      .filter((command) => command.parse !== undefined && !recorded.some(({ entry }) => entry === command))
      .map(({ command }) => `${platform.id}: ${command}`);
  });

  expect(missing).toEqual([]);
});

test('every platform lists only commands that it calls read-only', () => {
  const strange = platforms.flatMap(({ id, commands, readOnly }) =>
    commands
      .filter(({ command }) => !readOnly.some((pattern) => pattern.test(command)))
      .map(({ command }) => [id, command]),
  );

  expect(strange).toEqual([]);
});
