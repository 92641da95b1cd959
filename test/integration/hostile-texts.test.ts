import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutBytes, cutChars, cutMarkdown } from '../../electron/engine/channels/cut';
import { judgeAddress } from '../../electron/engine/inventory/address';
import { readCsv } from '../../electron/engine/inventory/csv';
import { readJson } from '../../electron/engine/inventory/json';
import { autodetect } from '../../electron/engine/judge/autodetect';
import { judgeText } from '../../electron/engine/judge/judge-text';
import { platforms } from '../../electron/engine/registries.generated';
import { cleanLine, cleanLines, wrapColumns } from '../../electron/engine/reports/clean-text';
import { docx } from '../../electron/engine/reports/docx';
import { html } from '../../electron/engine/reports/html';
import { json } from '../../electron/engine/reports/json';
import { commandText } from '../../electron/engine/command-line/command-text';
import { decodeOutput, streamDecoder } from '../../electron/engine/command-line/decode';
import { pagerOn, knownPagers } from '../../electron/engine/command-line/pager';
import { looksLikePrompt, repeatedPrompt, trailingPrompts } from '../../electron/engine/command-line/prompt';
import { isOpenQuestion, safeAnswerTo } from '../../electron/engine/command-line/questions';
import { saysSessionsFull } from '../../electron/engine/session/sessions-full';
import { drawLines } from '../../electron/engine/command-line/terminal-line';
import { escapeMarkup } from '../../electron/engine/text/escape-markup';
import { meaningOfLog } from '../../electron/engine/text/log-words';
import { createRedactor } from '../../electron/engine/text/redact';
import { createFilter } from '../../electron/engine/text/filter';
import { createScrubber } from '../../electron/engine/text/scrub';
import { cleanText } from '../../electron/engine/text/table';
import { textJobs } from '../../electron/engine/workers/text-jobs';
import { AppError } from '../../shared/errors';
import { Thresholds } from '../../shared/model/settings';
import { cpuRatio, isLinearRatio } from '../support/hostile/cpu-growth';
import { generalTexts, lineTexts, textsOf } from '../support/hostile/hostile-lines';
import { judged, recordedAnswers } from '../support/mutation/judged-answers';
import { sampleReport } from '../support/sample-report';

/** One recorded answer for each parser. */
const answers = [
  ...new Map(
    recordedAnswers().map((answer) => [
      answer.platform.commands.find((each) => each.command === answer.command)?.parse ?? answer,
      answer,
    ]),
  ).values(),
];
const thresholds = Thresholds.parse({});
const [someTraits] = platforms.map(({ traits }) => traits);

/** What throws on purpose says so with a code of ours. */
const orRefused = (work: () => unknown): void => {
  try {
    work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
  }
};

const redactor = createRedactor();
redactor.register('Geheim-2026');
const filter = createFilter(redactor);
const jobs = textJobs(filter);
const scrub = createScrubber({
  names: ['sw-1'],
  secrets: ['Geheim-2026'],
  patterns: platforms.flatMap(({ secrets }) => secrets).slice(0, 12),
});

const inspect = (member: string, commands: readonly string[], text: string) =>
  jobs.inspect({
    member,
    deviceType: member,
    outputs: commands.map((command) => ({ command, text, end: 'complete', code: undefined, ms: 1 })),
    files: [],
    copies: [{ path: 'a.cfg', bytes: Buffer.from(text) }],
    blanksCopies: true,
    thresholds,
    now: 0,
  });

/** All that reads a text which somebody else wrote, beside parsers and blanking. */
const readers: Readonly<Record<string, (text: string) => unknown>> = {
  'text/table': cleanText,
  'text/log-words': meaningOfLog,
  'text/scrub': scrub,
  'text/escape-markup': escapeMarkup,
  'text/filter': (text) =>
    filter.text(
      text,
      platforms.flatMap(({ secrets }) => secrets),
    ),
  'text/filter, as a stream': (text) => {
    const stream = filter.stream();
    return stream.push(text) + stream.end();
  },
  'command-line/terminal-line': drawLines,
  'command-line/decode': (text) => decodeOutput(Buffer.from(text)),
  'command-line/decode, other encoding': (text) =>
    decodeOutput(Buffer.concat([Buffer.from(text), Buffer.from([0xd6])])),
  'command-line/decode as it comes': (text) => {
    const decode = streamDecoder('utf-8');
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += 4096) decode(bytes.subarray(at, at + 4096));
  },
  'command-line/prompt': (text) => {
    const lines = text.split('\n');
    return [looksLikePrompt(text), repeatedPrompt(lines), trailingPrompts(lines, 'sw-1#')];
  },
  'command-line/questions': (text) => [isOpenQuestion(text), safeAnswerTo(text), pagerOn(text, knownPagers)],
  'session/sessions-full': saysSessionsFull,
  'command-line/command-text': (text) =>
    someTraits &&
    commandText(
      Buffer.from(text),
      { prompt: 'sw-1#', traits: someTraits, asked: ['--More--'], emptyLines: 1 },
      'complete',
    ),
  'judge/autodetect': (text) => autodetect({ banner: text, prompt: text, answer: text }),
  'judge/saved texts': (text) =>
    judgeText('a.txt', text, { platform: 'cisco_ios', command: undefined, thresholds, now: 0 }),
  'reports/clean-text': (text) => [cleanLine(text), cleanLines(text).map((line) => wrapColumns(line, 80))],
  'channels/cut': (text) => [cutBytes(text, 2048, '…'), cutChars(text, 500, '…'), cutMarkdown(text, 4096, '…')],
  'inventory/address': judgeAddress,
  'inventory/csv': (text) => orRefused(() => readCsv(Buffer.from(text), 'a.csv')),
  'inventory/json': (text) => orRefused(() => readJson(Buffer.from(text), 'a.json')),
};

