import type { Parsed } from '../platform';
import { answerLines } from '../../text/answer-lines';
import { savedReading } from '../service-readings';
import { secretAfter, secretInAddress } from '../secret-lines';
import { unreadable } from '../values';

const place = /^@@ -\d+(?:,\d+)? \+\d+(?:,\d+)? @@/;
// Comments name the release that wrote the text.
const change = /^[-+](?![-+]{2} )(?!\s*!)\s*\S/;

/**
 * `checkpoint diff startup-config running-config`: a difference proves that what runs is not saved. Equal
 * configurations give no line at all, and no answer proves nothing.
 */
export function parseDifference(text: string): Parsed {
  const answer = answerLines(text);
  if (answer.kind === 'unreadable') return answer;
  const start = answer.lines.findIndex((line) => place.test(line));
  if (start < 0) return unreadable('not-understood', answer.lines[0]);
  const line = answer.lines.slice(start).find((each) => change.test(each));
  if (line === undefined) return unreadable('no-row', answer.lines.at(-1));
  return { kind: 'readings', readings: [savedReading('running-config', 'NOT SYNCHRONIZED', line)] };
}

const notForm = String.raw`(?![ \t]+(?:ciphertext|plaintext)\b)`;

/** Secrets that AOS-CX prints: nearly all of them as `ciphertext …`, communities and shared keys also as they are. */
export const arubaSecrets: readonly RegExp[] = [
  secretAfter(String.raw`\b(?:ciphertext|plaintext)`),
  secretAfter(String.raw`\b(?:community|password|passphrase|secret|auth-pass|priv-pass|pre-shared-key)${notForm}`),
  secretAfter(String.raw`\s(?:key|key-string|md5|simple-text)${notForm}`),
  secretInAddress,
];
