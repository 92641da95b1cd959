import type { Socket } from 'node:net';
import { flood } from './flood';
import { LineEditor, OneLineEnd } from './line-editor';
import { Shell, allTaken, type TerminalSize, type Wire } from './shell';
import type { SimulatedDevice } from './simulated-device';
import { TelnetOptions, telnetGreeting } from './telnet-options';

/** Serves one telnet connection: options, login in three tries, shell. */
export function serveTelnet(device: SimulatedDevice, socket: Socket): void {
  const options = new TelnetOptions();
  const lineEnds = new OneLineEnd();
  const size: TerminalSize = { columns: 80, rows: 24 };
  const wire = socketWire(socket);
  let shell: Shell | undefined;
  const login = new TelnetLogin(device, wire, (user, rest) => {
    shell = new Shell(device, wire, user, size);
    shell.start();
    if (rest.length > 0) shell.feed(rest);
  });
  socket.on('data', (bytes: Buffer) => {
    const piece = options.take(bytes);
    if (piece.reply.length > 0) socket.write(piece.reply);
    if (piece.size !== undefined) {
      Object.assign(size, piece.size);
      shell?.resize(piece.size);
    }
    const typed = lineEnds.take(piece.text);
    if (typed.length === 0) return;
    if (shell === undefined) login.feed(typed);
    else shell.feed(typed);
  });
  socket.on('close', () => shell?.closed(false));
  socket.write(telnetGreeting);
  if (device.fault.isFull) {
    socket.end(allTaken);
    return;
  }
  login.ask();
}

/** Asks who is there, at most three times. */
class TelnetLogin {
  #user: string | undefined;
  #refusals = 0;
  readonly #editor = new LineEditor();

  constructor(
    private readonly device: SimulatedDevice,
    private readonly wire: Wire,
    private readonly welcome: (user: string, rest: Buffer) => void,
  ) {}

  ask(): void {
    const { login, password } = this.device.personality.telnet;
    this.wire.write(this.#user === undefined ? login : password);
  }

  feed(bytes: Buffer): void {
    for (let rest = bytes; rest.length > 0;) {
      const typed = this.#editor.take(rest, this.#user === undefined);
      rest = typed.rest;
      if (typed.echo.length > 0) this.wire.write(typed.echo);
      if (typed.line !== undefined && this.#isWelcome(typed.line)) return this.welcome(this.#user ?? '', rest);
    }
  }

  /** Takes the next line of the dialogue; true once name and password are right. */
  #isWelcome(line: string): boolean {
    if (this.#user === undefined) {
      this.#user = line.trim() === '' ? undefined : line;
      this.ask();
      return false;
    }
    const accepted = this.#user === this.device.username && line === this.device.password;
    this.device.record.logins.push({ user: this.#user, method: 'telnet', accepted });
    if (accepted) return true;
    this.#user = undefined;
    this.#refusals += 1;
    this.wire.write(`\r\n${this.device.personality.telnet.refused}\r\n`);
    if (this.#refusals >= 3) this.wire.end();
    else this.ask();
    return false;
  }
}

function socketWire(socket: Socket): Wire {
  return {
    write: (bytes) => {
      if (socket.writable) socket.write(bytes);
    },
    flood: (piece) => flood(socket, piece),
    end: () => socket.end(),
    destroy: () => socket.destroy(),
  };
}
