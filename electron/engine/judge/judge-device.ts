import { assertNever } from '../../../shared/errors';
import type { Protocol } from '../../../shared/model/device';
import type { Finding } from '../../../shared/model/finding';
import type { DeviceId } from '../../../shared/model/ids';
import type { AnyStated, Reading } from '../../../shared/model/reading';
import type { Phase } from '../../../shared/model/run';
import type { Thresholds } from '../../../shared/model/settings';
import { verdictOf, type Verdict } from '../../../shared/model/verdict';
import type { Platform } from '../vendors/platform';
import { firstLine } from '../text/table';
import {
  deviceChecks,
  findingsOfMissing,
  findingsOfNothing,
  judgeReadings,
  plainFinding,
  storedReading,
  withDeviceLimits,
} from './judge-readings';
import { fewerParts } from './fewer-parts';
import { releaseOf, releaseSpread, type FleetRelease } from './fleet-releases';
import { missingMembers } from './missing-members';
import type { PastInspection } from './past-inspection';
import { findCommand, membersFor, sameCommand } from './platform-lookup';
import { readOutput, type JudgedOutput, type OutputReading } from './read-output';

/** A configuration file that was asked for. */
export type JudgedFile = { readonly path: string; readonly isFetched: boolean; readonly code: string | undefined };

export type JudgeInput = {
  /** The member of the family; undefined when none was recognised. */
  readonly platform: Platform | undefined;
  /** As in the inventory. */
  readonly deviceType: string;
  readonly outputs: readonly JudgedOutput[];
  readonly files: readonly JudgedFile[];
  readonly thresholds: Thresholds;
  /** Epoch milliseconds. */
  readonly now: number;
  /** Earlier inspections of the same device, newest first; absent or empty on the first run. */
  readonly history?: readonly PastInspection[] | undefined;
  /** Who the device is, and what all devices ran at their last inspection; absent where nothing is compared. */
  readonly fleet?: { readonly deviceId: DeviceId; readonly releases: readonly FleetRelease[] } | undefined;
  /** How the device was reached; left out for saved outputs. */
  readonly protocol?: Protocol;
  /** Outdated SSH algorithms that the connection needed, and `ftp` where the password went out by FTP. */
  readonly weakAlgorithms?: readonly string[];
  /** Modern algorithms that the device spoke before, where it speaks only outdated ones now. */
  readonly formerAlgorithms?: readonly string[];
};

export type Judged = {
  readonly readings: readonly Reading[];
  readonly findings: readonly Finding[];
  readonly verdict: Verdict;
};

type Read = { readonly output: JudgedOutput; readonly said: OutputReading };

/**
 * Judges all that one device gave. Starts from "not judged", never from 正常: what was not read, cut, refused or not
 * understood becomes a finding 判不了 of its own.
 */
export function judgeDevice(input: JudgeInput): Judged {
  const { platform, outputs } = input;
  const read = outputs.map((output): Read => ({ output, said: readOutput(platform, output) }));
  const all = read.flatMap(({ said }) => (said.kind === 'readings' ? said.readings : []));
  const readings: Reading[] = [];
  const findings: Finding[] = [...platformFindings(input)];
  for (const one of read) {
    const own = one.said.kind === 'readings' ? withDeviceLimits(one.said.readings, all) : [];
    readings.push(...own.map((reading) => storedReading(reading, one.output.command)));
    findings.push(...findingsOfOutput(one, own, input));
  }
  findings.push(...missingMembers(readings));
  findings.push(...fewerParts(findings, input.history ?? []));
  findings.push(...fleetFindings(input, readings));
  findings.push(...backupFindings(input, findings));
  findings.push(...connectionFindings(input));
  return { readings, findings, verdict: verdictOf(findings.map(({ level }) => level)) };
}

/** A device whose platform is not known cannot be judged, and says so. */
function platformFindings({ platform, deviceType, outputs }: JudgeInput): readonly Finding[] {
  const canJudge = platform !== undefined && platform.lookup.known.some(({ parse }) => parse !== undefined);
  if (canJudge) return [];
  const { probe } = membersFor(deviceType)[0];
  const answer = outputs.find(({ command }) => probe !== undefined && sameCommand(command, probe));
  const proof = { command: answer?.command ?? '', line: firstLine(answer?.text ?? '') };
  const check = deviceChecks.platform;
  return [plainFinding({ check, level: 'unknown', reason: 'not-understood', value: deviceType, proof })];
}

function findingsOfOutput({ output, said }: Read, own: readonly AnyStated[], input: JudgeInput): readonly Finding[] {
  const { platform } = input;
  const { command } = output;
  const gives = (platform === undefined ? undefined : findCommand(platform, command))?.gives ?? [];
  switch (said.kind) {
    case 'readings':
      return [
        ...judgeReadings(own, command, { ...input, askedAt: output.at }),
        ...findingsOfMissing(gives, own, command),
      ];
    case 'absent': {
      const none = { level: 'n/a', reason: 'no-such-part', code: null } as const;
      return findingsOfNothing(gives, none, { command, line: said.line });
    }
    case 'none': {
      const { reason, code, line } = said;
      return findingsOfNothing(gives, { level: 'unknown', reason, code }, { command, line });
    }
    case 'evidence':
      return [];
    default:
      return assertNever(said);
  }
}

