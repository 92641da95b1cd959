import type { AnyReading } from '../../../../../shared/model/reading';
import type { Parsed } from '../../platform';
import { unreadable, withBody } from '../../dialects/ios/answer';
import { durationSeconds } from '../duration';

// One image on newer releases; older ones have kickstart and system, which must be of one release.
const image = /^\s*(NXOS|kickstart|system):\s+version\s+(\S+)/i;

function read(lines: readonly string[]): Parsed {
  const field = (pattern: RegExp) => {
    const line = lines.find((each) => pattern.test(each));
    return line === undefined ? undefined : { value: pattern.exec(line)?.[1]?.trim() ?? '', line: line.trim() };
  };
  const title = field(/^\s*(Cisco Nexus Operating System.*)$/i) ?? field(/^\s*(cisco\s+Nexus\s?\d.*)$/i);
  if (title === undefined) return unreadable('not-understood', lines[0]);
  const images = lines.flatMap((line): AnyReading[] => {
    const [, name, release] = image.exec(line) ?? [];
    if (name === undefined || release === undefined) return [];
    const values = { package: name, release, sizeBytes: null, directory: null };
    return [{ kind: 'software', subject: name, values, status: null, line: line.trim() }];
  });
  const uptime = field(/^\s*Kernel uptime is (.+)$/i);
  const isWhole = lines.some((line) => /^\s*plugin\s*$/i.test(line));
  const main = images.at(-1);
  if (uptime === undefined || main?.kind !== 'software' || !isWhole) return unreadable('cut', lines.at(-1));
  const seconds = durationSeconds(uptime.value);
  if (seconds === undefined) return unreadable('not-understood', uptime.line);
  const values = {
    name: field(/^\s*Device name:\s*(\S.*)$/i)?.value ?? null,
    model: field(/^\s*cisco\s+(Nexus\s?\d\S*(?:\s+(?!chassis\b)\S+)*)(?:\s+chassis\b.*)?$/i)?.value ?? null,
    release: main.values.release,
    description: title.value,
    contact: null,
    location: null,
  };
  return {
    kind: 'readings',
    readings: [
      { kind: 'system', subject: '', values, status: null, line: main.line },
      { kind: 'uptime', subject: '', values: { seconds }, status: null, line: uptime.line },
      ...images,
    ],
  };
}

/** `show version` of NX-OS; whole when the list of plugins is there. */
export const parseNxosVersion = withBody(read);
