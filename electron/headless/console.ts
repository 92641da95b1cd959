import { translate, type MessageKey } from '../../shared/i18n/translate';
import type { Locale } from '../../shared/model/text';
import { forTerminal, jsonForTerminal } from '../../shared/terminal-text';
import { filter } from './process-text';

/** Where the command line speaks: results on stdout, words for people on stderr. */
export type Console = {
  readonly out: (line: string) => void;
  /** One object a line on stdout. */
  readonly json: (value: object) => void;
  readonly say: (key: MessageKey, values?: Readonly<Record<string, string | number>>) => void;
  readonly note: (line: string) => void;
  readonly word: (key: MessageKey) => string;
};

/** The process's own streams in one language, without secrets and without orders to the terminal. */
export function processConsole(locale: Locale): Console {
  const shown = (line: string) => `${forTerminal(filter.text(line))}\n`;
  const note = (line: string) => void process.stderr.write(shown(line));
  return {
    out: (line) => void process.stdout.write(shown(line)),
    json: (value) => void process.stdout.write(`${jsonForTerminal(filter.all(value))}\n`),
    note,
    word: (key) => translate(locale, key),
    say: (key, values) => note(translate(locale, key, values)),
  };
}

function unlessReaderGone(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}

/** Goes on when nobody reads any more (`… | head`): the work and its exit code do not hang on a reader. */
export function outliveReaders(): void {
  for (const stream of [process.stdout, process.stderr]) {
    if (!stream.listeners('error').includes(unlessReaderGone)) stream.on('error', unlessReaderGone);
  }
}

/** What the command line is called where it holds a folder that another program wants. */
export const programName = 'headless';

/** Exit codes that scripts rely on. `untold`: all devices are well, and a message has not arrived for sure; `disk`: something could not be read or written; `busy`: another program uses the folder. */
export const exitCodes = {
  allPass: 0,
  findings: 1,
  unknown: 2,
  untold: 3,
  usage: 64,
  internal: 70,
  disk: 74,
  busy: 75,
} as const;
