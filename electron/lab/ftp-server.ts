import { createHash } from 'node:crypto';
import { createServer, type Server, type Socket } from 'node:net';
import { posix } from 'node:path';
import type { SimulatedDevice } from './simulated-device';

/**
 * How the FTP server behaves. `works`: SIZE, EPSV and PASV. `old`: neither SIZE nor EPSV nor FEAT. `flat`: knows names
 * without a leading slash only. `old-flat`: both. `hash`: offers HASH as well, `xmd5`: XMD5. Then what goes wrong:
 * `refuses-login` · `tls-only` · `short` calls half a file a success · `old-short` does so without SIZE, with another part
 * each time · `cut` breaks the data connection and says so · `drops` loses both connections · `stalls` stops half-way ·
 * `wrong-size` · `changes` while it is read · `wrong-hash` · `other-host` names a host for data that is not its own ·
 * `no-data` opens no data connection · `mute` says nothing at all · `denied` lets nobody read.
 */
export type FtpManner =
  | 'works'
  | 'old'
  | 'old-flat'
  | 'old-short'
  | 'flat'
  | 'hash'
  | 'xmd5'
  | 'refuses-login'
  | 'tls-only'
  | 'short'
  | 'cut'
  | 'drops'
  | 'stalls'
  | 'wrong-size'
  | 'changes'
  | 'wrong-hash'
  | 'other-host'
  | 'no-data'
  | 'mute'
  | 'denied';

const writing = ['STOR', 'STOU', 'APPE', 'DELE', 'RNFR', 'RNTO', 'MKD', 'RMD', 'SITE', 'ALLO'];
const loginCommands = ['USER', 'PASS', 'QUIT', 'FEAT', 'OPTS'];
/** TEST-NET-3 of RFC 5737, port 4321: nobody is there. */
const otherHost = '203,0,113,9,16,225';

/** Serves the files of a device by FTP, to read only; takes over sockets that somebody else has accepted. */
export function serveFtp(device: SimulatedDevice, manner: FtpManner): (socket: Socket) => void {
  return (socket) => {
    if (manner === 'mute') return void socket.resume();
    const dialogue = new FtpDialogue(device, manner, socket);
    let typed = '';
    socket.setEncoding('utf8').on('data', (text: string) => {
      const lines = (typed + text).split(/\r?\n/);
      typed = lines.pop() ?? '';
      for (const line of lines) dialogue.take(line);
    });
    socket.on('close', () => dialogue.close());
    socket.write('220 FTP server ready.\r\n');
  };
}

/** One control connection, with the data connection that it waits for. */
class FtpDialogue {
  private user = '';
  private isIn = false;
  private timesRead = 0;
  private data: DataPort | undefined;

  constructor(
    private readonly device: SimulatedDevice,
    private readonly manner: FtpManner,
    private readonly socket: Socket,
  ) {}

  take(line: string): void {
    const [, verb = '', rest = ''] = /^(\S+) ?(.*)$/.exec(line) ?? [];
    const command = verb.toUpperCase();
    if (writing.includes(command)) {
      this.device.record.writesTried += 1;
      return this.say('550 Permission denied.');
    }
    if (!this.isIn && !loginCommands.includes(command)) return this.say('530 Please login with USER and PASS.');
    const answer = this.answers[command];
    if (answer === undefined) this.say(`500 '${command}': command not understood.`);
    else answer(rest);
  }

  close(): void {
    this.data?.close();
  }

  private readonly answers: Readonly<Record<string, ((rest: string) => void) | undefined>> = {
    USER: (name) => {
      this.user = name;
      this.say(
        this.manner === 'tls-only' ? '530 Non-anonymous sessions must use encryption.' : '331 Password required.',
      );
    },
    PASS: (password) => this.login(password),
    QUIT: () => {
      this.say('221 Goodbye.');
      this.socket.end();
    },
    TYPE: (type) => this.say(`200 Type set to ${type}.`),
    OPTS: (words) => this.say(/^(?:HASH|UTF8)/i.test(words) ? '200 OK.' : '501 Option not understood.'),
    FEAT: () => this.say(this.isOld ? '500 FEAT: command not understood.' : this.features()),
    SIZE: (path) => (this.isOld ? this.say('502 Command not implemented.') : this.size(path)),
    EPSV: () => {
      if (this.isOld || this.manner === 'other-host') return this.say("500 'EPSV': command not understood.");
      this.openData((port) => `229 Entering Extended Passive Mode (|||${port}|)`);
    },
    PASV: () => {
      if (this.manner === 'other-host') return this.say(`227 Entering Passive Mode (${otherHost})`);
      const host = (this.socket.localAddress ?? '127.0.0.1').replace(/^::ffff:/, '').replaceAll('.', ',');
      this.openData((port) => `227 Entering Passive Mode (${host},${port >> 8},${port & 255})`);
    },
    RETR: (path) => this.send(path),
    HASH: (path) => this.hash(path, 'sha256', 'SHA-256 0-1 '),
    XMD5: (path) => this.hash(path, 'md5', ''),
  };

