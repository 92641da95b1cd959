import type { AnyReading } from '../../../../shared/model/reading';
import type { Parsed } from '../../platforms/platform';
import { brokenText, cleanText, firstLine } from '../../text/table';
import { logLine, unreadable } from './answer';

const severities = ['emergency', 'alert', 'critical', 'error', 'warning', 'notification', 'informational', 'debugging'];

/** `show logging`: how many messages of each severity are in the buffer, with the newest of each as proof. */
export function parseLogging(text: string): Parsed {
  const clean = cleanText(text);
  const broken = brokenText(clean);
  if (broken !== undefined) return broken;
  const messages = clean.lines.flatMap((line) => {
    const severity = logLine.exec(line)?.[1];
    return severity === undefined ? [] : [{ severity: Number(severity), line: line.trim() }];
  });
  const title = clean.lines.find((line) =>
    /^\s*(?:Syslog logging\s*:|Log Buffer \(|Logging (?:buffer|console)\s*:)/i.test(line),
  );
  if (messages.length === 0 && title === undefined) return unreadable('not-understood', firstLine(text));
  const readings = severities.flatMap((subject, severity): AnyReading[] => {
    const found = messages.filter((message) => message.severity === severity);
    const newest = found.at(-1);
    if (newest === undefined) return [];
    return [{ kind: 'log', subject, values: { count: found.length }, status: null, line: newest.line }];
  });
  if (readings.length > 0) return { kind: 'readings', readings };
  const line = title?.trim() ?? '';
  return { kind: 'readings', readings: [{ kind: 'log', subject: '', values: { count: 0 }, status: null, line }] };
}
