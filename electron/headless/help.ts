import type { LocalText, Locale } from '../../shared/model/text';
import { verbOptions, type OptionName, type Verb } from './arguments';

/** What an option takes, as it stands in the usage line, and what it does. */
type OptionWords = { readonly value?: string; readonly words: LocalText };

const verbWords: Readonly<Record<Verb, LocalText>> = {
  run: { 'zh-CN': '巡检清单里的设备，写报告，发消息', en: 'inspects the devices of an inventory, reports, tells' },
  judge: { 'zh-CN': '离线判断以前保存的输出', en: 'judges outputs that were saved before, offline' },
  test: { 'zh-CN': '只测试连接，逐步显示到了哪一步', en: 'tests the connections alone, step by step' },
  record: {
    'zh-CN': '录下一次会话，名称、地址、序列号、密码都换掉',
    en: 'records a session with names, addresses, serial numbers and passwords replaced',
  },
  import: { 'zh-CN': '只看导入预览，不保存任何东西', en: 'shows what an import would do, and saves nothing' },
};

const verbs = Object.keys(verbWords) as Verb[]; // the keys of a literal

/** The words beside the options; the options that a verb takes stand in `arguments.ts` alone. */
const positional: Readonly<Partial<Record<Verb, string>>> = { judge: 'PATH…', import: 'FILE' };
const needed: Readonly<Partial<Record<Verb, readonly OptionName[]>>> = {
  run: ['inventory', 'out'],
  test: ['inventory'],
  record: ['inventory', 'out'],
};

const optionWords: Readonly<Record<OptionName, OptionWords>> = {
  inventory: {
    value: 'FILE',
    words: { 'zh-CN': '设备清单：xlsx、csv 或 json', en: 'inventory of devices: xlsx, csv or json' },
  },
  out: { value: 'DIR', words: { 'zh-CN': '结果写到这个目录', en: 'folder that the results are written to' } },
  settings: {
    value: 'FILE.json',
    words: {
      'zh-CN': '设置，与程序的格式相同；密码写成 {"env": "变量名"}',
      en: 'settings in the format of the app; a secret is {"env": "VARIABLE"}',
    },
  },
  data: {
    value: 'DIR',
    words: {
      'zh-CN': '历史、主机密钥和待发消息所在的目录；默认在输出目录里',
      en: 'folder of history, host keys and waiting messages; by default inside the results',
    },
  },
  concurrency: {
    value: 'N',
    words: { 'zh-CN': '同时巡检几台，1 到 200', en: 'devices at a time, 1 to 200' },
  },
  only: {
    value: 'TEXT,…',
    words: {
      'zh-CN': '只选名称、地址或分组含有这些文字的设备；可以写多次',
      en: 'only devices with this text in their name, address or group; may be given again',
    },
  },
  'accept-new-host-keys': {
    words: { 'zh-CN': '第一次见到的主机密钥直接信任', en: 'trusts host keys that are seen for the first time' },
  },
  'full-configs': {
    words: { 'zh-CN': '配置保留原样，不去除密码', en: 'keeps configurations as they are, passwords included' },
  },
  json: { words: { 'zh-CN': '每行一个 JSON 对象，给程序读', en: 'one JSON object a line, for programs' } },
  lang: { value: 'zh-CN|en', words: { 'zh-CN': '语言', en: 'language' } },
  'no-messages': { words: { 'zh-CN': '不发消息', en: 'sends no message' } },
  formats: {
    value: 'docx,html',
    words: { 'zh-CN': '写哪些报告', en: 'which reports are written' },
  },
  'no-report': {
    words: {
      'zh-CN': '不写报告和压缩包，只留命令输出、配置和历史',
      en: 'no report and no zip: outputs, configurations and history alone',
    },
  },
  'connect-timeout-ms': {
    value: 'N',
    words: { 'zh-CN': '连接最多等多少毫秒', en: 'milliseconds that a connection may take' },
  },
  'command-timeout-ms': {
    value: 'N',
    words: { 'zh-CN': '命令最多静默多少毫秒', en: 'milliseconds that a command may be silent' },
  },
  'device-timeout-ms': {
    value: 'N',
    words: { 'zh-CN': '一台设备最多用多少毫秒', en: 'milliseconds that one device may take' },
  },
  platform: {
    value: 'ID',
    words: { 'zh-CN': '文本来自哪种设备类型', en: 'platform that the texts come from' },
  },
  command: {
    value: '"show fan"',
    words: {
      'zh-CN': '文本是这条命令的输出；要同时写 --platform',
      en: 'the texts are answers to this command; needs --platform',
    },
  },
  at: {
    value: 'ISO-TIME',
    words: { 'zh-CN': '按哪个时刻判断期限，默认为现在', en: 'time that terms are judged at, by default now' },
  },
  whole: {
    words: { 'zh-CN': '担保每份文本都是完整的输出', en: 'vouches that each text is a whole answer' },
  },
  table: { words: { 'zh-CN': '按平台统计，不逐条列出', en: 'counts by platform instead of a line an answer' } },
  cuts: {
    words: {
      'zh-CN': '另把每份文本在每一行之前截断再判断',
      en: 'also judges every text cut before each of its lines',
    },
  },
};

const helpWords: LocalText = { 'zh-CN': '显示这段说明', en: 'shows this' };
const usageWords: LocalText = { 'zh-CN': '用法：', en: 'usage:' };
const moreWords: LocalText = {
  'zh-CN':
    'headless <动词> --help 列出它的每个选项。退出码：0 全部正常，1 有注意或异常，2 只有判不了，64 参数或清单有误，70 程序错误，130/143 被信号终止。',
  en: 'headless VERB --help lists each of its options. Exit codes: 0 all pass, 1 warnings or failures, 2 unknown alone, 64 wrong words or inventory, 70 failure of the program, 130/143 ended by a signal.',
};

/** The verb that a word names. */
export function verbOf(word: string): Verb | undefined {
  return verbs.find((verb) => verb === word);
}

/** Whether help is asked for. What stands behind `--` is no option. */
export function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return words.slice(0, end === -1 ? undefined : end).some((word) => word === '--help' || word === '-h');
}

/** The language that the words ask for, wherever the rest of them may be wrong. */
export function languageAsked(words: readonly string[]): Locale {
  const at = words.lastIndexOf('--lang');
  return (at !== -1 && words[at + 1] === 'en') || words.includes('--lang=en') ? 'en' : 'zh-CN';
}

/** All verbs, a line each. */
export function verbHelp(locale: Locale): string {
  const rows = verbs.map((verb) => [usageOf(verb), verbWords[verb][locale]] as const);
  return `${usageWords[locale]}\n${table(rows)}\n${moreWords[locale]}\n`;
}

/** One verb with every option that it takes. */
export function optionHelp(verb: Verb, locale: Locale): string {
  const names = Object.keys(verbOptions[verb]) as OptionName[]; // the keys of a literal
  const rows = names.map((name) => [written(name), optionWords[name].words[locale]] as const);
  const all = table([...rows, ['--help', helpWords[locale]]]);
  return `${usageWords[locale]} ${usageOf(verb)}\n${verbWords[verb][locale]}\n\n${all}`;
}

function usageOf(verb: Verb): string {
  const words = [positional[verb], ...(needed[verb] ?? []).map(written), '[…]'];
  return ['headless', verb, ...words.filter((word) => word !== undefined)].join(' ');
}

function written(name: OptionName): string {
  const { value } = optionWords[name];
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
}
