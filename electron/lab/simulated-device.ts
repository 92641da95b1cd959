import { newDeviceRecord, type DeviceRecord } from './device-record';
import type { DeviceSpec, Expected } from './device-spec';
import { deviceTexts, type Output } from './device-texts';
import { faultOf, type Fault } from './faults';
import { fillPlaces, toWire, type Places } from './fill-places';
import { padFile } from './pad-file';
import { loadPersonality, type Personality } from './personality';

/** When the pieces of an answer come: milliseconds after the command, bytes. */
export type Pace = readonly (readonly [number, number])[];

/** What a device has to say to one line. */
export type Answer =
  | ({ readonly kind: 'output'; readonly isKeyCommand: boolean; readonly pace: Pace | undefined } & Output)
  | { readonly kind: 'refusal'; readonly wire: Buffer }
  | { readonly kind: 'quiet' }
  | { readonly kind: 'pager-off' }
  | { readonly kind: 'enable' }
  | { readonly kind: 'logout' };

/** One device without its sockets: what it is called, what it knows, what it answers. */
export type SimulatedDevice = {
  readonly spec: DeviceSpec;
  readonly personality: Personality;
  readonly fault: Fault;
  readonly record: DeviceRecord;
  readonly username: string;
  /** The password that opens the device. */
  readonly password: string;
  /** The password that the inventory holds. */
  readonly storedPassword: string;
  readonly thinkMs: number;
  readonly prompt: (isPrivileged: boolean) => string;
  readonly answer: (line: string, isPrivileged: boolean) => Answer;
  readonly expected: Expected;
};

/** Makes a device of its spec; `fileCache` is shared by the devices of a fleet, so that equal files exist once. */
export function simulateDevice(spec: DeviceSpec, now: () => Date, fileCache: Map<string, Buffer>): SimulatedDevice {
  const personality = loadPersonality(spec.personality);
  const fault = faultOf(spec.fault);
  const hostName = spec.hostName ?? personality.hostName;
  const bootedAt = now().getTime() - personality.uptimeDays * 86_400_000;
  const texts = deviceTexts(spec, personality, fault, () => {
    const at = now();
    return { hostName, now: at, uptimeMs: at.getTime() - bootedAt };
  });
  const storedPassword = spec.password ?? defaultPassword;

  const answer = (line: string, isPrivileged: boolean): Answer => {
    const command = normal(line);
    if (personality.logout.includes(command)) return { kind: 'logout' };
    if (command === 'enable' && spec.enableSecret !== undefined) return { kind: 'enable' };
    if (!fault.pages && personality.pager.off.includes(command)) return { kind: 'pager-off' };
    if (personality.quiet.includes(command)) return { kind: 'quiet' };
    const output = isPrivileged ? texts.output(command) : undefined;
    if (output === undefined) return { kind: 'refusal', wire: toWire(texts.refusal(command, isPrivileged)) };
    const pace = personality.pace?.[command];
    return { kind: 'output', isKeyCommand: command === personality.keyCommand, pace, ...output };
  };

  return {
    spec,
    personality,
    fault,
    record: newDeviceRecord(),
    username: spec.username ?? 'inspector',
    password: fault.refusesLogin ? `${storedPassword}.changed` : storedPassword,
    storedPassword,
    thinkMs: Math.max(spec.thinkMs ?? 0, fault.thinkMs ?? 0),
    prompt: texts.prompt,
    answer,
    expected: {
      transcript: (line) => texts.transcript(normal(line)),
      get files() {
        return filesOf(personality, hostName, spec.fileBytes, fileCache);
      },
    },
  };
}

/** The password of devices that were given none. */
const defaultPassword = 'Lab-0nly.Passw0rd';

function normal(line: string): string {
  return line.trim().replace(/\s+/g, ' ').toLowerCase();
}

function filesOf(
  personality: Personality,
  hostName: string,
  fileBytes: number | undefined,
  cache: Map<string, Buffer>,
): ReadonlyMap<string, Buffer> {
  const places: Places = { hostName, now: new Date(0), uptimeMs: 0 };
  return new Map(
    [...personality.texts].map(([path, text], index) => {
      const bytes = index === 0 ? fileBytes : undefined;
      const key = [personality.id, path, hostName, bytes].join('\n');
      const file = cache.get(key) ?? padFile(Buffer.from(fillPlaces(text, places)), bytes);
      cache.set(key, file);
      return [path, file] as const;
    }),
  );
}
