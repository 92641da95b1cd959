import { createHash } from 'node:crypto';
import { Writable } from 'node:stream';
import { AppError, type ErrorCode, type ErrorParams } from '../../../shared/errors';
import { ShortFile } from '../session/files';
import type { FetchedFile, SessionOptions, Target } from '../session/session';
import { SilenceBudget } from '../session/silence-budget';
import { bytesOf, fileLimit } from '../session/sizes';
import { ChannelRefused, ServiceRefused, type FileLink } from './file-link';
import { oneAnswerBytes, readAtOnce } from './sftp-at-once';
import { SftpClient, type Client, type SFTPWrapper } from './ssh2';

/** Status codes of SFTP version 3. */
const noSuchFile = 2;
const permissionDenied = 3;

type Channel = { readonly client: Client; readonly sftp: SFTPWrapper };

/** Fetches files by SFTP. */
export class SftpFiles {
  private channel: Promise<Channel> | undefined;
  private reader: SftpClient | undefined;

  constructor(
    private readonly link: FileLink,
    private readonly target: Target,
    private readonly options: SessionOptions,
  ) {}

  /** @throws AppError `files.*`; `files.no-sftp` when the device does not do SFTP */
  async fetch(path: string): Promise<FetchedFile> {
    const budget = new SilenceBudget(this.options);
    try {
      return await budget.race(this.fetchWhole(path, budget));
    } catch (cause) {
      // Every way it can go wrong becomes one of our codes; what is ours already passes.
      throw this.fileError(path, cause);
    }
  }

  private async fetchWhole(path: string, budget: SilenceBudget): Promise<FetchedFile> {
    const channel = await this.open();
    const { sftp } = channel;
    budget.touch();
    const size = await sizeOf(sftp, path);
    budget.touch();
    const { budgets } = this.options;
    if (size > bytesOf(fileLimit(budgets))) throw this.error('files.too-large', path, fileLimit(budgets));
    const isSmall = size <= oneAnswerBytes;
    const bytes = isSmall
      ? await readAtOnce(sftp, path, size, () => budget.touch())
      : await this.stream(channel, path, size, budget);
    // It was read until the device said that the file ends there: that is its size afterwards.
    if (bytes.length !== size) throw this.error('files.short', path, { received: bytes.length, expected: size });
    return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), way: 'sftp' };
  }

  /** Reads no further than the size that was told: a server may go on for ever. */
  private async stream(channel: Channel, path: string, size: number, budget: SilenceBudget): Promise<Buffer> {
    this.reader ??= readerOn(channel);
    const parts: Buffer[] = [];
    let received = 0;
    const sink = new Writable({
      write(part: Buffer, _encoding, done) {
        budget.touch();
        received += part.length;
        if (received > size) return done(new ShortFile(received, size));
        parts.push(part);
        done();
      },
    });
    try {
      await this.reader.get(path, sink);
    } catch (cause) {
      if (received <= size) throw cause;
      this.forgetChannel();
      throw this.error('files.short', path, { received, expected: size }, cause);
    }
    return Buffer.concat(parts);
  }

  private open(): Promise<Channel> {
    this.channel ??= this.link.open(openChannel);
    return this.channel;
  }

  private fileError(path: string, cause: unknown): AppError {
    if (cause instanceof AppError && cause.code !== 'files.timeout') return cause;
    if (cause instanceof AppError) {
      this.forgetChannel();
      return this.error('files.timeout', path, { seconds: Math.round(this.options.budgets.fileMs / 100) / 10 }, cause);
    }
    if (cause instanceof ServiceRefused || cause instanceof ChannelRefused) {
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
    this.channel?.then(({ sftp }) => sftp.end()).catch(() => undefined);
    this.channel = undefined;
    this.reader = undefined;
  }

  private error(code: ErrorCode, path: string, params: ErrorParams = {}, cause?: unknown): AppError {
    return new AppError(code, { host: this.target.host, path, ...params }, { cause });
  }
}

function openChannel(client: Client): Promise<Channel> {
  return new Promise((resolve, reject) => {
    client.sftp((error, sftp) => {
      if (!error) {
        // Errors of requests come with their callbacks; this one only says that the channel is gone.
        sftp.on('error', () => undefined);
        resolve({ client, sftp });
      } else if ('reason' in error) reject(new ChannelRefused('no second channel', { cause: error }));
      else reject(new ServiceRefused('no sftp', { cause: error }));
    });
  });
}

/** The library always dials for itself; given a client and its channel it works on these. */
function readerOn({ client, sftp }: Channel): SftpClient {
  const reader = new SftpClient('files', { error: () => undefined, end: () => undefined, close: () => undefined });
  return Object.assign(reader, { client, sftp });
}

function sizeOf(sftp: SFTPWrapper, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    sftp.stat(path, (error, stats) => (error ? reject(error) : resolve(stats.size)));
  });
}