  private get isOld(): boolean {
    return this.manner.startsWith('old');
  }

  private say(line: string): void {
    if (this.socket.writable) this.socket.write(`${line}\r\n`);
  }

  private login(password: string): void {
    const { device, user } = this;
    this.isIn = user === device.username && password === device.password && this.manner !== 'refuses-login';
    device.record.logins.push({ user, method: 'ftp', accepted: this.isIn });
    this.say(this.isIn ? '230 User logged in.' : '530 Login incorrect.');
  }

  private features(): string {
    const more = this.manner === 'xmd5' ? [' XMD5'] : [];
    if (this.manner === 'hash' || this.manner === 'wrong-hash') more.push(' HASH SHA-256*;MD5');
    return ['211-Features:', ' SIZE', ' EPSV', ' UTF8', ...more, '211 End'].join('\r\n');
  }

  private size(path: string): void {
    const file = this.file(path);
    if (file === undefined) return this.say(this.missing(path));
    this.say(`213 ${file.length + (this.manner === 'wrong-size' ? 100 : 0)}`);
  }

  private hash(path: string, algorithm: string, before: string): void {
    const file = this.file(path);
    if (file === undefined) return this.say(this.missing(path));
    const hashed = this.manner === 'wrong-hash' ? Buffer.concat([file, file]) : file;
    this.say(`213 ${before}${createHash(algorithm).update(hashed).digest('hex').toUpperCase()} ${path}`);
  }

  /** What is there now: with `changes` one line more each time that it was read. */
  private file(path: string): Buffer | undefined {
    if (this.manner === 'denied' || (this.manner.endsWith('flat') && path.startsWith('/'))) return undefined;
    const file = this.device.expected.files.get(posix.resolve('/', path));
    if (this.manner !== 'changes' || file === undefined) return file;
    return Buffer.concat([file, Buffer.from('! more\n'.repeat(this.timesRead))]);
  }

  private missing(path: string): string {
    return this.manner === 'denied' ? `550 ${path}: Permission denied.` : `550 ${path}: No such file.`;
  }

  private openData(reply: (port: number) => string): void {
    this.data?.close();
    this.data = new DataPort(this.socket.localAddress ?? '127.0.0.1', (port) => {
      // A port that is announced and closed again is what a filter on the way looks like.
      if (this.manner === 'no-data') this.data?.close();
      this.say(reply(port));
    });
  }

  private send(path: string): void {
    const file = this.file(path);
    const { data } = this;
    if (file === undefined) return this.say(this.missing(path));
    if (data === undefined) return this.say('425 Use PASV first.');
    this.say(`150 Opening BINARY mode data connection for ${path}.`);
    this.device.record.filesRead.push(posix.resolve('/', path));
    this.timesRead += 1;
    const end = this.endOf(file.length);
    data.send(file.subarray(0, end), (socket) => this.finish(socket));
  }

  /** How much of a file goes out. */
  private endOf(length: number): number {
    if (this.manner === 'old-short') return Math.max(0, (length >> 1) - this.timesRead);
    return ['short', 'cut', 'drops', 'stalls'].includes(this.manner) ? length >> 1 : length;
  }

  private finish(data: Socket): void {
    if (this.manner === 'stalls') return;
    if (this.manner === 'drops') {
      data.destroy();
      this.socket.destroy();
    } else if (this.manner === 'cut') {
      this.say('426 Connection closed; transfer aborted.');
      data.destroy();
    } else {
      data.end();
      this.say('226 Transfer complete.');
    }
  }
}

/** A port that takes one data connection. */
class DataPort {
  private readonly server: Server;
  private readonly connected: Promise<Socket>;
  private socket: Socket | undefined;

  constructor(host: string, onPort: (port: number) => void) {
    this.server = createServer();
    this.connected = new Promise((resolve) => {
      this.server.once('connection', (socket) => {
        this.socket = socket;
        // A client that breaks the connection is an everyday event for a device.
        socket.on('error', () => socket.destroy());
        this.server.close();
        resolve(socket);
      });
    });
    this.server.listen(0, host, () => {
      const address = this.server.address();
      onPort(address === null || typeof address === 'string' ? 0 : address.port);
    });
  }

  /** Sends the bytes once somebody has connected. */
  send(bytes: Buffer, then: (socket: Socket) => void): void {
    void this.connected.then((socket) => socket.write(bytes, () => then(socket)));
  }

  close(): void {
    this.socket?.destroy();
    if (this.server.listening) this.server.close();
  }
}
