import type { AnyReading } from '../../../../../shared/model/reading';
import type { Parsed } from '../../platform';
import { brokenText, cleanText, firstLine, lastLine, readField } from '../../../text/table';

/** How one family prints the messages of its buffer. */
type LogLayout = {
  /** A message; group 1 is its severity. */
  readonly message: RegExp;
  /** Where the newest message stands when two of the same second do not tell. */
  readonly newest: 'first' | 'last';
};

const severities = ['emergency', 'alert', 'critical', 'error', 'warning'] as const;
/** Always said, so that "no such message" is proven by a buffer that was read. */
const alwaysSaid: readonly string[] = ['error', 'warning'];

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
// `Nov 20 2026 08:55:02+08:00`, `%Nov 20 08:55:02:115 2026`, `Nov 20 08:55:02`.
const stamp =
  /^\s*[%#*@^]*\d*%?([A-Z][a-z]{2})\s+(\d{1,2})\s+(?:(\d{4})\s+)?(\d\d):(\d\d):(\d\d)(?:[:.]\d+)?(?:\s+(\d{4})\b)?/;

/** The time of a message as a number that grows; undefined where its layout is another one. */
function timeOf(line: string): number | undefined {
  const match = stamp.exec(line);
  if (match === null) return undefined;
  const month = months.indexOf((match[1] ?? '').toLowerCase());
  const [day, hour, minute, second] = [match[2], match[4], match[5], match[6]].map(Number);
  return month < 0 ? undefined : Date.UTC(Number(match[3] ?? match[7] ?? 2000), month, day, hour, minute, second);
}

function isNewestFirst(lines: readonly string[], { newest }: LogLayout): boolean {
  const first = timeOf(lines[0] ?? '');
  const last = timeOf(lines.at(-1) ?? '');
  return first === undefined || last === undefined || first === last ? newest === 'first' : first > last;
}

type Message = { readonly severity: number; readonly line: string };

function readingsOf(messages: readonly Message[], countLine: string, layout: LogLayout): readonly AnyReading[] {
  const lines = messages.map(({ line }) => line);
  const isReversed = isNewestFirst(lines, layout);
  const newestOf = (some: readonly Message[]): string | undefined => (isReversed ? some[0] : some.at(-1))?.line;
  return severities.flatMap((subject, severity): readonly AnyReading[] => {
    const found = messages.filter((message) => message.severity === severity);
    if (found.length === 0 && !alwaysSaid.includes(subject)) return [];
    const line = newestOf(found) ?? newestOf(messages) ?? countLine;
    return [{ kind: 'log', subject, values: { count: found.length }, status: null, line }];
  });
}

/** True for the head of a buffer that is switched off: no message in it proves nothing. */
const isOff = (line: string): boolean =>
  /^\s*(?:Logging buffer configuration and contents|Log buffer)\s*:(?!\s*enabled\s*$)/i.test(line);

/**
 * Reads a log buffer: how many messages of each severity that means trouble, with the newest of each as proof. A
 * message goes on over several lines; a line with a time that is no message makes the answer not understood.
 */
function logParser(layout: LogLayout): (text: string) => Parsed {
  return (text) => {
    const clean = cleanText(text);
    const broken = brokenText(clean);
    if (broken !== undefined) return broken;
    const head = clean.lines.findIndex((line) =>
      /^\s*(?:Log(?:ging)? buffer|Allowed max buffer size)\b.*:/i.test(line),
    );
    if (head < 0) return { kind: 'unreadable', reason: 'not-understood', line: firstLine(text) };
    const lines = clean.lines.slice(head);
    const off = lines.find(isOff);
    if (off !== undefined) return { kind: 'unreadable', reason: 'not-understood', line: off.trim() };

    const messages: Message[] = [];
    for (const line of lines) {
      const severity = layout.message.exec(line)?.[1];
      if (severity !== undefined) messages.push({ severity: Number(severity), line: line.trim() });
      else if (timeOf(line) !== undefined) return { kind: 'unreadable', reason: 'not-understood', line: line.trim() };
    }
    const counted = lines.flatMap((line) => readField(line, ':') ?? []);
    const count = counted.find(({ label }) => /^Current messages$/i.test(label));
    if (messages.length > 0) return { kind: 'readings', readings: readingsOf(messages, '', layout) };
    if (count === undefined || !/^\d+$/.test(count.value)) {
      return { kind: 'unreadable', reason: 'cut', line: lastLine(text) };
    }
    // Said to be there, and not shown.
    if (Number(count.value) > 0) return { kind: 'unreadable', reason: 'no-row', line: count.line };
    return { kind: 'readings', readings: readingsOf([], count.line, layout) };
  };
}

/** `display logbuffer` of VRP: `Nov 20 2026 08:55:02+08:00 SW %%01IFNET/4/IF_STATE(l)[0]:…`, newest first. */
export const parseVrpLog = logParser({ message: /%%\d\d[A-Za-z][\w-]*\/([0-7])\/\w/, newest: 'first' });

/** `display logbuffer` of Comware: `%Nov 20 08:55:02:115 2026 SW IFNET/3/PHY_UPDOWN: …`, newest last. */
export const parseComwareLog = logParser({
  message:
    /^\s*[%#*@^]+\d*%?[A-Z][a-z]{2}\s+\d{1,2}\s+[\d:.]+\s+(?:\d{4}\s+)?\S+\s+(?:%%\d\d)?[A-Za-z][\w-]*\/([0-7])\/\w/,
  newest: 'last',
});
