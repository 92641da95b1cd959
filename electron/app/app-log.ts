import { join } from 'node:path';
import log from 'electron-log/main';
import type { Log } from '../engine/ports';
import { lineLog } from '../line-log';

/** The app's log: a file that is cut at 5 MB and kept once, and the console in development. Known secrets are blanked. */
export function appLog(dataFolder: string, blank: (text: string) => string): Log {
  log.transports.file.resolvePathFn = () => join(dataFolder, 'logs', 'main.log');
  log.transports.file.maxSize = 5 * 1024 * 1024;
  log.transports.file.level = 'info';
  log.transports.console.level = process.env.XUNJIAN_LOG === undefined ? 'warn' : 'debug';
  return lineLog('debug', (level, line) => log[level](line), blank);
}
