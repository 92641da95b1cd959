import type { AnyReading } from '../../../../../shared/model/reading';
import type { Parsed } from '../../platform';
import { isNoise, isRuler } from '../../../text/table';
import { isLogLine } from '../../values';
import { withBody, unreadable } from '../../dialects/ios/answer';
import { durationSeconds } from '../duration';

// `Cisco IOS Software [Fuji], Catalyst L3 Switch Software (CAT9K_IOSXE), Version 16.9.3, RELEASE SOFTWARE (fc2)`;
// the oldest begin with `IOS (tm)`.
const software = /^(?:Cisco IOS(?:[ -]XE)? Software|IOS \(tm\)).*\(([\w.-]+)\), Version ([^,\s]+)/i;
const switchHeading = /^\s*Switch\s+Ports\s+Model\s+SW Version\s+SW Image/i;
const switchRow = /^\s*(?:\*\s*)?(\d+)\s+(\d+)\s+(\S+)\s+(\S+)\s+(\S+)(?:\s+\S+)?$/;

type Found = { readonly match: RegExpExecArray; readonly line: string };

function find(lines: readonly string[], pattern: RegExp): Found | undefined {
  for (const line of lines) {
    const match = pattern.exec(line);
    if (match !== null) return { match, line: line.trim() };
  }
  return undefined;
}

/** The members of a stack with their releases; a string is a row that was not understood. */
function switchRows(lines: readonly string[]): readonly AnyReading[] | string {
  const start = lines.findIndex((line) => switchHeading.test(line));
  const rows: AnyReading[] = [];
  const isOther = (line: string): boolean =>
    switchHeading.test(line) || isRuler(line) || isNoise(line) || isLogLine(line);
  const body = start < 0 ? [] : lines.slice(start + 1).filter((line) => !isOther(line));
  for (const [index, line] of body.entries()) {
    // A row further down belongs to this table too: something fell in between.
    if (!/^\s*(?:\*\s*)?\d+\s/.test(line)) return body.slice(index).find((each) => switchRow.test(each)) ?? rows;
    const [, member, , , release, image] = switchRow.exec(line) ?? [];
    if (member === undefined || release === undefined || image === undefined) return line;
    const values = { package: image, release, sizeBytes: null, directory: null };
    rows.push({ kind: 'software', subject: `Switch ${member}`, values, status: null, line: line.trim() });
  }
  return rows;
}

function read(lines: readonly string[]): Parsed {
  const version = find(lines, software);
  if (version === undefined) return unreadable('not-understood', lines[0]);
  const uptime = find(lines, /^(\S+) uptime is (.+)$/);
  const end = find(lines, /^\s*Configuration register is 0x/i);
  if (uptime === undefined || end === undefined) return unreadable('cut', lines.at(-1));
  const seconds = durationSeconds(uptime.match[2] ?? '');
  if (seconds === undefined) return unreadable('not-understood', uptime.line);
  const members = switchRows(lines);
  if (typeof members === 'string') return unreadable('not-understood', members);

  const release = version.match[2] ?? null;
  const image = find(lines, /^System image file is "([^"]+)"/);
  const alone = { package: version.match[1] ?? null, release, sizeBytes: null, directory: image?.match[1] ?? null };
  return {
    kind: 'readings',
    readings: [
      {
        kind: 'system',
        subject: '',
        values: {
          name: uptime.match[1] ?? null,
          model: find(lines, /^cisco (\S+) \(.*\) processor\b/i)?.match[1] ?? null,
          release,
          description: version.line,
          contact: null,
          location: null,
        },
        status: null,
        line: version.line,
      },
      { kind: 'uptime', subject: '', values: { seconds }, status: null, line: uptime.line },
      ...(members.length > 0
        ? members
        : [{ kind: 'software', subject: '', values: alone, status: null, line: version.line } as const]),
    ],
  };
}

/** `show version` of IOS and IOS-XE; whole when the configuration register stands at its end. */
export const parseIosVersion = withBody(read);

// Series whose software always knows `show switch`, stacked or not.
const stackSeries =
  /^cisco (?:C9200|C9300|C9350|C9500|WS-C3650|WS-C3750|WS-C3850|WS-C2960-?(?:S|X|XR)\b|WS-C2960(?:S|X|XR)-)/im;

/** True for a Catalyst that stacks: by its series, or by a second row in its list of switches. */
export function isStackable(answer: string): boolean {
  const lines = answer.split(/(?<!\r)\r*\n/);
  const rows = switchRows(lines.filter((line) => line.trim() !== ''));
  return stackSeries.test(answer) || (typeof rows !== 'string' && rows.length > 1);
}
