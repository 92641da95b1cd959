import type { Parsed } from '../../platforms/platform';
import { answerLines } from '../../text/answer-lines';

/**
 * `display current-configuration diff` (Comware 7): a difference shows unsaved changes. An empty answer may mean that
 * there is none, but nothing in it says so: it stays 判不了.
 */
export function parseConfigDiff(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const { lines } = answer;
  const line = lines.find((each) => /^\+\+\+ Current configuration\b/i.test(each.trim()));
  const isDiff = line !== undefined && lines.some((each) => /^--- \S/.test(each.trim()));
  if (line === undefined || !isDiff) {
    const first = lines[0]?.trim() ?? '';
    return { kind: 'unreadable', reason: first === '' ? 'empty' : 'not-understood', line: first };
  }
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
