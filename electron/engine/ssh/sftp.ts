import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { AppError, type ErrorCode, type ErrorParams } from '../../../shared/errors';
import type { Files } from '../session/files';
import type { FetchedFile, SessionOptions, Target } from '../session/session';
import { connectSsh } from './connect';
import { closeLink, type SshLink } from './link';
import { SftpClient, type Client, type SFTPWrapper } from './ssh2';

/** Status codes of SFTP version 3. */
const noSuchFile = 2;
const permissionDenied = 3;

/** Fetches files by SFTP: beside the shell on the same connection, or on one of its own where a device allows one channel. */
export class SftpFiles implements Files {
  private channel: Promise<SFTPWrapper> | undefined;
  private ownLink: SshLink | undefined;
  private reader: SftpClient | undefined;

  constructor(
    private readonly link: SshLink,
    private readonly target: Target,
    private readonly options: SessionOptions,
  ) {}

  async fetch(path: string): Promise<FetchedFile> {
    const budget = new SilenceBudget(this.options);
    try {
      return await budget.race(this.fetchWhole(path, budget));
    } catch (cause) {
      // Every way it can go wrong becomes one of our codes; what is ours already passes.
      throw this.fileError(path, cause);
    }
  }

  async close(): Promise<void> {
    const own = this.ownLink;
    this.ownLink = undefined;
    if (own) await closeLink(own, this.options.clock);
  }

  private async fetchWhole(path: string, budget: SilenceBudget): Promise<FetchedFile> {
    const sftp = await this.open();
    budget.touch();
    const [before, bytes] = await Promise.all([sizeOf(sftp, path), this.read(sftp, path, budget)]);
    budget.touch();
    const after = await sizeOf(sftp, path);
    if (bytes.length !== after || before !== after) {
      throw this.error('files.short', path, { received: bytes.length, expected: after });
    }
    return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), way: 'sftp' };
  }

  private async read(sftp: SFTPWrapper, path: string, budget: SilenceBudget): Promise<Buffer> {
    this.reader ??= readerOn(this.ownLink?.client ?? this.link.client, sftp);
    const parts: Buffer[] = [];
    const sink = new Writable({
      write(part: Buffer, _encoding, done) {
        budget.touch();
        parts.push(part);
        done();
      },
    });
    await this.reader.get(path, sink);
    return Buffer.concat(parts);
  }

  private open(): Promise<SFTPWrapper> {
    this.channel ??= openChannel(this.link).catch((error: unknown) => {
      // The device refused a second channel, not the subsystem: a connection of its own may still work.
      if (error instanceof ChannelRefused) return this.openOwn();
      throw error;
    });
    return this.channel;
  }

  private async openOwn(): Promise<SFTPWrapper> {
    // The same credential on the same device: it has been let in already, so nobody is asked again.
    const options = { ...this.options, onPhase: () => undefined, beforeLogin: undefined };
    this.ownLink = await connectSsh(this.target, options);
    return openChannel(this.ownLink);
  }

  private fileError(path: string, cause: unknown): AppError {
    if (cause instanceof AppError && cause.code !== 'files.timeout') return cause;
    if (cause instanceof AppError) {
      this.forgetChannel();
      return this.error('files.timeout', path, { seconds: Math.round(this.options.budgets.fileMs / 100) / 10 }, cause);
    }
    if (cause instanceof SubsystemRefused || cause instanceof ChannelRefused) {
      return this.error('files.no-sftp', path, {}, cause);
    }
    const status: unknown = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (status === noSuchFile) return this.error('files.not-found', path, {}, cause);
    if (status === permissionDenied) return this.error('files.denied', path, {}, cause);
    return this.error('files.failed', path, {}, cause);
  }

  /** A channel that hangs is of no use for the next file. */
  private forgetChannel(): void {
    // A channel that never opened has its error told already.
    this.channel?.then((sftp) => sftp.end()).catch(() => undefined);
    this.channel = undefined;
    this.reader = undefined;
  }

  private error(code: ErrorCode, path: string, params: ErrorParams = {}, cause?: unknown): AppError {
    return new AppError(code, { host: this.target.host, path, ...params }, { cause });
  }
}

class ChannelRefused extends Error {}
class SubsystemRefused extends Error {}

function openChannel({ client }: SshLink): Promise<SFTPWrapper> {
  return new Promise((resolve, reject) => {
    client.sftp((error, sftp) => {
      if (!error) {
        // Errors of requests come with their callbacks; this one only says that the channel is gone.
        sftp.on('error', () => undefined);
        resolve(sftp);
      } else if ('reason' in error) reject(new ChannelRefused('no second channel', { cause: error }));
      else reject(new SubsystemRefused('no sftp', { cause: error }));
    });
  });
}

/** The library always dials for itself; given a client and its channel it works on these. */
function readerOn(client: Client, sftp: SFTPWrapper): SftpClient {
  const reader = new SftpClient('files', { error: () => undefined, end: () => undefined, close: () => undefined });
  return Object.assign(reader, { client, sftp });
}

function sizeOf(sftp: SFTPWrapper, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    sftp.stat(path, (error, stats) => (error ? reject(error) : resolve(stats.size)));
  });
}

/** Ends a wait after silence, or when the session is cancelled. */
class SilenceBudget {
  private end: ((error: AppError) => void) | undefined;
  private cancel: () => void = () => undefined;

  constructor(private readonly options: SessionOptions) {}

  /** Something came: the silence begins anew. */
  touch(): void {
    this.cancel();
    const { clock, budgets } = this.options;
    this.cancel = clock.after(budgets.fileMs, () => this.end?.(new AppError('files.timeout')));
  }

  async race<T>(work: Promise<T>): Promise<T> {
    const { signal } = this.options;
    const onAbort = (): void => this.end?.(new AppError('device.cancelled'));
    try {
      return await new Promise<T>((resolve, reject) => {
        this.end = reject;
        this.touch();
        signal.addEventListener('abort', onAbort, { once: true });
        work.then(resolve, reject);
        if (signal.aborted) onAbort();
      });
    } finally {
      this.end = undefined;
      this.cancel();
      signal.removeEventListener('abort', onAbort);
    }
  }
}