type Measured = { readonly what: string; readonly ratio: number };

const tooSteep = (measured: readonly Measured[]): readonly string[] =>
  measured.filter(({ ratio }) => !isLinearRatio(ratio)).map(({ what, ratio }) => `${what}: ${ratio.toFixed(1)}`);
const worstOf = (measured: readonly Measured[]): string =>
  Math.max(0, ...measured.map(({ ratio }) => ratio)).toFixed(1);

describe('four times the text takes about four times the work', () => {
  test('for every parser', async () => {
    const measured: Measured[] = [];
    for (const answer of answers) {
      for (const { how, make } of [...lineTexts, ...textsOf(answer.text)]) {
        const ratio = await cpuRatio(make, (text) => judged(answer, text), 32_768);
        measured.push({ what: `${answer.title}, ${how}`, ratio });
      }
    }

    console.info(
      `${answers.length} parsers, ${measured.length} texts of 32 k characters, worst ratio ${worstOf(measured)}`,
    );
    expect(tooSteep(measured)).toEqual([]);
    expect(answers.length).toBeGreaterThan(200);
  }, 240_000);

  test.each(Object.entries(readers))('for %s', async (what, read) => {
    const measured: Measured[] = [];
    for (const { how, make } of generalTexts)
      measured.push({ what: `${what}, ${how}`, ratio: await cpuRatio(make, read, 32_768) });

    expect(tooSteep(measured)).toEqual([]);
  });

  test('for reading, judging and blanking a whole device', async () => {
    const measured: Measured[] = [];
    for (const [index, { how, make }] of generalTexts.entries()) {
      const platform = platforms[index % platforms.length];
      const commands = platform?.commands.slice(0, 8).map(({ command }) => command) ?? [];
      const work = (text: string) => inspect(platform?.id ?? '', commands, text);
      measured.push({ what: `${platform?.id}, ${how}`, ratio: await cpuRatio(make, work, 1_048_576 / 8) });
    }

    console.info(`${measured.length} devices of 1 MB, worst ratio ${worstOf(measured)}`);
    expect(tooSteep(measured)).toEqual([]);
  }, 120_000);
});

test('what takes the square of the time is found', async () => {
  const ratio = await cpuRatio(
    (length) => `${' '.repeat(length)}x`,
    (text) => /\s+$/.test(text),
    32_768,
  );

  expect(isLinearRatio(ratio)).toBe(false);
});

test('no text makes a parser or a reader throw, and garbage is never 正常', () => {
  const unit = fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 })
    .map((codes) => String.fromCharCode(...codes));
  const ascii = fc.string({ unit: 'binary-ascii', maxLength: 300 });
  const wild = fc.string({ unit: 'binary', maxLength: 200 });
  const lines = fc.array(fc.oneof(ascii, wild), { maxLength: 12 });
  const texts = [
    ...['', '\r', '\r\r\r', '\n', '\r\n', '\u0000', '\ud800', '\udc00\ud800', '\u001b', '\ufeff'],
    ...fc.sample(
      fc.oneof(
        unit,
        ascii,
        wild,
        lines.map((each) => each.join('\n')),
        lines.map((each) => each.join('\r')),
      ),
      { seed: 20261122, numRuns: 60 },
    ),
  ];
  const passing: string[] = [];
  for (const answer of answers) {
    for (const text of texts)
      if (judged(answer, text).verdict === 'pass') passing.push(`${answer.title} ${JSON.stringify(text.slice(0, 40))}`);
  }
  for (const read of Object.values(readers)) texts.forEach((text) => read(text));

  console.info(`${answers.length} parsers and ${Object.keys(readers).length} readers, ${texts.length} random texts`);
  expect(passing).toEqual([]);
}, 120_000);

test('a report of hostile outputs grows with them, in every format', async () => {
  const report = (text: string) => {
    const { devices, ...rest } = sampleReport();
    const [first] = devices;
    if (first === undefined) throw new Error('the sample has no device');
    return {
      ...rest,
      devices: [{ ...first, commands: first.commands.map((command) => ({ ...command, text, transcript: text })) }],
    };
  };
  const write = async (text: string) => {
    for (const format of [html, json, docx]) await format.write(report(text));
  };
  const measured: Measured[] = [];
  for (const { how, make } of generalTexts) measured.push({ what: how, ratio: await cpuRatio(make, write, 32_768) });

  console.info(`${measured.length} reports, worst ratio ${worstOf(measured)}`);
  expect(tooSteep(measured)).toEqual([]);
}, 120_000);
