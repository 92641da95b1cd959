import { endSession, openSession, type SessionRecord } from './device-record';
import { LineEditor } from './line-editor';
import type { Answer, Pace, SimulatedDevice } from './simulated-device';

/** The far end of a shell: an SSH channel or a telnet socket. */
export type Wire = {
  readonly write: (bytes: Buffer | string) => void;
  /** Writes one piece over and over, as fast as the other end takes it, until the returned function is called. */
  readonly flood: (piece: string) => () => void;
  /** Ends in good order. */
  readonly end: () => void;
  /** Cuts the connection. */
  readonly destroy: () => void;
};

export type TerminalSize = { columns: number; rows: number };

type Mode = 'line' | 'secret' | 'question' | 'paging' | 'busy' | 'dead';

/** What a device says that lets nobody more in. */
export const allTaken = '\r\nAll user interfaces are used, please try later!\r\n';

const erase = '\r        \r';
const questionText =
  '\r\nWarning: the initial password has never been changed.\r\nThe password needs to be changed. Change now? [Y/N]: ';

/** A device's command line on one connection: echo, prompt, answers, pager, and what the fault does to them. */
export class Shell {
  #mode: Mode = 'busy';
  #isPrivileged: boolean;
  #answers = 0;
  #pendingPages: Buffer[] = [];
  #isPagerOn: boolean;
  #stopFlood: () => void = () => undefined;
  readonly #typedAhead: Buffer[] = [];
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #session: SessionRecord;
  readonly #editor: LineEditor;

  constructor(
    private readonly device: SimulatedDevice,
    private readonly wire: Wire,
    user: string,
    private readonly size: TerminalSize,
  ) {
    this.#session = openSession(device.record, user, size);
    this.#isPrivileged = device.spec.enableSecret === undefined;
    this.#isPagerOn = device.fault.pages ?? device.personality.pager.isOn;
    this.#editor = new LineEditor();
  }

