import type { Parsed } from '../../platforms/platform';
import { brokenText, cleanText, firstLine } from '../../text/table';

/**
 * `display current-configuration diff` (Comware 7): a difference shows unsaved changes. An empty answer may mean that
 * there is none, but nothing in it says so: it stays 判不了.
 */
export function parseConfigDiff(text: string): Parsed {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;
  const { lines } = clean;
  // A line of the difference may end like a prompt: ` #`.
  const last = lines.findLast((line) => line.trim() !== '') ?? '';
  if (!clean.endsInLineEnd && /^[ +\-@]/.test(last)) return { kind: 'unreadable', reason: 'cut', line: last.trim() };
  const line = lines.find((each) => /^\+\+\+ Current configuration\b/i.test(each.trim()));
  const isDiff = line !== undefined && lines.some((each) => /^--- \S/.test(each.trim()));
  if (line === undefined || !isDiff) return { kind: 'unreadable', reason: 'not-understood', line: firstLine(text) };
  const values = {
    runningDirectory: null,
    certifyStatus: null,
    synchronised: 'NOT SYNCHRONIZED',
    flashBetweenCmms: null,
  };
  return {
    kind: 'readings',
    readings: [{ kind: 'config-state', subject: '', values, status: null, line: line.trim() }],
  };
}
