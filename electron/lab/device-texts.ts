import type { DeviceSpec } from './device-spec';
import type { Fault } from './faults';
import { fillPlaces, hasPlaces, tellsTime, toWire, type Places } from './fill-places';
import type { Personality } from './personality';

/** One answer as it goes over the wire. */
export type Output = {
  readonly wire: Buffer;
  /** Bytes after which the device rests for a moment. */
  readonly restAt: number | undefined;
};

/** All that one device says. */
export type DeviceTexts = {
  readonly prompt: (isPrivileged: boolean) => string;
  /** Undefined for a command that the device does not know. */
  readonly output: (command: string) => Output | undefined;
  /** The device's sentence for a command it does not know, with its final line end. */
  readonly refusal: (command: string, isPrivileged: boolean) => string;
  /** What a client must have read: the answer sent last where it tells the time, else the only one there is. */
  readonly transcript: (command: string) => string;
};

/** Makes the texts of one device: places filled, the fault's doing included. */
export function deviceTexts(
  spec: DeviceSpec,
  personality: Personality,
  fault: Fault,
  places: () => Places,
): DeviceTexts {
  const lastTexts = new Map<string, string>();
  const prompt = (isPrivileged: boolean): string =>
    spec.prompt ?? fillPlaces(isPrivileged ? personality.prompt : personality.userPrompt, places());
  const refusal = (command: string, isPrivileged: boolean) =>
    refusalOf(personality, command, prompt(isPrivileged).length);
  /** The answer in the parts between which the device rests. */
  const partsOf = (command: string): readonly string[] | undefined => {
    const template = personality.outputs.get(command);
    if (template === undefined) return undefined;
    const text = hasPlaces(template) ? fillPlaces(template, places()) : template;
    return fault.printsLookalike ? withLookalike(text, prompt(true)) : [text];
  };
  return {
    prompt,
    refusal,
    output: (command) => {
      const fixed = personality.wireOutputs.get(command);
      if (fixed !== undefined && !fault.printsLookalike) return { wire: fixed, restAt: undefined };
      const parts = partsOf(command);
      if (parts === undefined) return undefined;
      if (tellsTime(personality.outputs.get(command) ?? '')) lastTexts.set(command, parts.join(''));
      const restAt = parts.length > 1 ? toWire(parts[0] ?? '').length : undefined;
      return { wire: toWire(parts.join('')), restAt };
    },
    transcript: (command) => lastTexts.get(command) ?? partsOf(command)?.join('') ?? refusal(command, true),
  };
}

function refusalOf(personality: Personality, command: string, promptLength: number): string {
  const words = command.split(' ');
  const known = [...personality.outputs.keys(), ...personality.quiet, ...personality.pager.off, ...personality.logout];
  const isKnown = (count: number) => known.some((one) => `${one} `.startsWith(`${words.slice(0, count).join(' ')} `));
  const bad = Math.max(
    words.findIndex((_word, index) => !isKnown(index + 1)),
    0,
  );
  const column = promptLength + words.slice(0, bad).join(' ').length + (bad > 0 ? 1 : 0);
  return `${personality.refusal.replace('{{word}}', words[bad] ?? '').replace('{{caret}}', ' '.repeat(column))}\n`;
}

/** A text in two parts with the prompt as a line of its own between them. */
function withLookalike(text: string, prompt: string): readonly [string, string] {
  const at = text.indexOf('\n', Math.floor(text.length / 2)) + 1;
  return [`${text.slice(0, at)}${prompt}`, `\n${text.slice(at)}`];
}
