import { unreadable, withBody } from '../dialects/ios/answer';

const total = /^(\d+) bytes total \((\d+) bytes free\b.*\)$/i;
const directory = /^\s*Directory of (\S+)/i;

/** `dir` of IOS and ASA: the last line tells size and room; without it the listing is cut. */
export const parseDir = withBody((lines) => {
  const where = directory.exec(lines.find((line) => directory.test(line)) ?? '')?.[1];
  const line = lines.find((each) => total.test(each.trim()));
  if (where === undefined) return unreadable('not-understood', lines[0]);
  if (line === undefined) return unreadable('cut', lines.at(-1));
  const [, totalBytes, freeBytes] = total.exec(line.trim()) ?? [];
  const values = { freeBytes: Number(freeBytes), totalBytes: Number(totalBytes) };
  return { kind: 'readings', readings: [{ kind: 'flash', subject: where, values, status: null, line: line.trim() }] };
}, total);

/** `dir` of NX-OS: `Usage for bootflash://`, then used, free and total on lines of their own. */
export const parseNxosDir = withBody((lines) => {
  const start = lines.findIndex((line) => /^\s*Usage for \S+/i.test(line));
  if (start < 0) {
    // Without its foot the listing tells nothing of the room.
    return unreadable(
      lines.some((line) => /^\s*\d+\s+[A-Z][a-z]{2} \d\d /.test(line)) ? 'cut' : 'not-understood',
      lines.at(-1),
    );
  }
  const foot = lines.slice(start);
  const bytes = (word: string) => foot.find((line) => new RegExp(`^\\s*\\d+ bytes ${word}\\b`, 'i').test(line));
  const free = bytes('free');
  const whole = bytes('total');
  if (free === undefined || whole === undefined) return unreadable('cut', lines.at(-1));
  const values = { freeBytes: Number.parseInt(free, 10), totalBytes: Number.parseInt(whole, 10) };
  const subject = /Usage for ([^/\s]+)/i.exec(foot[0] ?? '')?.[1] ?? '';
  return { kind: 'readings', readings: [{ kind: 'flash', subject, values, status: null, line: free.trim() }] };
});
