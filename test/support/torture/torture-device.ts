import type { Clock } from '../../../electron/engine/ports';
import type { Transport } from '../../../electron/engine/session/transport';
import type { Hazard, Scene } from './hazard';
import { echo, answered } from './hazard';
import { crlf, say, thePrompt, type Step } from './steps';

/** One piece of what a device sends, and how long it rests before it. */
export type Piece = { readonly bytes: Buffer; readonly restMs: number };

/** Cuts what a device sends; `at` is the offset since the last `restart`. */
export type Split = (bytes: Buffer, at: number) => readonly Piece[];

export const inOnePiece: Split = (bytes) => [{ bytes, restMs: 0 }];

export const byteByByte: Split = (bytes) => [...bytes].map((byte) => ({ bytes: Buffer.from([byte]), restMs: 0 }));

/** Two halves at one offset of the whole stream, with a rest between them. */
export function cutAt(offset: number, restMs: number): Split {
  return (bytes, at) => {
    const within = offset - at;
    if (within < 0 || within >= bytes.length) return inOnePiece(bytes, at);
    if (within === 0) return [{ bytes, restMs }];
    return [
      { bytes: bytes.subarray(0, within), restMs: 0 },
      { bytes: bytes.subarray(within), restMs },
    ];
  };
}

/** Pieces of 1 to `most` bytes, rests now and then; the same each time for the same seed. */
export function atRandom(random: () => number, most: number, mostRestMs: number): Split {
  return (bytes) => {
    const pieces: Piece[] = [];
    for (let from = 0; from < bytes.length;) {
      const length = 1 + Math.floor(random() * most);
      const restMs = random() < 0.02 ? Math.floor(random() * mostRestMs) : 0;
      pieces.push({ bytes: bytes.subarray(from, from + length), restMs });
      from += length;
    }
    return pieces;
  };
}

/** What the device is asked, and how it answers. */
export type DeviceScript = {
  readonly hazard: Hazard;
  readonly banner: readonly string[];
  readonly prompt: string;
  /** Answered with the hazard. */
  readonly hazardous: Scene;
  /** Answered as on any device: what comes must not be mixed with the other one. */
  readonly plain: Scene;
};

type State = 'idle' | 'busy' | 'key' | 'line' | 'hanging' | 'gone';

/** A device on a transport in memory: it keeps what is typed while it is busy, and answers in order. */
export class TortureDevice {
  split: Split = inOnePiece;
  private state: State = 'busy';
  private prompt: string;
  private steps: readonly Step[] = [];
  private typed = '';
  private sent = 0;
  private emptyLines = 0;
  private wakes = false;
  private onData: (chunk: Buffer) => void = () => undefined;
  private onClose: () => void = () => undefined;
  private waiting: { readonly keys: readonly string[] } | undefined;
  private then: ((line: string) => readonly Step[]) | undefined;
  readonly transport: Transport;

  constructor(
    private readonly script: DeviceScript,
    private readonly clock: Clock,
  ) {
    this.prompt = script.prompt;
    this.transport = {
      lineEnd: '\n',
      write: (text) => this.type(text),
      onData: (listener) => (this.onData = listener),
      pause: () => undefined,
      resume: () => undefined,
      onClose: (listener) => (this.onClose = listener),
      close: () => {
        this.state = 'gone';
        return Promise.resolve();
      },
    };
  }

  /** Prints the welcome and the first prompt. */
  start(): void {
    const { hazard, banner } = this.script;
    this.play(hazard.greeting?.(this.prompt) ?? [say(crlf(banner)), thePrompt]);
  }

  /** Counts what is sent from 0 again, for the next split. */
  restart(split: Split): void {
    this.sent = 0;
    this.split = split;
  }

  /** Bytes since the last restart. */
  get sentBytes(): number {
    return this.sent;
  }

  private type(text: string): void {
    if (this.state === 'gone') return;
    if (this.state === 'hanging') {
      if (!this.wakes || !text.includes('\u0003')) return;
      this.typed = '';
      return this.play([say('^C\r\n'), thePrompt]);
    }
    this.typed += text.replaceAll('\u0003', '');
    this.listen();
  }

  /** Takes what was typed as far as the state allows. */
  private listen(): void {
    if (this.state === 'key') return this.takeKey();
    if (this.state !== 'idle' && this.state !== 'line') return;
    const at = this.typed.indexOf('\n');
    if (at < 0) return;
    const line = this.typed.slice(0, at);
    this.typed = this.typed.slice(at + 1);
    const { then } = this;
    if (this.state === 'line' && then) {
      this.then = undefined;
      return this.play(then(line));
    }
    this.play(this.answerTo(line));
  }

  private takeKey(): void {
    while (this.typed !== '') {
      const pressed = this.typed[0] ?? '';
      this.typed = this.typed.slice(1);
      if (this.waiting?.keys.includes(pressed)) return this.play(this.steps);
    }
  }

  private answerTo(line: string): readonly Step[] {
    const { hazard, hazardous, plain } = this.script;
    this.emptyLines = line.trim() === '' ? this.emptyLines + 1 : 0;
    if (this.emptyLines > 0) return hazard.emptyLine?.(this.prompt, this.emptyLines) ?? [say('\r\n'), thePrompt];
    if (line === hazardous.command && hazard.answer) return hazard.answer({ ...hazardous, prompt: this.prompt });
    const scene = [hazardous, plain].find(({ command }) => command === line);
    return scene ? answered(scene, crlf(scene.lines)) : [echo({ ...plain, command: line }), say('?\r\n'), thePrompt];
  }

  private play(steps: readonly Step[]): void {
    this.state = 'busy';
    const [step, ...rest] = steps;
    this.steps = rest;
    if (step === undefined) {
      this.state = 'idle';
      return this.listen();
    }
    switch (step.kind) {
      case 'say':
        return this.send(step.bytes, rest);
      case 'prompt':
        return this.send(Buffer.from(this.prompt), rest);
      case 'pause':
        this.clock.after(step.ms, () => this.play(rest));
        return;
      case 'become':
        this.prompt = step.prompt;
        return this.play(rest);
      case 'key':
        this.state = 'key';
        this.waiting = step;
        return this.takeKey();
      case 'line':
        this.state = 'line';
        this.then = step.then;
        return this.listen();
      case 'hang':
        this.state = 'hanging';
        this.wakes = step.wakes;
        return;
      case 'hang-up':
        this.state = 'gone';
        return this.onClose();
    }
  }

  private send(bytes: Buffer, rest: readonly Step[]): void {
    const pieces = this.split(bytes, this.sent);
    this.sent += bytes.length;
    const next = (at: number): void => {
      const piece = pieces[at];
      if (piece === undefined) return this.play(rest);
      this.clock.after(piece.restMs, () => {
        if (this.state === 'gone') return;
        this.onData(piece.bytes);
        next(at + 1);
      });
    };
    next(0);
  }
}
