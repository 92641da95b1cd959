import { describe, expect, test } from 'vitest';
import { headless } from '../../../electron/headless';
import {
  parseFile,
  parseJudge,
  parseRecord,
  parseRun,
  parseTest,
  verbOptions,
  type Verb,
} from '../../../electron/headless/arguments';
import { asksForHelp, languageAsked, optionHelp, verbHelp } from '../../../electron/headless/help';

const verbs = Object.keys(verbOptions) as Verb[]; // the keys of a literal

/** What each verb cannot do without, and its parser. */
const parsers: Readonly<Record<Verb, { readonly needs: readonly string[]; parse(words: readonly string[]): unknown }>> =
  {
    run: { needs: ['--inventory', 'a.csv', '--out', 'out'], parse: parseRun },
    judge: { needs: ['saved', '--platform', 'linux'], parse: parseJudge },
    test: { needs: ['--inventory', 'a.csv'], parse: parseTest },
    record: { needs: ['--inventory', 'a.csv', '--out', 'out'], parse: parseRecord },
    import: { needs: ['a.csv'], parse: parseFile },
  };

/** Values that options take where not every text will do. */
const values: Readonly<Record<string, string>> = {
  lang: 'en',
  at: '2026-11-22T08:00:00+08:00',
  concurrency: '4',
  'connect-timeout-ms': '2000',
  'command-timeout-ms': '2000',
  'device-timeout-ms': '2000',
};

/** Options of a help text: the name, and whether a value stands behind it. */
function shown(text: string): ReadonlyMap<string, boolean> {
  const lines = [...text.matchAll(/^ {2}--([a-z-]+)(?: (\S.*?))? {2,}\S/gm)];
  return new Map(lines.map(([, name = '', value]) => [name, value !== undefined]));
}

describe.each(verbs)('headless %s --help', (verb) => {
  const languages = (['zh-CN', 'en'] as const).map((locale) => optionHelp(verb, locale));

  test('lists every option that the verb takes, with its value, in both languages', () => {
    const taken = Object.entries(verbOptions[verb]).map(([name, { type }]) => [name, type === 'string']);

    for (const text of languages) expect([...shown(text)]).toEqual([...taken, ['help', false]]);
    expect(languages[0]).not.toBe(languages[1]);
    expect(languages[1]).not.toMatch(/[\u4e00-\u9fff]/);
  });

  test('shows no option that its parser refuses', () => {
    const { needs, parse } = parsers[verb];

    for (const [name, takesValue] of shown(languages[0] ?? '')) {
      if (name === 'help') continue;
      expect(() => parse([...needs, `--${name}`, ...(takesValue ? [values[name] ?? 'text'] : [])])).not.toThrow();
    }
    expect(() => parse([...needs, '--none-of-them'])).toThrow(expect.objectContaining({ code: 'args.invalid' }));
  });

  test('names in its usage what the verb cannot do without', () => {
    const { parse } = parsers[verb];
    const usage = languages[1]?.split('\n')[0] ?? '';
    const words = usage.replace(/^usage: headless \S+ /, '').replace(/ ?\[…\]$/, '');

    expect(() => parse([])).toThrow(expect.objectContaining({ code: 'args.invalid' }));
    expect(() => parse(words.split(' '))).not.toThrow();
  });

  test('stands in the list of verbs', () => {
    expect(verbHelp('zh-CN')).toContain(`headless ${verb} `);
    expect(verbHelp('en')).toContain(`headless ${verb} `);
  });
});

test.each([
  [['run', '--help'], true],
  [['-h'], true],
  [['judge', '--', '--help'], false],
  [['judge', 'help'], false],
])('%j asks for help: %s', (words, asked) => {
  expect(asksForHelp(words)).toBe(asked);
});

test.each([
  [['run', '--lang', 'en'], 'en'],
  [['run', '--lang=en'], 'en'],
  [['run', '--lang', 'zh-CN'], 'zh-CN'],
  [['judge', 'en'], 'zh-CN'],
  [[], 'zh-CN'],
])('%j asks for the language %s', (words, locale) => {
  expect(languageAsked(words)).toBe(locale);
});

test('a verb by the name of what every object has is no verb', async () => {
  expect(await headless(['constructor'])).toBe(64);
});
