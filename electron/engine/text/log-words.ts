/** What a log line means where its words say more than its severity. */
export type LogMeaning = 'crash' | 'power' | 'stack' | 'threshold' | 'resources' | 'conflict';

type Trouble = 'warn' | 'fail';

const meanings: Readonly<Record<LogMeaning, { readonly pattern: RegExp; readonly level: Trouble }>> = {
  crash: { pattern: /\bkernel panic\b|\blast reboot due to\b|\bpmd generated\b/i, level: 'fail' },
  power: {
    pattern: /^(?:(?!\bpower ?supply\b).)*\bpower ?supply\b.*\bdown\b|\bpowersupply status changed\b/i,
    level: 'fail',
  },
  stack: { pattern: /\bslot split\b|\bVCMTopo\b/i, level: 'fail' },
  threshold: { pattern: /\b(?:rising above|falling below)\b/i, level: 'warn' },
  resources: { pattern: /\bbuffer list is empty\b|^(?:(?!\bTCAM\b).)*\bTCAM\b.*\bfail/i, level: 'warn' },
  conflict: { pattern: /\bduplicate ip\b|\bmac move\b/i, level: 'warn' },
};

const isMeaning = (subject: string): subject is LogMeaning => Object.hasOwn(meanings, subject);

/** Every meaning, in the order in which a line is tried. */
export const logMeanings = Object.keys(meanings).filter(isMeaning);

/** The meaning of a line by its words; undefined for one of no special meaning. */
export function meaningOfLog(line: string): LogMeaning | undefined {
  return logMeanings.find((meaning) => meanings[meaning].pattern.test(line));
}

const failWords = /^(?:emerg(?:ency)?|alarm|alert|crit(?:ical)?|err(?:or)?s?|major|high)$/i;
const warnWords = /^(?:warn(?:ing)?s?|minor|medium)$/i;

/** How bad lines of a subject are: by their meaning, else by the severity that the device printed. */
export function levelOfLog(subject: string, severity: string | null): Trouble | undefined {
  if (isMeaning(subject)) return meanings[subject].level;
  const word = severity ?? subject;
  if (failWords.test(word)) return 'fail';
  return warnWords.test(word) ? 'warn' : undefined;
}
