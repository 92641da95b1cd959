import type { AnyReading } from '../../../../../shared/model/reading';
import type { Parsed } from '../../platform';
import { unreadable, withBody } from '../../dialects/ios/answer';
import { durationSeconds } from '../duration';

const title = /^Cisco Adaptive Security Appliance Software Version (\S+)/i;
const features = /^Licensed features for this platform:\s*$/i;
const afterFeatures =
  /^(?:Failover cluster licensed features|Serial Number|This platform has|The Running Activation|Image type)\b/i;
const featureRow = /^\s*([^\s:]+(?:\s+[^\s:]+)*)\s*:\s*(\S+(?:\s+\S+)*?)(?:\s{2,}(perpetual|\d+ days?))?$/i;

function licence(
  name: string,
  status: string | null,
  days: number | null,
  isPermanent: boolean,
  line: string,
): AnyReading {
  const values = { name, daysLeft: days, permanent: isPermanent ? 1 : 0 };
  return { kind: 'licence', subject: name, values, status, line: line.trim() };
}

/** Rows that print a term; what is disabled has none worth judging. A string is a row that was not understood. */
function termRows(lines: readonly string[]): readonly AnyReading[] | string {
  const start = lines.findIndex((line) => features.test(line));
  const readings: AnyReading[] = [];
  for (const line of start < 0 ? [] : lines.slice(start + 1)) {
    if (afterFeatures.test(line)) break;
    const [, name, state, term] = featureRow.exec(line) ?? [];
    if (name === undefined || state === undefined) return line;
    if (term === undefined || /^disabled$/i.test(state)) continue;
    const isPermanent = /^perpetual$/i.test(term);
    readings.push(licence(name, state, isPermanent ? null : Number.parseInt(term, 10), isPermanent, line));
  }
  return readings;
}

/** The licence of a virtual appliance: `ASAv Platform License State: Unlicensed`. */
function platformLicence(lines: readonly string[]): readonly AnyReading[] {
  return lines.flatMap((line) => {
    const [, name, state] = /^\s*(ASAv Platform) License State:\s*(\S.*)$/i.exec(line) ?? [];
    return name === undefined || state === undefined ? [] : [licence(name, state, null, false, line)];
  });
}

const lastLine = /^Configuration (?:last modified by \S|has not been modified since last system restart)/i;

// Whole although its line end may be missing.
const wholeLastLine =
  /^Configuration (?:last modified by .* \d{4}|has not been modified since last system restart\.)$/i;

/** Never changed since it was loaded, the running configuration is the saved one; else only the change is known. */
function savedState(line: string): readonly AnyReading[] {
  if (/^Configuration last modified/i.test(line)) return [];
  const values = {
    runningDirectory: null,
    certifyStatus: null,
    synchronised: 'SYNCHRONIZED',
    flashBetweenCmms: null,
  };
  return [{ kind: 'config-state', subject: 'running-config', values, status: null, line: line.trim() }];
}

function read(lines: readonly string[]): Parsed {
  const first = lines.findIndex((line) => title.test(line));
  const line = lines[first];
  if (line === undefined) return unreadable('not-understood', lines[0]);
  const uptime = lines.find((each) => /^\S+ up \d/.test(each));
  const hardware = /^Hardware:\s+([^\s,][^,]*),/i.exec(lines.find((each) => /^Hardware:/i.test(each)) ?? '');
  const hasSerial = lines.some((each) => /^Serial Number:\s*\S/i.test(each));
  const end = lines.find((each) => lastLine.test(each));
  if (uptime === undefined || hardware === null || !hasSerial || end === undefined)
    return unreadable('cut', lines.at(-1));
  const [, name, duration] = /^(\S+) up (.+)$/.exec(uptime) ?? [];
  const seconds = durationSeconds(duration ?? '');
  if (seconds === undefined) return unreadable('not-understood', uptime);
  const terms = termRows(lines.slice(first));
  if (typeof terms === 'string') return unreadable('not-understood', terms);
  const release = title.exec(line)?.[1] ?? null;
  const identity = { model: hardware[1]?.trim() ?? null, description: line.trim(), contact: null, location: null };
  return {
    kind: 'readings',
    readings: [
      {
        kind: 'system',
        subject: '',
        values: { name: name ?? null, release, ...identity },
        status: null,
        line: line.trim(),
      },
      { kind: 'uptime', subject: '', values: { seconds }, status: null, line: uptime.trim() },
      {
        kind: 'software',
        subject: 'ASA',
        values: { package: 'ASA', release, sizeBytes: null, directory: null },
        status: null,
        line: line.trim(),
      },
      ...platformLicence(lines),
      ...terms,
      ...savedState(end),
    ],
  };
}

/** `show version` of ASA: release, uptime, licences with their terms; whole when its last line tells of the last change. */
export const parseAsaVersion = withBody(read, wholeLastLine);

/** True for the answer of a Cisco ASA to `show version`. */
export function isAsaVersion(answer: string): boolean {
  return answer.split('\n').some((line) => title.test(line.trim()));
}
