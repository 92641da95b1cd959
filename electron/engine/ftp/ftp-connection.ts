import { Writable } from 'node:stream';
import { Client, FTPError } from 'basic-ftp';
import type { SessionOptions, Target } from '../session/session';
import { bestHash, type HashCommand } from './ftp-hash';

/** The port of RFC 959. */
const defaultFtpPort = 21;

/** There is no FTP here, it does not let us in, or it opens no data connection: no file comes this way. */
export class FtpRefused extends Error {}

/** More bytes come than are wanted. */
export class TooLarge extends Error {}

/** Words by which a server says that it does not know a command (RFC 959, section 4.2). */
const unknownCommand = [500, 501, 502, 504];

/** One logged-in control connection. Answers are asked for one after the other. */
export class FtpConnection {
  private constructor(
    private readonly client: Client,
    /** How the server proves a file; undefined where it offers nothing. */
    readonly hash: HashCommand | undefined,
  ) {}

  /**
   * Connects and logs in, once.
   *
   * @param onPassword called right before the password goes out in clear
   * @throws FtpRefused whatever goes wrong; nothing is left open then
   */
  static async open(target: Target, options: SessionOptions, onPassword: () => void): Promise<FtpConnection> {
    const { clock, budgets, signal } = options;
    // Time is the clock's: the library's own limit is off.
    const client = new Client(0);
    const close = (): void => client.close();
    const cancel = clock.after(budgets.connectMs, close);
    signal.addEventListener('abort', close, { once: true });
    try {
      if (signal.aborted) throw new Error('cancelled');
      await client.connect(target.host, target.ftpPort ?? defaultFtpPort);
      onPassword();
      await client.login(target.username, target.password);
      const features = await client.features();
      await client.send('TYPE I');
      if (features.has('UTF8')) await client.sendIgnoringError('OPTS UTF8 ON');
      return new FtpConnection(client, bestHash(features));
    } catch (cause) {
      // A password refused, a port that is closed or mute, a server that wants TLS: all of them are "not this way".
      client.close();
      throw new FtpRefused('no ftp', { cause });
    } finally {
      cancel();
      signal.removeEventListener('abort', close);
    }
  }

  /** Bytes that the server says the file has; undefined where it does not know the question. @throws FTPError */
  async size(path: string): Promise<number | undefined> {
    try {
      return await this.client.size(path);
    } catch (error) {
      // Servers before RFC 3659 have no SIZE; what else they say about the file is the caller's.
      if (error instanceof FTPError && unknownCommand.includes(error.code)) return undefined;
      throw error;
    }
  }

  /**
   * Reads a file whole, in binary, over a data connection to the host of the control connection.
   *
   * @param mostBytes where reading stops
   * @param onData told that the data connection is open, and each time some bytes come
   * @throws FtpRefused when no data connection opens; TooLarge when more bytes come
   */
  async read(path: string, mostBytes: number, onData: () => void): Promise<Buffer> {
    const parts: Buffer[] = [];
    let received = 0;
    const sink = new Writable({
      write(part: Buffer, _encoding, done) {
        received += part.length;
        if (received > mostBytes) return done(new TooLarge('too large'));
        parts.push(part);
        onData();
        done();
      },
    });
    const { client } = this;
    const prepare = client.prepareTransfer;
    // A data connection that does not open is a refusal of the way, whatever the words.
    const watched: typeof prepare = async (ftp) => {
      try {
        const reply = await prepare(ftp);
        onData();
        return reply;
      } catch (cause) {
        if (client.closed) throw cause;
        throw new FtpRefused('no data connection', { cause });
      }
    };
    client.prepareTransfer = watched;
    try {
      await client.downloadTo(sink, path);
    } finally {
      // The library puts the mode that worked in this place; it is kept for the next file.
      if (client.prepareTransfer === watched) client.prepareTransfer = prepare;
    }
    return Buffer.concat(parts);
  }

  /** The hash that the server makes of the file, lower-case hex; undefined where it says none. */
  async hashOf(path: string): Promise<string | undefined> {
    if (this.hash === undefined) return undefined;
    const { select, ask, parse } = this.hash;
    if (select !== undefined) await this.client.send(select);
    const { code, message } = await this.client.sendIgnoringError(`${ask} ${path}`);
    return code >= 400 ? undefined : parse(message);
  }

  /** True once the connection is gone. */
  get isClosed(): boolean {
    return this.client.closed;
  }

  /** Says goodbye and closes. Never throws. */
  close(): void {
    this.client.close();
  }
}
