import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '../../shared/errors';
import { mostDeviceMs, mostWaitMs } from '../../shared/model/settings';
import { Locale } from '../../shared/model/text';

/** What `headless run` was asked for. */
export type RunArguments = {
  readonly inventory: string;
  readonly out: string;
  readonly settings: string | undefined;
  readonly data: string | undefined;
  readonly concurrency: number | undefined;
  readonly only: readonly string[];
  readonly acceptNewHostKeys: boolean;
  readonly fullConfigs: boolean;
  readonly json: boolean;
  readonly locale: Locale | undefined;
  readonly withMessages: boolean;
  readonly formats: readonly string[] | undefined;
  /** False writes transcripts, configurations and history alone: no report in any format, no zip. */
  readonly withReport: boolean;
  readonly connectMs: number | undefined;
  readonly commandMs: number | undefined;
  readonly deviceMs: number | undefined;
};

const runOptions = {
  inventory: { type: 'string' },
  out: { type: 'string' },
  settings: { type: 'string' },
  data: { type: 'string' },
  concurrency: { type: 'string' },
  only: { type: 'string', multiple: true },
  'accept-new-host-keys': { type: 'boolean', default: false },
  'full-configs': { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  lang: { type: 'string' },
  'no-messages': { type: 'boolean', default: false },
  formats: { type: 'string' },
  'no-report': { type: 'boolean', default: false },
  'connect-timeout-ms': { type: 'string' },
  'command-timeout-ms': { type: 'string' },
  'device-timeout-ms': { type: 'string' },
} as const;

/** @throws AppError `args.invalid` naming the word that is wrong */
export function parseRun(words: readonly string[]): RunArguments {
  const values = parsed(words, runOptions).values;
  const missing = (['inventory', 'out'] as const).filter((name) => values[name] === undefined);
  if (missing.length > 0) throw invalid(`${missing.map((name) => `--${name}`).join(', ')} missing`);
  return {
    inventory: values.inventory ?? '',
    out: values.out ?? '',
    settings: values.settings,
    data: values.data,
    concurrency: whole('concurrency', values.concurrency, 1, 200),
    only: listOf(values.only),
    acceptNewHostKeys: values['accept-new-host-keys'],
    fullConfigs: values['full-configs'],
    json: values.json,
    locale: localeOf(values.lang),
    withMessages: !values['no-messages'],
    formats: values.formats === undefined ? undefined : listOf([values.formats]),
    withReport: !values['no-report'],
    connectMs: whole('connect-timeout-ms', values['connect-timeout-ms'], 100, mostWaitMs),
    commandMs: whole('command-timeout-ms', values['command-timeout-ms'], 100, mostWaitMs),
    deviceMs: whole('device-timeout-ms', values['device-timeout-ms'], 1000, mostDeviceMs),
  };
}

export type JudgeArguments = {
  readonly paths: readonly string[];
  readonly platform: string | undefined;
  readonly command: string | undefined;
  /** Epoch milliseconds that licences and clocks are judged at; undefined is now. */
  readonly at: number | undefined;
  /** The caller vouches that each text is a whole answer. */
  readonly isWhole: boolean;
  /** Counts by platform instead of a line an answer. */
  readonly table: boolean;
  /** Counts too what happens when every text is cut before each of its lines. */
  readonly cuts: boolean;
  readonly json: boolean;
  readonly locale: Locale | undefined;
};

const judgeOptions = {
  platform: { type: 'string' },
  command: { type: 'string' },
  at: { type: 'string' },
  whole: { type: 'boolean', default: false },
  table: { type: 'boolean', default: false },
  cuts: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  lang: { type: 'string' },
} as const;

/** @throws AppError `args.invalid` */
export function parseJudge(words: readonly string[]): JudgeArguments {
  const { values, positionals } = parsed(words, judgeOptions);
  if (positionals.length === 0) throw invalid('PATH missing');
  if (values.command !== undefined && values.platform === undefined) throw invalid('--command needs --platform');
  const at = values.at === undefined ? undefined : Date.parse(values.at);
  if (at !== undefined && Number.isNaN(at)) throw invalid(`--at ${values.at ?? ''} is no ISO time`);
  const { platform, command, whole: isWhole, table, cuts, json, lang } = values;
  return { paths: positionals, platform, command, at, isWhole, table, cuts, json, locale: localeOf(lang) };
}

export type FileArguments = {
  readonly file: string;
  readonly json: boolean;
  readonly locale: Locale | undefined;
};

const importOptions = {
  inventory: { type: 'string' },
  json: { type: 'boolean', default: false },
  lang: { type: 'string' },
} as const;

/** What a command that logs in says of host keys. */
const hostKeyOptions = {
  data: { type: 'string' },
  'accept-new-host-keys': { type: 'boolean', default: false },
} as const;

/** Arguments of `import` (`FILE`). @throws AppError `args.invalid` */
export function parseFile(words: readonly string[]): FileArguments {
  const { values, positionals } = parsed(words, importOptions);
  return fileArguments(values, positionals);
}

export type TestArguments = FileArguments & {
  readonly settings: string | undefined;
  /** Where host keys are kept; undefined keeps them for this call alone. */
  readonly data: string | undefined;
  readonly acceptNewHostKeys: boolean;
};

const testOptions = { ...importOptions, ...hostKeyOptions, settings: { type: 'string' } } as const;

/** Arguments of `test` (`--inventory FILE`). @throws AppError `args.invalid` */
export function parseTest(words: readonly string[]): TestArguments {
  const { values, positionals } = parsed(words, testOptions);
  const { settings, data, 'accept-new-host-keys': acceptNewHostKeys } = values;
  return { ...fileArguments(values, positionals), settings, data, acceptNewHostKeys };
}

type FileWords = {
  readonly inventory?: string | undefined;
  readonly json: boolean;
  readonly lang?: string | undefined;
};

function fileArguments(words: FileWords, positionals: readonly string[]): FileArguments {
  const file = words.inventory ?? positionals[0];
  if (file === undefined) throw invalid('FILE missing');
  return { file, json: words.json, locale: localeOf(words.lang) };
}

export type RecordArguments = FileArguments & {
  readonly out: string;
  /** Where host keys are kept, as `headless run` keeps them. */
  readonly data: string;
  readonly acceptNewHostKeys: boolean;
};

const recordOptions = { ...importOptions, ...hostKeyOptions, out: { type: 'string' } } as const;

/** Arguments of `record` (`--inventory FILE --out DIR`). @throws AppError `args.invalid` */
export function parseRecord(words: readonly string[]): RecordArguments {
  const { values } = parsed(words, recordOptions);
  const { inventory, out, json, lang, 'accept-new-host-keys': acceptNewHostKeys } = values;
  if (inventory === undefined || out === undefined) throw invalid('--inventory, --out missing');
  const data = values.data ?? join(out, '.xunjian');
  return { file: inventory, out, json, locale: localeOf(lang), data, acceptNewHostKeys };
}

/** Options that name a file or a folder. */
const paths: readonly string[] = ['inventory', 'out', 'settings', 'data'];

/** What each verb takes: the parser and the help read this alone. */
export const verbOptions = {
  run: runOptions,
  judge: judgeOptions,
  test: testOptions,
  record: recordOptions,
  import: importOptions,
} as const;

export type Verb = keyof typeof verbOptions;
export type OptionName = { [V in Verb]: keyof (typeof verbOptions)[V] }[Verb];

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options'];

function parsed<O extends NonNullable<Options>>(words: readonly string[], options: O) {
  try {
    const result = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    refuseEmptyPaths(result);
    return result;
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    throw new AppError('args.invalid', { detail: cause instanceof Error ? cause.message : '' }, { cause });
  }
}

/** A variable of a script that is not set: as a path it would mean the folder where the script happens to be. */
function refuseEmptyPaths({ values, positionals }: { readonly values: object; readonly positionals: string[] }): void {
  const isEmpty = (value: unknown) => typeof value === 'string' && value.trim() === '';
  const named = Object.entries(values).find(([name, value]) => paths.includes(name) && isEmpty(value));
  if (named !== undefined) throw invalid(`--${named[0]} ""`);
  if (positionals.some(isEmpty)) throw invalid('PATH ""');
}

function whole(name: string, text: string | undefined, least: number, most: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw invalid(`--${name} ${text}: a whole number from ${least} to ${most}`);
  }
  return value;
}

function localeOf(text: string | undefined): Locale | undefined {
  if (text === undefined) return undefined;
  const locale = Locale.safeParse(text);
  if (!locale.success) throw invalid(`--lang ${text}: zh-CN or en`);
  return locale.data;
}

const listOf = (texts: readonly string[] | undefined): string[] =>
  (texts ?? [])
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '');

function invalid(detail: string): AppError {
  return new AppError('args.invalid', { detail });
}
