import { describe, expect, test } from 'vitest';
import { verdictOf } from '../../../../shared/model/verdict';
import { judgeDevice } from '../../../../electron/engine/judge/judge-device';
import { platforms } from '../../../../electron/engine/registries.generated';
import { createFilter } from '../../../../electron/engine/text/filter';
import { createRedactor } from '../../../../electron/engine/text/redact';
import { Thresholds } from '../../../../shared/model/settings/index';
import { parsableOf, platformOf } from '../../../support/parsable-answers';
import { platformRecordings } from '../../../support/platform-recordings';

const recordings = platformRecordings();

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
