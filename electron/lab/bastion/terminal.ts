import type { Duplex } from 'node:stream';
import type { ServerChannel } from 'ssh2';
import { LineEditor, OneLineEnd } from '../line-editor';

/** The user's terminal on a bastion: lines are asked for one by one, and a device may take it over. */
export class BastionTerminal {
  readonly #editor = new LineEditor();
  readonly #lineEnds = new OneLineEnd();
  #typed = Buffer.alloc(0);
  #hasEcho = true;
  #answer: ((line: string | undefined) => void) | undefined;
  #device: Duplex | undefined;
  #isGone = false;

  constructor(private readonly channel: ServerChannel) {
    channel.on('data', (bytes: Buffer) => {
      if (this.#device !== undefined) return void this.#device.write(bytes);
      this.#typed = Buffer.concat([this.#typed, this.#lineEnds.take(bytes)]);
      this.#read();
    });
    const gone = (): void => {
      this.#isGone = true;
      this.#device?.destroy();
      this.#answer?.(undefined);
    };
    channel.on('end', gone).on('close', gone).on('error', gone);
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** Writes lines as a terminal takes them. */
  print(text: string): void {
    if (!this.#isGone && this.channel.writable) this.channel.write(text.replace(/\r?\n/g, '\r\n'));
  }

  /** Prints a question and waits for the line that is typed; undefined after Ctrl-C, and once the user is gone. */
  ask(question: string, hasEcho = true): Promise<string | undefined> {
    this.print(question);
    if (this.#isGone) return Promise.resolve(undefined);
    this.#hasEcho = hasEcho;
    return new Promise((resolve) => {
      this.#answer = (line) => {
        this.#answer = undefined;
        resolve(line);
      };
      this.#read();
    });
  }

  /** Connects the terminal with a device, byte by byte, until one of the two ends. */
  handTo(device: Duplex): Promise<void> {
    this.#device = device;
    return new Promise((resolve) => {
      device.on('data', (bytes: Buffer) => {
        if (!this.#isGone && this.channel.writable) this.channel.write(bytes);
      });
      device.on('error', () => device.destroy());
      device.once('close', () => {
        this.#device = undefined;
        resolve();
      });
      if (this.#isGone || device.destroyed) device.destroy();
    });
  }

  /** Waits for ever; ends only when the user goes. */
  async hang(): Promise<void> {
    await new Promise<void>((resolve) => this.channel.once('close', resolve));
  }

  end(): void {
    if (this.#isGone) return;
    this.channel.exit(0);
    this.channel.end();
  }

  #read(): void {
    while (this.#typed.length > 0 && this.#answer !== undefined) {
      const { echo, line, rest } = this.#editor.take(this.#typed, this.#hasEcho);
      this.#typed = Buffer.from(rest);
      if (echo.length > 0 && this.channel.writable) this.channel.write(echo);
      if (this.#editor.wasInterrupted()) this.#answer(undefined);
      else if (line !== undefined) this.#answer(line);
    }
  }
}
