import { parseArgs } from 'node:util';
import { AppError } from '../../shared/errors';
import { Locale } from '../../shared/model/text';

/** What `npm run bench` was asked for. */
export type BenchArguments = {
  readonly devices: number;
  /** Sessions open at the same time. */
  readonly concurrency: number;
  /** Shares of the fleet, percent. */
  readonly hungPercent: number;
  readonly slowPercent: number;
  /** Time a device takes before each answer, milliseconds. */
  readonly thinkMs: number;
  readonly fileBytes: number;
  /** The one key exchange that the devices speak; undefined for those of their kind. */
  readonly kex: string | undefined;
  /** Measures the least code that ssh2 needs as well. */
  readonly isCompared: boolean;
  /** How often everything is measured; the medians are told. */
  readonly rounds: number;
  /** Report formats that the run writes; undefined is what the product writes by itself. */
  readonly formats: string | undefined;
  readonly jsonOut: string;
  /** Folder for CPU profiles of the measured processes; none are taken without it. */
  readonly profileDir: string | undefined;
  /** Folder that keeps what the run wrote; it is removed when left out. */
  readonly keepDir: string | undefined;
  readonly locale: Locale;
  readonly isHelp: boolean;
};

const options = {
  devices: { type: 'string', default: '50' },
  concurrency: { type: 'string' },
  hung: { type: 'string', default: '0' },
  slow: { type: 'string', default: '0' },
  'think-ms': { type: 'string', default: '30' },
  'file-kb': { type: 'string', default: '20' },
  kex: { type: 'string' },
  compare: { type: 'boolean', default: false },
  rounds: { type: 'string' },
  formats: { type: 'string' },
  'json-out': { type: 'string', default: 'out/bench.json' },
  'cpu-prof': { type: 'string' },
  keep: { type: 'string' },
  lang: { type: 'string', default: 'zh-CN' },
  help: { type: 'boolean', default: false },
} as const;

/** One round says little: what else the machine does moves it by a tenth. */
const roundsCompared = '5';

/** The most sessions that the product opens at the same time. */
const mostSessions = 200;

/** @throws AppError `args.invalid` naming the word that is wrong */
export function benchArguments(words: readonly string[]): BenchArguments {
  const values = parsed(words);
  const locale = Locale.safeParse(values.lang);
  if (!locale.success) throw invalid(`--lang ${values.lang}`);
  const devices = whole('devices', values.devices, 1, 5000);
  const hungPercent = whole('hung', values.hung, 0, 100);
  const slowPercent = whole('slow', values.slow, 0, 100 - hungPercent);
  return {
    devices,
    concurrency: whole('concurrency', values.concurrency ?? String(Math.min(devices, mostSessions)), 1, mostSessions),
    hungPercent,
    slowPercent,
    thinkMs: whole('think-ms', values['think-ms'], 0, 600_000),
    fileBytes: whole('file-kb', values['file-kb'], 1, 10_240) * 1024,
    kex: values.kex,
    isCompared: values.compare,
    rounds: whole('rounds', values.rounds ?? (values.compare ? roundsCompared : '1'), 1, 99),
    formats: values.formats,
    jsonOut: values['json-out'],
    profileDir: values['cpu-prof'],
    keepDir: values.keep,
    locale: locale.data,
    isHelp: values.help,
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({ args: [...words], options, strict: true }).values;
  } catch (cause) {
    throw invalid(cause instanceof Error ? cause.message : '', cause);
  }
}

function whole(name: string, word: string, least: number, most: number): number {
  const value = Number(word);
  if (word.trim() === '' || !Number.isInteger(value) || value < least || value > most) {
    throw invalid(`--${name} ${word}: a whole number from ${least} to ${most}`);
  }
  return value;
}

function invalid(detail: string, cause?: unknown): AppError {
  return new AppError('args.invalid', { detail }, { cause });
}
