import type { AnyReading } from '../../../shared/model/reading';

/** One line of a log, and the severity or meaning it counts for. */
export type LogLine = { readonly subject: string; readonly line: string };

const logReading = (subject: string, count: number, line: string): AnyReading => ({
  kind: 'log',
  subject,
  values: { count },
  status: null,
  line: line.trim(),
});

/**
 * How many lines of each subject a log holds, with the newest of each as proof.
 *
 * @param newest where the device prints its newest line
 * @param quiet the line that proves that the log was read, quoted where nothing was found
 * @param expected subjects that are told with 0 where the log has none of them
 */
export function logReadings(
  found: readonly LogLine[],
  newest: 'first' | 'last',
  quiet: string,
  expected: readonly string[] = [],
): readonly AnyReading[] {
  const bySubject = new Map(expected.map((subject): [string, string[]] => [subject, []]));
  for (const { subject, line } of found) {
    const own = bySubject.get(subject);
    if (own === undefined) bySubject.set(subject, [line]);
    else own.push(line);
  }
  const readings = [...bySubject].map(([subject, lines]) =>
    logReading(subject, lines.length, lines.at(newest === 'first' ? 0 : -1) ?? quiet),
  );
  return readings.length > 0 ? readings : [logReading('', 0, quiet)];
}
