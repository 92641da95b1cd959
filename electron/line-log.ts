import { forTerminal } from '../shared/terminal-text';
import type { Log, LogFields } from './engine/ports';

/** Levels from chatty to grave. */
export type LogLevel = 'debug' | 'info' | 'warn' | 'error';
/** In order. */
export const levels: readonly LogLevel[] = ['debug', 'info', 'warn', 'error'];

/**
 * A log that writes one line an entry through `write`, blanked of known secrets.
 *
 * @param least entries below this level are dropped
 */
export function lineLog(
  least: LogLevel,
  write: (level: LogLevel, line: string) => void,
  blank: (text: string) => string,
): Log {
  const entry =
    (level: LogLevel) =>
    (sentence: string, fields: LogFields = {}, cause?: unknown) => {
      if (levels.indexOf(level) < levels.indexOf(least)) return;
      const values = Object.entries(fields).flatMap(([name, value]) =>
        value === undefined ? [] : [`${name}=${String(value)}`],
      );
      const stack =
        cause instanceof Error ? `\n${cause.stack ?? cause.message}` : cause === undefined ? '' : ` ${typeof cause}`;
      write(level, forTerminal(blank([sentence, ...values].join(' ') + stack)));
    };
  return { debug: entry('debug'), info: entry('info'), warn: entry('warn'), error: entry('error') };
}
