import { AppError, type ErrorCode } from '../shared/errors';
import { translate } from '../shared/i18n/translate';
import { diskFailure } from './engine/store/disk-failure';
import { forTerminal } from '../shared/terminal-text';
import { exitCodes, outliveReaders } from './headless/console';
import type { Verb } from './headless/arguments';
import { asksForHelp, languageAsked, optionHelp, verbHelp, verbOf } from './headless/help';
import { importCommand } from './headless/import';
import { judgeCommand } from './headless/judge';
import { filter } from './headless/process-text';
import { recordCommand } from './headless/record';
import { runCommand } from './headless/run';
import { testCommand } from './headless/test';

const commands: Readonly<Record<Verb, (words: readonly string[], env: NodeJS.ProcessEnv) => Promise<number>>> = {
  run: runCommand,
  judge: judgeCommand,
  test: testCommand,
  record: recordCommand,
  import: importCommand,
};

const tell = (words: string) => void process.stderr.write(`${forTerminal(filter.text(words))}\n`);

/** Entry in plain Node. Returns the exit code; words for people go to stderr. */
export async function headless(words: readonly string[]): Promise<number> {
  // What is written is the user's alone, whatever the shell allows.
  process.umask(0o077);
  outliveReaders();
  const [name = '', ...rest] = words;
  const verb = verbOf(name);
  const locale = languageAsked(words);
  if (asksForHelp(words)) {
    process.stdout.write(verb === undefined ? verbHelp(locale) : optionHelp(verb, locale));
    return exitCodes.allPass;
  }
  if (verb === undefined) {
    process.stderr.write(verbHelp(locale));
    return exitCodes.usage;
  }
  try {
    return await commands[verb](rest, process.env);
  } catch (cause) {
    const path = cause instanceof Error && 'path' in cause ? String(cause.path) : '';
    // What the disk or the rights are at fault for, in words, wherever it happened.
    const error = diskFailure(path, cause);
    if (!(error instanceof AppError)) {
      tell(error instanceof Error ? (error.stack ?? error.message) : 'unknown failure');
      return exitCodes.internal;
    }
    tell(translate(locale, `error.${error.code}`, error.params));
    if (error.code === 'args.invalid') process.stderr.write(optionHelp(verb, locale));
    return codeOf(error.code);
  }
}

function codeOf(code: ErrorCode): number {
  if (code === 'data.in-use') return exitCodes.busy;
  return code.startsWith('disk.') || code === 'report.write-failed' ? exitCodes.disk : exitCodes.usage;
}
