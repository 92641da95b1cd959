import { translate } from '../../shared/i18n/translate';
import { defaultSettings } from '../../shared/model/settings';
import { judgeFiles } from '../engine/judge/judge-files';
import { parseJudge } from './arguments';
import { exitCodes, processConsole } from './console';

/** `headless judge`: platform parsers and checks on saved outputs, offline. One line a file. */
export async function judgeCommand(words: readonly string[]): Promise<number> {
  const { paths, platform, command, at, json, locale = 'zh-CN' } = parseJudge(words);
  const console = processConsole(locale);
  const counts = { pass: 0, warn: 0, fail: 0, unknown: 0 };
  const { thresholds } = defaultSettings();
  for await (const judged of judgeFiles({ paths, platform, command, thresholds, now: at ?? Date.now() })) {
    counts[judged.verdict] += 1;
    if (json) console.out(JSON.stringify(judged));
    else console.out([translate(locale, `level.${judged.verdict}`), judged.command, judged.file].join('\t'));
  }
  if (counts.warn + counts.fail > 0) return exitCodes.findings;
  return counts.unknown > 0 ? exitCodes.unknown : exitCodes.allPass;
}
