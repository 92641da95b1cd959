import type { AnyReading } from '../../../../shared/model/reading';
import { unreadable, withBody } from '../dialects/ios/answer';

function member(subject: string, role: string, status: string, line: string): AnyReading {
  const values = { model: null, serial: null, partNumber: null, adminStatus: null, role, resets: null };
  return { kind: 'chassis', subject, values, status, line: line.trim() };
}

const field = /^\s*(Active Location|Standby Location|Current Software state)\s*=\s*(\S.*)$/i;
const noPeer = /^\s*Peer \(slot: \S+\) information is not available because it is in '([^']+)' state/i;

/** `show redundancy` of IOS: both supervisors, and the peer that is not there. */
export const parseRedundancy = withBody((lines) => {
  if (!lines.some((line) => /^\s*Redundant System Information/i.test(line)))
    return unreadable('not-understood', lines[0]);
  const readings: AnyReading[] = [];
  let place: { readonly subject: string; readonly role: string } | undefined;
  for (const line of lines) {
    const [, label = '', value = ''] = field.exec(line) ?? [];
    if (/Location$/i.test(label)) place = { subject: value, role: label.split(' ')[0] ?? '' };
    else if (label !== '' && place !== undefined) {
      readings.push(member(place.subject, place.role, value, line));
      place = undefined;
    }
    const peer = noPeer.exec(line)?.[1];
    if (peer !== undefined) readings.push(member('Peer', 'Standby', peer, line));
  }
  return readings.length < 2 || place !== undefined ? unreadable('cut', lines.at(-1)) : { kind: 'readings', readings };
});

// `This host: Primary - Active`; with two groups the state stands on lines below.
const host = /^\s*(This|Other) host:\s*(Primary|Secondary)(?:\s*-\s*(\S.*))?$/i;
const group = /^\s*(Group \d+)\s+State:\s*(\S.*)$/i;
const statistics = /^\s*Stateful Failover Logical Update Statistics/i;

// `slot 1: IPS5512 hw/sw rev (…) status (Unresponsive/Up)` and `Interface dmz (192.0.2.1): No Link (Waiting)`.
const slot = /^\s*(slot \d+):.*\bstatus \(([^()]*)\)\s*$/i;
const monitored = /^\s*(?:\S+ )?Interface (\S+) \(.*\):\s*([A-Za-z][A-Za-z]*(?: +[A-Za-z]+)*?)\s*(?:\(([^)]*)\))?$/i;
const versions = /^\s*Version: Ours (\S+), Mate (\S+)$/i;

/** Slots and interfaces of a unit, where they are not as they should be; what is not monitored does not count. */
function troubles(unit: { readonly name: string; readonly role: string }, line: string): readonly AnyReading[] {
  const [, slotName, state = ''] = slot.exec(line) ?? [];
  if (slotName !== undefined && !/^(?:Up Sys|Up\/Up)$/i.test(state)) {
    return [member(`${unit.name} ${slotName}`, unit.role, state, line)];
  }
  const [, port, health = '', note = ''] = monitored.exec(line) ?? [];
  const isWell = /^Normal$/i.test(health) || /^Not-Monitored$/i.test(note);
  return port === undefined || isWell ? [] : [member(`${unit.name} ${port}`, unit.role, health, line)];
}

/** Both units run one release. */
function releases(line: string): readonly AnyReading[] {
  const [, ours, mate] = versions.exec(line) ?? [];
  if (ours === undefined || mate === undefined) return [];
  return [
    { subject: 'Ours', release: ours },
    { subject: 'Mate', release: mate },
  ].map(({ subject, release }) => {
    const values = { package: 'ASA', release, sizeBytes: null, directory: null };
    return { kind: 'software', subject, values, status: null, line: line.trim() };
  });
}

/** `show failover` of ASA: the state of both units. Off and never set up: the device has no partner. */
export const parseFailover = withBody((lines) => {
  const first = lines.findIndex((line) => /^\s*Failover (?:On|Off)\b/i.test(line));
  const title = lines[first];
  if (title === undefined) return unreadable('not-understood', lines[0]);
  if (/Off/i.test(title)) {
    const isSetUp = !lines.some((line) => /^\s*Failover LAN Interface:\s*not Configured/i.test(line));
    // Set up and switched off is a pair that protects nobody.
    if (isSetUp) return { kind: 'readings', readings: [member('Failover', '', 'Failover Off', title)] };
    return { kind: 'absent', line: title.trim() };
  }
  const readings: AnyReading[] = [];
  let unit: { readonly name: string; readonly role: string } | undefined;
  for (const line of lines.slice(first)) {
    if (statistics.test(line)) break;
    const [whole, which = '', role = '', state] = host.exec(line) ?? [];
    if (whole !== undefined) unit = { name: `${which} host`, role };
    if (state !== undefined) readings.push(member(`${which} host`, role, state.trim(), line));
    readings.push(...releases(line), ...(unit === undefined ? [] : troubles(unit, line)));
    const [, name, groupState] = group.exec(line) ?? [];
    if (name !== undefined && groupState !== undefined && unit !== undefined) {
      readings.push(member(`${unit.name} ${name}`, unit.role, groupState.trim(), line));
    }
  }
  const both = ['This host', 'Other host'].every((name) => readings.some(({ subject }) => subject.startsWith(name)));
  return both ? { kind: 'readings', readings } : unreadable('cut', lines.at(-1));
});