function fleetFindings({ platform, fleet }: JudgeInput, readings: readonly Reading[]): readonly Finding[] {
  if (platform === undefined || fleet === undefined) return [];
  return releaseSpread(releaseOf(fleet.deviceId, platform.id, readings), readings, fleet.releases);
}

/** A file in hand is worth a line, yet alone it makes no device 正常: it says nothing of its health. */
function backupFindings(
  { platform, files, history = [], now }: JudgeInput,
  others: readonly Finding[],
): readonly Finding[] {
  const check = deviceChecks.backup;
  const isJudged = others.some(({ level }) => level === 'pass');
  return files.flatMap(({ path, isFetched, code }): readonly Finding[] => {
    const named = { check, subject: path, value: path };
    if (!isFetched) {
      const missing = { ...named, level: 'unknown', reason: 'file-not-fetched', code: code ?? null } as const;
      const name = copyName(platform, path);
      const last = history.find(({ findings }) => findings.some((past) => isCopy(past, name)));
      // What came last time is still there: nothing that is cut takes its place.
      return [plainFinding(last === undefined ? missing : { ...missing, ...ageOf(last.at, now) })];
    }
    return isJudged ? [plainFinding({ ...named, level: 'pass', reason: 'status-good' })] : [];
  });
}

/** The name of our copy: an answer of the command line is kept under another one than that of its command. */
function copyName(platform: Platform | undefined, path: string): string {
  const commands = [platform?.configCommand, platform?.startupCommand];
  return commands.find((each) => each?.command === path)?.saveAs ?? path;
}

function isCopy({ check, level, subject }: Finding, path: string): boolean {
  return check === deviceChecks.backup && level === 'pass' && subject === path;
}

function ageOf(at: number, now: number): Pick<Finding, 'value' | 'unit'> {
  return { value: Math.max(0, Math.round((now - at) / 1000)), unit: 's' };
}

/** How the device was reached is worth a warning where others on the wire can read along, or soon could. */
function connectionFindings({ protocol, weakAlgorithms = [], formerAlgorithms = [] }: JudgeInput): readonly Finding[] {
  const warn = { level: 'warn', reason: 'status-attention' } as const;
  const outdated = weakAlgorithms.filter((name) => name !== 'ftp');
  const found: Finding[] = [];
  if (protocol === 'telnet') found.push(plainFinding({ check: deviceChecks.telnet, ...warn, value: 'telnet' }));
  if (outdated.length > 0) {
    found.push(plainFinding({ check: deviceChecks.weakEncryption, ...warn, value: outdated.join(', ') }));
  }
  if (outdated.length > 0 && formerAlgorithms.length > 0) {
    const value = `${formerAlgorithms.join(', ')} → ${outdated.join(', ')}`;
    const proof = { command: '', line: value };
    found.push(plainFinding({ check: deviceChecks.downgrade, level: 'warn', reason: 'went-back', value, proof }));
  }
  if (weakAlgorithms.includes('ftp')) found.push(plainFinding({ check: deviceChecks.ftp, ...warn, value: 'ftp' }));
  return found;
}

// The device gave no answer at all: that is 异常. Everything else that stops us is our own not knowing.
const noAnswer = new Set(['net.refused', 'net.timeout', 'net.unreachable', 'net.dns', 'net.closed', 'ssh.not-ssh']);
// Who came as far as a login was heard: what breaks from there on is not "no answer".
const unheard: readonly (Phase | null)[] = [null, 'tcp', 'banner', 'kex'];

/**
 * What a device that could not be inspected is called: 异常 when it gave no answer or another key than before, 判不了
 * when it was skipped, stopped, or did not let us in.
 *
 * @param phase how far it came, quoted as value
 */
export function unreachableFinding(code: string, phase: Phase | null): Finding {
  const named = { check: deviceChecks.reachability, value: phase, code };
  if (noAnswer.has(code) && unheard.includes(phase)) {
    return plainFinding({ ...named, level: 'fail', reason: 'unreachable' });
  }
  if (code === 'ssh.host-key-changed') return plainFinding({ ...named, level: 'fail', reason: 'status-bad' });
  if (code === 'device.skipped' || code === 'device.is-bastion') {
    return plainFinding({ ...named, level: 'unknown', reason: 'skipped' });
  }
  if (code === 'device.cancelled') return plainFinding({ ...named, level: 'unknown', reason: 'cancelled' });
  return plainFinding({ ...named, level: 'unknown', reason: 'not-read' });
}

/** What a device is called whose result could not be written down, whatever it said. @param code of the failure */
export function notKeptFinding(code: string): Finding {
  return plainFinding({ check: deviceChecks.kept, level: 'fail', reason: 'not-read', code });
}
