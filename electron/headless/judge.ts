import { translate } from '../../shared/i18n/translate';
import type { Locale } from '../../shared/model/text';
import { defaultSettings } from '../../shared/model/settings';
import { judgeCuts } from '../engine/judge/cut-answers';
import { explainFinding } from '../engine/judge/explain';
import { judgeFiles, savedFiles } from '../engine/judge/judge-files';
import { answersIn, judgeAnswer, type JudgeTextInput, type JudgedText } from '../engine/judge/judge-text';
import { parseJudge, type JudgeArguments } from './arguments';
import { exitCodes, processConsole, type Console } from './console';
import { judgeTable } from './judge-table';
import { byPlatform, tallyOf, totalOf, type TallyRow } from './judge-tally';

const progressEveryMs = 1000;

/** `headless judge`: platform parsers and checks on saved outputs, offline. One line an answer, or a table of them. */
export async function judgeCommand(words: readonly string[]): Promise<number> {
  const args = parseJudge(words);
  const { platform, command, at, isWhole, locale = 'zh-CN' } = args;
  const { thresholds } = defaultSettings();
  const console = processConsole(locale);
  const input = { platform, command, thresholds, isWhole, now: at ?? Date.now() };
  if (!args.table && !args.cuts) {
    const levels = new Set<string>();
    for await (const judged of judgeFiles({ ...input, paths: args.paths })) {
      levels.add(judged.verdict);
      if (args.json) console.json(judged);
      else console.out(lineOf(judged, locale));
    }
    return exitCodeOf(levels);
  }
  return countCommand(args, input, console, locale);
}

/** The verdict with what led to it: the first finding of that level, in words. */
function lineOf({ verdict, command, file, findings }: JudgedText, locale: Locale): string {
  const first = verdict === 'pass' ? undefined : findings.find(({ level }) => level === verdict);
  const why = first === undefined ? [] : [explainFinding(first, locale).sentence];
  return [translate(locale, `level.${verdict}`), command ?? '-', file, ...why].join('\t');
}

function exitCodeOf(levels: ReadonlySet<string>): number {
  if (levels.has('warn') || levels.has('fail')) return exitCodes.findings;
  return levels.has('unknown') ? exitCodes.unknown : exitCodes.allPass;
}

/** The table, with what cutting every text showed where that was asked for. */
async function countCommand(
  args: JudgeArguments,
  input: JudgeTextInput,
  console: Console,
  locale: Locale,
): Promise<number> {
  const startedAt = Date.now();
  let saidAt = startedAt;
  let cuts = 0;
  const rows: TallyRow[] = [];
  const levels = new Set<string>();
  for await (const { file, text } of savedFiles(args.paths)) {
    for (const found of answersIn(file, text, input)) {
      const judged = judgeAnswer(found, input);
      const cut = args.cuts ? judgeCuts(found, input) : undefined;
      rows.push(tallyOf(judged, cut));
      levels.add(judged.verdict);
      cuts += cut?.cuts ?? 0;
      for (const line of cut?.passingLines ?? []) {
        console.say('judge.cuts.false-pass', { file, command: judged.command ?? '-', line });
      }
    }
    if (Date.now() - saidAt < progressEveryMs) continue;
    saidAt = Date.now();
    console.say(args.cuts ? 'judge.cuts.progress' : 'judge.progress', { texts: rows.length, cuts });
  }
  const platforms = byPlatform(rows);
  const total = totalOf(platforms);
  if (args.json) for (const row of platforms) console.json(plainRow(row));
  else console.out(judgeTable(platforms, locale, args.cuts));
  if (!args.cuts) return exitCodeOf(levels);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(1);
  console.say('judge.cuts.done', { cuts: total.cuts, pass: total.passingCuts, seconds });
  return total.passingCuts > 0 ? exitCodes.findings : exitCodes.allPass;
}

const plainRow = (row: TallyRow) => ({ ...row, reasons: Object.fromEntries(row.reasons) });
