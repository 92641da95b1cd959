import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../platform';
import { lastLine } from '../../text/table';
import { answerOf, dayEpochSeconds, unreadable } from '../values';
import { nodeAnswers, partOf } from './nodes';

const start = /^\s*License usage:\s*(?:(none)\s*)?$/i;
const end = /^\s*Licenses installed:/i;
const heading = /^\s*(?:(?:Licenses\s+){3}Expiry|Feature name\s+used\s+installed\s+needed(?:\s+expiry)?)\s*$/i;
const row =
  /^\s*(\S+)\s+(\d+)\s+(\d+)\s+(\d+)\s+(permanent|invalid|expired|(\d+) days?|(\d{4})-(\d\d)-(\d\d)(?: [\d:]+ \S+)?)\s*$/i;

/** A row; `unused` is a feature that has no licence and needs none. */
function licenceOf(line: string, node: string): AnyReading | 'unused' | undefined {
  const match = row.exec(line);
  if (match === null) return undefined;
  const [feature = '', used, installed, needed, expiry = '', days, year, month, day] = match.slice(1);
  if (/^invalid$/i.test(expiry) && [used, installed, needed].every((each) => each === '0')) return 'unused';
  const at = year === undefined ? null : dayEpochSeconds(year, month ?? '', day ?? '');
  if (at === undefined) return undefined;
  // Used beyond what is installed: a grace period that ends, whatever the expiry says.
  const isShort = Number(needed) > 0 && /^permanent$/i.test(expiry);
  return {
    kind: 'licence',
    subject: partOf(node, feature),
    values: {
      name: feature,
      daysLeft: days === undefined ? null : Number(days),
      permanent: /^permanent$/i.test(expiry) && !isShort ? 1 : 0,
      ...(at === null ? {} : { expiresEpochSeconds: at }),
    },
    status: isShort ? 'invalid' : expiry,
    line: line.trim(),
  };
}

/** `show system license` of Junos. A whole answer goes on with the list of installed keys. */
export function parseLicence(text: string): Parsed {
  const answer = nodeAnswers(text);
  if (answer.kind === 'unreadable') return answer;
  const readings: AnyReading[] = [];
  let empty: string | undefined;
  for (const { name, lines } of answer.nodes) {
    const from = lines.findIndex((line) => start.test(line));
    const to = lines.findIndex((line) => end.test(line));
    if (from < 0) return unreadable(readings.length > 0 ? 'cut' : 'not-understood', lines[0] ?? lastLine(text));
    if (to < from) return unreadable('cut', lastLine(text));
    const rows = lines.slice(from + 1, to).filter((line) => !heading.test(line) && !/^\s*none\s*$/i.test(line));
    for (const line of rows) {
      const licence = licenceOf(line, name);
      if (licence === undefined) return unreadable('not-understood', line);
      if (licence !== 'unused') readings.push(licence);
    }
    empty ??= lines[from];
  }
  // No feature asks for a licence: the device's own word that there is none.
  if (readings.length === 0 && empty !== undefined) return { kind: 'absent', line: empty.trim() };
  return answerOf(readings, lastLine(text));
}