  /** Prints the welcome and the first prompt. */
  start(): void {
    const { banner } = this.device.personality;
    if (banner.length > 0) this.wire.write(banner.map((line) => `${line}\r\n`).join(''));
    if (this.device.fault.isFull) {
      this.wire.write(allTaken);
      endSession(this.#session, 'cut-by-device');
      this.#mode = 'dead';
      return this.wire.end();
    }
    if (this.device.fault.dropsAfterLogin) return this.#after(20, () => this.#cut());
    if (this.device.fault.floodsAfterLogin) {
      this.#stopFlood = this.wire.flood('-'.repeat(80));
      return;
    }
    if (this.device.fault.asksToChangePassword) {
      this.wire.write(questionText);
      return this.#listen('question');
    }
    if (!this.device.fault.hasBannerPrompt) return this.#prompt();
    this.wire.write('Planned work tonight, call the duty desk first\r\nnoc-duty# ');
    this.#after(150, () => {
      this.wire.write('\r\n');
      this.#prompt();
    });
  }

  /** Takes what the user typed, in pieces of any size. */
  feed(bytes: Buffer): void {
    if (this.#mode === 'dead' || bytes.length === 0) return;
    this.#typedAhead.push(bytes);
    this.#drain();
  }

  /** Notes a new terminal size. */
  resize(size: TerminalSize): void {
    Object.assign(this.size, size);
    Object.assign(this.#session, size);
  }

  /** The other end is gone; `inOrder` tells a closed channel from a broken connection. */
  closed(inOrder: boolean): void {
    endSession(this.#session, inOrder ? 'closed' : 'dropped');
    this.#mode = 'dead';
    this.#stopFlood();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }

  #drain(): void {
    while (this.#mode !== 'dead') {
      const bytes = this.#typedAhead.shift();
      if (bytes === undefined) return;
      if (this.#mode === 'busy') {
        this.#typedAhead.unshift(bytes);
        return this.#interruptOn(bytes);
      }
      const rest = this.#mode === 'paging' ? this.#turnPage(bytes) : this.#type(bytes);
      if (rest.length > 0) this.#typedAhead.unshift(rest);
    }
  }

  /** Ctrl-C stops a command that is running, and forgets what was typed ahead. */
  #interruptOn(bytes: Buffer): void {
    if (!bytes.includes(0x03) || this.#isHanging()) return;
    this.#typedAhead.length = 0;
    this.#stopFlood();
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
    this.wire.write('^C\r\n');
    this.#prompt();
  }

  #isHanging(): boolean {
    return this.device.fault.hangsInAnswer !== undefined && this.#answers >= this.device.fault.hangsInAnswer;
  }

  #type(bytes: Buffer): Buffer {
    const { echo, line, rest } = this.#editor.take(bytes, this.#mode !== 'secret');
    if (line === undefined) {
      if (echo.length > 0) this.wire.write(echo);
      if (this.#editor.wasInterrupted()) this.#prompt();
      return rest;
    }
    this.#enter(line, echo);
    return rest;
  }

  #enter(line: string, echo: Buffer): void {
    if (this.#mode === 'question') return this.#answerQuestion(line, echo);
    if (this.#mode === 'secret') return this.#answerEnable(line, echo);
    if (line.trim() === '') {
      this.wire.write(Buffer.concat([echo, this.#promptBytes()]));
      return;
    }
    this.#session.commands.push(line);
    const answer = this.device.answer(line, this.#isPrivileged);
    if (this.device.thinkMs === 0 || answer.kind === 'logout') return this.#give(answer, echo);
    this.wire.write(echo);
    this.#mode = 'busy';
    this.#after(this.device.thinkMs, () => this.#give(answer, Buffer.alloc(0)));
  }

  #give(answer: Answer, echo: Buffer): void {
    switch (answer.kind) {
      case 'output':
        this.#answers += 1;
        return this.#output(answer, echo);
      case 'refusal':
        return this.#send([echo, answer.wire]);
      case 'pager-off':
        this.#isPagerOn = false;
        return this.#send([echo]);
      case 'quiet':
        return this.#send([echo]);
      case 'enable':
        this.wire.write(Buffer.concat([echo, Buffer.from('Password: ')]));
        return this.#listen('secret');
      case 'logout':
        endSession(this.#session, 'logged-out');
        this.wire.write(echo);
        this.#mode = 'dead';
        return this.wire.end();
    }
  }

  #output({ wire, isKeyCommand, restAt, pace }: Answer & { kind: 'output' }, echo: Buffer): void {
    const { fault } = this.device;
    const half = wire.subarray(0, Math.floor(wire.length / 2));
    if (this.#answers === fault.hangsInAnswer) {
      this.wire.write(Buffer.concat([echo, half]));
      this.#mode = 'busy';
      return;
    }
    if (this.#answers === fault.floodsInAnswer) {
      this.wire.write(echo);
      this.#mode = 'busy';
      this.#stopFlood = this.wire.flood('0000: 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00\r\n');
      return;
    }
    if (fault.cutsKeyCommand && isKeyCommand) {
      this.wire.write(Buffer.concat([echo, half]));
      this.#mode = 'busy';
      this.#after(20, () => this.#cut());
      return;
    }
    if (restAt !== undefined) return this.#sendWithRest(wire, restAt, echo);
    if (this.#isPagerOn) return this.#page(wire, echo);
    if (pace !== undefined) return this.#sendAtPace(Buffer.concat([echo, wire, this.#promptBytes()]), pace);
    this.#send([echo, wire]);
  }

  /** Rests after the line that looks like the prompt, as if the answer ended there. */
  #sendWithRest(wire: Buffer, restAt: number, echo: Buffer): void {
    this.wire.write(Buffer.concat([echo, wire.subarray(0, restAt)]));
    this.#mode = 'busy';
    this.#after(60, () => this.#send([wire.subarray(restAt)]));
  }

  #page(wire: Buffer, echo: Buffer): void {
    const pages: Buffer[] = [];
    const rows = Math.min(Math.max(this.size.rows || 24, 5), 60) - 1;
    for (let from = 0; from < wire.length;) {
      const to = afterLines(wire, from, rows);
      pages.push(wire.subarray(from, to));
      from = to;
    }
    const [first = Buffer.alloc(0), ...others] = pages;
    this.#pendingPages = others;
    if (others.length === 0) return this.#send([echo, first]);
    this.wire.write(Buffer.concat([echo, first, Buffer.from(this.device.personality.pager.question)]));
    this.#listen('paging');
  }

  #turnPage(bytes: Buffer): Buffer {
    const key = bytes[0];
    const isStop = key === 0x71 || key === 0x03;
    const isNext = key === 0x20 || key === 0x0d || key === 0x0a;
    if (isStop) {
      this.#pendingPages = [];
      this.#mode = 'line';
      this.wire.write(erase);
      this.#prompt();
    } else if (isNext) this.#nextPage();
    return bytes.subarray(1);
  }

  #nextPage(): void {
    const question = this.device.personality.pager.question;
    const wipe = Buffer.from(`\r${' '.repeat(question.length)}\r`);
    const page = this.#pendingPages.shift() ?? Buffer.alloc(0);
    if (this.#pendingPages.length === 0) {
      this.#mode = 'line';
      return this.#send([wipe, page]);
    }
    this.wire.write(Buffer.concat([wipe, page, Buffer.from(question)]));
  }

  /** Sends an answer, whole or in the pieces that the spec asks for, and the prompt after it. */
  #send(parts: readonly Buffer[]): void {
    const whole = Buffer.concat([...parts, this.#promptBytes()]);
    const { chunk } = this.device.spec;
    if (chunk === undefined) {
      this.wire.write(whole);
      return this.#ready();
    }
    this.#mode = 'busy';
    const piece = (at: number): void => {
      this.wire.write(whole.subarray(at, at + chunk.bytes));
      if (at + chunk.bytes >= whole.length) return this.#ready();
      this.#after(chunk.delayMs, () => piece(at + chunk.bytes));
    };
    piece(0);
  }

  /** Sends an answer as it came when it was recorded; the last piece takes what is left. */
  #sendAtPace(whole: Buffer, pace: Pace): void {
    this.#mode = 'busy';
    const startedAt = Date.now();
    const piece = (index: number, at: number): void => {
      const [ms, bytes] = pace[index] ?? [0, whole.length];
      const to = index >= pace.length - 1 ? whole.length : at + bytes;
      this.#after(Math.max(0, startedAt + ms - Date.now()), () => {
        this.wire.write(whole.subarray(at, to));
        if (to >= whole.length) this.#ready();
        else piece(index + 1, to);
      });
    };
    piece(0, 0);
  }

  #prompt(): void {
    this.wire.write(this.#promptBytes());
    this.#ready();
  }

  #ready(): void {
    if (this.device.fault.logsAfterPrompt && this.#answers === 2)
      this.wire.write('\r\nSun Mar  1 10:00:00 : PORT-MGR port INFO message:\r\n+++ port 1/1/9 changed to up\r\n');
    this.#listen('line');
  }

  #promptBytes(): Buffer {
    return Buffer.from(this.device.prompt(this.#isPrivileged));
  }

  #listen(mode: Mode): void {
    const wasBusy = this.#mode === 'busy';
    this.#mode = mode;
    if (wasBusy) this.#drain();
  }

  #answerQuestion(line: string, echo: Buffer): void {
    this.wire.write(echo);
    if (/^n/i.test(line.trim())) return this.#prompt();
    this.wire.write(/^y/i.test(line.trim()) ? 'Old password: ' : questionText);
  }

  #answerEnable(line: string, echo: Buffer): void {
    this.#isPrivileged = line === this.device.spec.enableSecret;
    this.wire.write(Buffer.concat([echo, Buffer.from(this.#isPrivileged ? '' : 'Access denied.\r\n')]));
    this.#prompt();
  }

  #cut(): void {
    endSession(this.#session, 'cut-by-device');
    this.#mode = 'dead';
    this.wire.destroy();
  }

  #after(ms: number, act: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      act();
    }, ms);
    this.#timers.add(timer);
  }
}

/** The place after so many more LF, or the end. */
function afterLines(wire: Buffer, from: number, lines: number): number {
  let at = from;
  for (let line = 0; line < lines && at < wire.length; line++) {
    const lineEnd = wire.indexOf(0x0a, at);
    at = lineEnd === -1 ? wire.length : lineEnd + 1;
  }
  return at;
}
