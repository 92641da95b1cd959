import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { levelOfLog, logMeanings, meaningOfLog } from '../../text/log-words';
import { brokenText, cleanText, firstLine } from '../../text/table';

const severity = String.raw`(alarm|alrm|alert|alrt|error|err|warning|warn|info|event|debug\d?)`;
const layouts = [
  // AOS 5, 7, 8: `2026 Nov 21 20:10:07 sw-1 swlogd portMgrCmm main error(2) text`.
  new RegExp(
    String.raw`^\s*\d{4}\s+[A-Z][a-z]{2}\s+\d{1,2}\s+\d\d:\d\d:\d\d(?:\.\d+)?\s+\S+\s+swlogd:?\s+\S+\s+\S+\s+${severity}(?:\(\d+\))?:?(?:\s|$)`,
    'i',
  ),
  // AOS 6: `SUN NOV 22 09:00:11 2026  SYSTEM  alert text`.
  new RegExp(String.raw`^\s*[A-Z]{3}\s+[A-Z]{3}\s+\d{1,2}\s+\d\d:\d\d:\d\d\s+\d{4}\s+\S+\s+${severity}\s`, 'i'),
];

function severityOf(line: string): string | undefined {
  for (const layout of layouts) {
    const word = layout.exec(line)?.[1];
    if (word !== undefined) return word.toLowerCase();
  }
  return undefined;
}

type Group = { count: number; line: string };

/**
 * `show log swlog`: how many lines of which trouble, each with its newest line. Lines are counted by what their words mean, else by
 * their severity; both severities are always there, so that "no such line" is proven by a log that was read.
 */
export function parseSwlog(text: string): Parsed {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;

  const groups = new Map<string, Group>();
  let newest: string | undefined;
  for (const line of clean.lines) {
    const word = severityOf(line);
    if (word === undefined) continue;
    newest = line.trim();
    const trouble = levelOfLog('', word.replace(/^al(?:rm|rt)$/, 'alarm'));
    const subject =
      meaningOfLog(line) ?? (trouble === undefined ? undefined : trouble === 'fail' ? 'error' : 'warning');
    if (subject === undefined) continue;
    groups.set(subject, { count: (groups.get(subject)?.count ?? 0) + 1, line: newest });
  }
  if (newest === undefined) return { kind: 'unreadable', reason: 'not-understood', line: firstLine(text) };
  const none: Group = { count: 0, line: newest };
  const subjects = ['error', 'warning', ...logMeanings.filter((meaning) => groups.has(meaning))];
  const readings: readonly AnyReading[] = subjects.map((subject) => {
    const { count, line } = groups.get(subject) ?? none;
    return { kind: 'log', subject, values: { count }, status: null, line };
  });
  return { kind: 'readings', readings };
}
