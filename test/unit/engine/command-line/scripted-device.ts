import { Conversation } from '../../../../electron/engine/command-line/conversation';
import { knownPagers } from '../../../../electron/engine/command-line/pager';
import { runCommand, type CommandResult } from '../../../../electron/engine/command-line/run-command';
import type { Transport } from '../../../../electron/engine/session/transport';
import { manualClock, type ManualClock } from '../../../support/manual-clock';
import { aosTraits } from '../access/lab-session';

/** A device that a test plays by hand: what was typed, and what to say. */
export type ScriptedDevice = {
  readonly clock: ManualClock;
  readonly conversation: Conversation;
  readonly transport: Transport;
  readonly controller: AbortController;
  /** True while the session takes nothing more. */
  isPaused(): boolean;
  /** Everything typed since the last call. */
  typed(): string;
  /** Sends bytes and lets the session take them. */
  say(text: string | Buffer): Promise<void>;
  hangUp(): Promise<void>;
};

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Makes a device with nothing said yet. */
export function scriptedDevice(): ScriptedDevice {
  let written = '';
  let isPaused = false;
  let onData: (chunk: Buffer) => void = () => undefined;
  let onClose: () => void = () => undefined;
  const transport: Transport = {
    lineEnd: '\n',
    write: (text) => (written += text),
    onData: (listener) => (onData = listener),
    pause: () => (isPaused = true),
    resume: () => (isPaused = false),
    onClose: (listener) => (onClose = listener),
    close: () => Promise.resolve(),
  };
  const clock = manualClock();
  const controller = new AbortController();
  return {
    clock,
    controller,
    transport,
    isPaused: () => isPaused,
    conversation: new Conversation(transport, clock, controller.signal),
    typed: () => {
      const typed = written;
      written = '';
      return typed;
    },
    say: async (text) => {
      onData(Buffer.isBuffer(text) ? text : Buffer.from(text));
      await settled();
    },
    hangUp: async () => {
      onClose();
      await settled();
    },
  };
}

/** Starts a command on it, at the prompt `sw-> `, with 10 s of silence allowed. */
export function startCommand(device: ScriptedDevice, command = 'show fan'): Promise<CommandResult> {
  return runCommand(device.conversation, command, {
    prompt: 'sw-> ',
    traits: aosTraits,
    pagers: knownPagers,
    silenceMs: 10_000,
    onChunk: undefined,
  });
}
