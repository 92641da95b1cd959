import type { Finding } from '../../../shared/model/finding';
import type { Reading } from '../../../shared/model/reading';
import type { CommandEnd } from '../../../shared/model/run';

/** What must be true of a mutant's judgement. */
export type Oracle =
  /** No finding at all may be 正常. */
  | 'nothing-passes'
  /** The part that was spoiled may not be 正常. */
  | 'part-fails'
  /** The text says the same as before: each part is read as before, or the answer as a whole is not 正常. */
  | 'same-or-unknown'
  /** The answer as a whole may not be 正常: it contradicts itself. */
  | 'answer-fails'
  /** The part may not be 正常 with its old value. */
  | 'old-value-gone';

/** One changed transcript. */
export type Mutant = {
  readonly how: string;
  readonly text: string;
  readonly end: CommandEnd;
  readonly oracle: Oracle;
};

/** A part that is 正常 in the recording, with its line. */
export type Part = {
  readonly finding: Finding;
  readonly reading: Reading;
  /** How many parts before it have the very same line. */
  readonly sameBefore: number;
};

const refusals = [
  "            ^\n% Invalid input detected at '^' marker.",
  'ERROR: Invalid entry: "health"',
  'ERROR: Command is not supported on this platform',
  "Error: Unrecognized command found at '^' position.",
  "% Unrecognized command found at '^' position.",
  'syntax error, expecting <command>.',
  'Unknown command: health',
  'Command fail. Return code -61',
  '% Authorization failed.',
  'Permission denied',
];

const logLines = [
  'Mon Mar  2 10:00:00 : PORT-MGR port INFO message:',
  '+++ port 1/1/9 changed to up',
  '%LINEPROTO-5-UPDOWN: Line protocol on Interface GigabitEthernet1/0/9, changed state to up',
  'Mar  2 2026 10:00:00+08:00 SW %%01IFNET/4/IF_STATE(l)[5]:Interface GigabitEthernet0/0/9 has turned into UP state.',
];

const bad: Readonly<Record<string, string>> = {
  fan: 'Failed',
  power: 'Failed',
  chassis: 'Failed',
};

const made = (how: string, text: string, oracle: Oracle, end: CommandEnd = 'complete'): Mutant => ({
  how,
  text,
  oracle,
  end,
});

/** The text with one line put in another's place; only the first such line. */
const withLine = (lines: readonly string[], at: number, ...line: readonly string[]): string =>
  [...lines.slice(0, at), ...line, ...lines.slice(at + 1)].join('\n');

