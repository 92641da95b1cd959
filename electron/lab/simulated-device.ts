import { newDeviceRecord, type DeviceRecord } from './device-record';
import type { DeviceSpec, Expected } from './device-spec';
import { faultOf, type Fault } from './faults';
import { fillPlaces, hasPlaces, tellsTime, toWire, type Places } from './fill-places';
import { padFile } from './pad-file';
import { loadPersonality, type Personality } from './personality';

/** What a device has to say to one line. */
export type Answer =
  | {
      readonly kind: 'output';
      readonly wire: Buffer;
      readonly isKeyCommand: boolean;
      /** Bytes after which the device rests for a moment. */
      readonly restAt?: number;
    }
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
  const places = (): Places => ({ hostName, now: now(), uptimeMs: now().getTime() - bootedAt });
  const lastTexts = new Map<string, string>();
  const prompt = (isPrivileged: boolean): string =>
    spec.prompt ?? fillPlaces(isPrivileged ? personality.prompt : personality.userPrompt, places());
  const storedPassword = spec.password ?? defaultPassword;

  const plainText = (command: string): string | undefined => {
    const template = personality.outputs.get(command);
    return template === undefined || !hasPlaces(template) ? template : fillPlaces(template, places());
  };

  const output = (command: string): Answer | undefined => {
    const isKeyCommand = command === personality.keyCommand;
    const fixed = personality.wireOutputs.get(command);
    if (fixed !== undefined && !fault.printsLookalike) return { kind: 'output', wire: fixed, isKeyCommand };
    const text = plainText(command);
    if (text === undefined) return undefined;
    const [first, second] = fault.printsLookalike ? withLookalike(text, prompt(true)) : [text, ''];
    if (tellsTime(personality.outputs.get(command) ?? '')) lastTexts.set(command, first + second);
    const restAt = fault.printsLookalike ? toWire(first).length : undefined;
    return { kind: 'output', wire: toWire(first + second), isKeyCommand, restAt };
  };

  const answer = (line: string, isPrivileged: boolean): Answer => {
    const command = normal(line);
    if (personality.logout.includes(command)) return { kind: 'logout' };
    if (command === 'enable' && spec.enableSecret !== undefined) return { kind: 'enable' };
    if (!fault.pages && personality.pager.off.includes(command)) return { kind: 'pager-off' };
    if (personality.quiet.includes(command)) return { kind: 'quiet' };
    const known = isPrivileged ? output(command) : undefined;
    return known ?? { kind: 'refusal', wire: toWire(refusal(personality, command, prompt(isPrivileged))) };
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
    prompt,
    answer,
    expected: {
      transcript: (line) => {
        const command = normal(line);
        const sent = lastTexts.get(command);
        if (sent !== undefined) return sent;
        const text = plainText(command) ?? refusal(personality, command, prompt(true));
        return fault.printsLookalike ? withLookalike(text, prompt(true)).join('') : text;
      },
      get files() {
        return filesOf(personality, hostName, spec.fileBytes, fileCache);
      },
    },
  };
}

/** The password of devices that were given none; every demo device has it. */
const defaultPassword = 'Lab-0nly.Passw0rd';

function normal(line: string): string {
  return line.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** The device's sentence for a command it does not know, with its final line end. */
function refusal(personality: Personality, command: string, prompt: string): string {
  const words = command.split(' ');
  const known = [...personality.outputs.keys(), ...personality.quiet, ...personality.pager.off, ...personality.logout];
  const isKnown = (count: number) => known.some((one) => `${one} `.startsWith(`${words.slice(0, count).join(' ')} `));
  const bad = Math.max(
    words.findIndex((_word, index) => !isKnown(index + 1)),
    0,
  );
  const column = prompt.length + words.slice(0, bad).join(' ').length + (bad > 0 ? 1 : 0);
  return `${personality.refusal.replace('{{word}}', words[bad] ?? '').replace('{{caret}}', ' '.repeat(column))}\n`;
}

/** A text in two parts with the prompt as a line of its own between them. */
function withLookalike(text: string, prompt: string): readonly [string, string] {
  const at = text.indexOf('\n', Math.floor(text.length / 2)) + 1;
  return [`${text.slice(0, at)}${prompt}`, `\n${text.slice(at)}`];
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