/** The cuts, refusals and disturbances of a whole answer. */
export function mutantsOfAnswer(text: string): readonly Mutant[] {
  const lines = text.split('\n');
  const cuts = lines.flatMap((_line, at) => {
    const cut = lines.slice(0, at).join('\n');
    const half = `${cut}\n${(lines[at] ?? '').slice(0, Math.ceil((lines[at] ?? '').length / 2))}`;
    return [
      made('cut at a line', cut, 'nothing-passes', 'partial'),
      made('cut in a line', half, 'nothing-passes', 'partial'),
      made('lost before the answer was over', `${cut}\n`, 'nothing-passes', 'unknown'),
    ];
  });
  const refused = refusals.flatMap((refusal) => [
    made('refused', `${refusal}\n`, 'nothing-passes'),
    made('refused, as the session says', `${refusal}\n`, 'nothing-passes', 'refused'),
  ]);
  const disturbed = lines
    .slice(0, -1)
    .flatMap((line, at) => [
      ...logLines.map((log) => made('syslog in it', withLine(lines, at, log, line), 'same-or-unknown')),
      made('line doubled', withLine(lines, at, line, line), 'same-or-unknown'),
      made('blank line in it', withLine(lines, at, '', line), 'same-or-unknown'),
      made('Please wait in it', withLine(lines, at, 'Please wait...', line), 'same-or-unknown'),
    ]);
  const dressed = [
    made('CR LF', text.replaceAll('\n', '\r\n'), 'same-or-unknown'),
    made('colours', text.replaceAll('\n', '\u001b[0m\n\u001b[1m'), 'same-or-unknown'),
    made('pager rests', text.replaceAll('\n', '\n--More--\r        \r'), 'same-or-unknown'),
    made('NUL bytes', text.replaceAll('\n', '\0\n'), 'same-or-unknown'),
    made('nothing', '', 'nothing-passes'),
    made('blank lines only', '\n\n', 'nothing-passes'),
    made('another encoding', text.replace(/[^\n]/g, '\ufffd'), 'nothing-passes'),
  ];
  return [...cuts, ...refused, ...disturbed, ...dressed];
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** A word as a whole field. */
const field = (word: string): RegExp => new RegExp(`(?<![\\w.])${escaped(word)}(?![\\w.])`, 'g');

/** The judged numbers of a reading, and what would be bad instead. */
function badNumber({ kind, values }: Reading): { readonly now: number; readonly bad: string } | undefined {
  const percent = values['percent'];
  if ((kind === 'cpu' || kind === 'memory') && typeof percent === 'number') return { now: percent, bad: '99' };
  const celsius = values['celsius'];
  if (kind === 'temperature' && typeof celsius === 'number') return { now: celsius, bad: '199' };
  return undefined;
}

/** Spoils one part in its own line. */
export function mutantsOfPart(text: string, { reading, sameBefore }: Part): readonly Mutant[] {
  const lines = text.split('\n');
  const at = lines.flatMap((line, index) => (line.trim() === reading.line ? [index] : []))[sameBefore] ?? -1;
  const line = lines[at];
  if (line === undefined) return [];
  const spoiled = (how: string, pattern: RegExp, word: string, oracle: Oracle = 'part-fails'): readonly Mutant[] => {
    const changed = line.replace(pattern, () => word);
    return changed === line ? [] : [made(how, withLine(lines, at, changed), oracle)];
  };
  const doubled = (pattern: RegExp, word: string): readonly Mutant[] => {
    const changed = line.replace(pattern, () => word);
    return changed === line
      ? []
      : [made('doubled, the second one bad', withLine(lines, at, line, changed), 'answer-fails')];
  };
  const mutants: Mutant[] = [];
  const number = badNumber(reading);
  if (number !== undefined) {
    // Where the line has percentages, only those are judged; a value that is worked out of others is in no place.
    const unit = reading.kind !== 'temperature' && line.includes('%') ? '(?=\\s*%)' : '(?![.\\d])';
    const pattern = new RegExp(`(?<![\\w.])${number.now}${unit}`, 'g');
    mutants.push(
      ...spoiled('a bad number', pattern, number.bad),
      ...doubled(pattern, number.bad),
      ...swappedColumns(lines, at, String(number.now)),
      ...spoiled('the last digit lost', pattern, String(number.now).slice(0, -1), 'old-value-gone'),
      ...spoiled('digits lost', pattern, ' '.repeat(String(number.now).length)),
      ...spoiled('digits as question marks', pattern, '?'.repeat(String(number.now).length)),
      ...spoiled('a letter in the number', pattern, `${number.now}x7`),
      ...spoiled('a number of no encoding', pattern, `\ufffd${number.now}\ufffd`),
      // The device's own word still says that all is well.
      ...(reading.status === null ? spoiled('no number in its place', pattern, 'N/A') : []),
      ...spoiled('a number that cannot be', pattern, '4999'),
    );
  }
  const word = bad[reading.kind];
  const { status } = reading;
  if (word !== undefined && status !== null && status.trim() !== '' && !/=/.test(status)) {
    mutants.push(
      ...spoiled('a bad word', field(status), word),
      ...doubled(field(status), word),
      ...swappedColumns(lines, at, status),
      ...spoiled('a word nobody knows', field(status), 'Zqx'),
      ...spoiled('a word of no encoding', field(status), `\ufffd${status}`),
      ...spoiled('half a word', field(status), `${status.slice(0, Math.ceil(status.length / 2))}~`),
      ...spoiled('a word wiped out', field(status), ' '.repeat(status.length)),
    );
  }
  if (reading.kind === 'temperature') {
    mutants.push(...spoiled('Fahrenheit', /(?<=\d\s*)(?:°C|degrees C|Celsius|C)\b/g, 'F'));
  }
  if (reading.kind === 'cpu' || reading.kind === 'memory') mutants.push(...spoiled('per mille', /(?<=\d\s?)%/g, '‰'));
  const { subject } = reading;
  if (/\d/.test(subject) && !number)
    mutants.push(...spoiled('another slot', field(subject), subject.replace(/\d+/g, '97')));
  return mutants.concat(movedColumns(lines, at, line));
}

/** The same words in other places. */
function movedColumns(lines: readonly string[], at: number, line: string): readonly Mutant[] {
  const gaps = [...line.matchAll(/\s{2,}/g)];
  const moved = gaps.map(({ index }) => `${line.slice(0, index)}  ${line.slice(index)}`);
  const broken = gaps.map(({ index }) => [line.slice(0, index), line.slice(index)] as const);
  return [
    ...moved.map((each) => made('a column moved', withLine(lines, at, each), 'same-or-unknown')),
    ...broken.map(([head, tail]) =>
      made('a row broken by syslog', withLine(lines, at, head, logLines[0] ?? '', tail), 'same-or-unknown'),
    ),
  ];
}

const isNumber = (word: string): boolean => /^[-\d.,%]+$/.test(word);

/** The judged word and a neighbour of another nature in each other's column. */
function swappedColumns(lines: readonly string[], at: number, judged: string): readonly Mutant[] {
  const parts = (lines[at] ?? '').split(/(\s{2,})/);
  return parts.flatMap((word, index): readonly Mutant[] => {
    const neighbour = parts[index + 2];
    if (neighbour === undefined || index % 2 === 1) return [];
    if ((word === judged) === (neighbour === judged) || isNumber(word) === isNumber(neighbour)) return [];
    const swapped = [...parts.slice(0, index), neighbour, parts[index + 1] ?? '', word, ...parts.slice(index + 3)];
    return [made('columns swapped', withLine(lines, at, swapped.join('')), 'part-fails')];
  });
}
