import { createHash } from 'node:crypto';
import { FTPError } from 'basic-ftp';
import { AppError, type ErrorCode, type ErrorParams } from '../../../shared/errors';
import { ShortFile, type Files } from '../session/files';
import type { FetchedFile, SessionOptions, Target } from '../session/session';
import { bytesOf, fileLimit } from '../session/sizes';
import { SilenceBudget } from '../session/silence-budget';
import { FtpConnection, FtpRefused, TooLarge } from './ftp-connection';

/** What one fetch has seen so far. */
type Progress = { isIn: boolean; hasData: boolean };

/** The file that came is not the file that is there. */
class Mismatch extends Error {}

/**
 * Fetches files by FTP: passive mode, binary, one login a session with the device's own account. The password goes over
 * the wire in clear, so this is only made where the user allows it.
 */
export class FtpFiles implements Files {
  private connection: FtpConnection | undefined;
  private refusal: AppError | undefined;
  private isClosed = false;
  private last: Promise<unknown> = Promise.resolve();
  /** True once the password went over the wire. */
  hasSentPassword = false;

  constructor(
    private readonly target: Target,
    private readonly options: SessionOptions,
  ) {}

  /**
   * Files come one after the other, also when this is called again before the last one has come.
   *
   * @throws AppError `files.*`; `files.no-ftp` when the device does not give files by FTP
   */
  fetch(path: string): Promise<FetchedFile> {
    const turn = this.last.then(() => this.fetchNow(path));
    // The caller of that turn is told of its error; the next one begins all the same.
    this.last = turn.catch(() => undefined);
    return turn;
  }

  close(): Promise<void> {
    this.isClosed = true;
    this.hangUp();
    return Promise.resolve();
  }

  private hangUp(): void {
    this.connection?.close();
    this.connection = undefined;
  }

  private async fetchNow(path: string): Promise<FetchedFile> {
    if (this.refusal !== undefined) throw this.error('files.no-ftp', path, {}, this.refusal);
    const budget = new SilenceBudget(this.options);
    const progress: Progress = { isIn: false, hasData: false };
    try {
      return await budget.race(this.fetchWhole(path, budget, progress));
    } catch (cause) {
      // Every way it can go wrong becomes one of our codes; what is ours already passes.
      const error = this.fileError(path, cause, progress);
      if (error.code === 'files.no-ftp') this.refusal = error;
      // A second file gets a connection of its own where this one cannot be trusted any more.
      if (!(cause instanceof FTPError)) this.hangUp();
      throw error;
    }
  }

  private async fetchWhole(path: string, budget: SilenceBudget, progress: Progress): Promise<FetchedFile> {
    if (this.connection === undefined || this.connection.isClosed) {
      const onPassword = () => {
        this.hasSentPassword = true;
      };
      this.connection = await FtpConnection.open(this.target, this.options, onPassword);
    }
    const { connection } = this;
    // Nobody waits any more for a login that came after all.
    if (this.isClosed) this.hangUp();
    progress.isIn = true;
    budget.touch();
    const onData = (): void => {
      progress.hasData = true;
      budget.touch();
    };
    const mostBytes = bytesOf(fileLimit(this.options.budgets));
    const bytes = await underItsName(path, async (name) => {
      const size = await connection.size(name);
      if (size !== undefined && size > mostBytes) throw new TooLarge('too large');
      const received = await connection.read(name, mostBytes, onData);
      await proveWhole(connection, { name, bytes: received, size }, onData);
      return received;
    });
    return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), way: 'ftp' };
  }

  private fileError(path: string, cause: unknown, { isIn, hasData }: Progress): AppError {
    if (cause instanceof AppError && cause.code !== 'files.timeout') return cause;
    if (this.options.signal.aborted) return this.error('device.cancelled', path, {}, cause);
    if (!isIn || cause instanceof FtpRefused) return this.error('files.no-ftp', path, {}, cause);
    // Servers that take the question, or offer a data port that nobody reaches, give no files this way.
    if (cause instanceof AppError && !hasData) return this.error('files.no-ftp', path, {}, cause);
    if (cause instanceof AppError) {
      const seconds = Math.round(this.options.budgets.fileMs / 100) / 10;
      return this.error('files.timeout', path, { seconds }, cause);
    }
    if (cause instanceof ShortFile) {
      return this.error('files.short', path, { received: cause.received, expected: cause.expected }, cause);
    }
    if (cause instanceof TooLarge) return this.error('files.too-large', path, fileLimit(this.options.budgets), cause);
    if (cause instanceof Mismatch) return this.error('files.mismatch', path, {}, cause);
    // 426 is "transfer aborted"; a connection that broke says nothing at all.
    const isCut = cause instanceof FTPError ? cause.code === 426 || cause.code === 451 : hasData;
    if (isCut) return this.error('files.cut', path, {}, cause);
    return this.error(codeOf(cause), path, {}, cause);
  }

  private error(code: ErrorCode, path: string, params: ErrorParams, cause: unknown): AppError {
    return new AppError(code, { host: this.target.host, path, ...params }, { cause });
  }
}

/** Why a server refused a file, out of its words: its number 550 stands for all reasons (RFC 959, section 5.4). */
function codeOf(cause: unknown): ErrorCode {
  if (!(cause instanceof FTPError)) return 'files.failed';
  if (cause.code === 425) return 'files.no-ftp';
  if (!isNoFile(cause)) return 'files.failed';
  return /permission|denied|not permitted|privilege|authori[sz]|access/i.test(cause.message)
    ? 'files.denied'
    : 'files.not-found';
}

/**
 * Works with the name by which the server knows a file. Where the root of FTP is a user's folder or a flash disk, that
 * is the path without its slash.
 */
async function underItsName<T>(path: string, work: (name: string) => Promise<T>): Promise<T> {
  const bare = path.replace(/^\/+/, '');
  try {
    return await work(path);
  } catch (error) {
    if (!isNoFile(error) || bare === path || bare === '') throw error;
    return await work(bare).catch((other: unknown) => {
      // What the device said of the path itself is what is told.
      throw isNoFile(other) ? error : other;
    });
  }
}

function isNoFile(error: unknown): boolean {
  return error instanceof FTPError && (error.code === 550 || error.code === 553);
}

/** A second reading that is longer than the first differs from it. */
function asMismatch(cause: unknown): never {
  throw cause instanceof TooLarge ? new Mismatch('two readings differ', { cause }) : cause;
}

/**
 * Proves a file by the size before and after, and by the server's hash where it has one. A server that says no size is
 * read a second time: a cut that it calls a success would not fall on the same byte.
 */
async function proveWhole(
  connection: FtpConnection,
  file: { readonly name: string; readonly bytes: Buffer; readonly size: number | undefined },
  onData: () => void,
): Promise<void> {
  const { name, bytes, size } = file;
  if (size === undefined) {
    const again = await connection.read(name, bytes.length + 1, onData).catch(asMismatch);
    if (!again.equals(bytes)) throw new Mismatch('two readings differ');
  } else {
    const after = (await connection.size(name)) ?? size;
    if (bytes.length !== after) throw new ShortFile(bytes.length, after);
    if (after !== size) throw new ShortFile(size, after);
  }
  const told = await connection.hashOf(name);
  if (told === undefined || connection.hash === undefined) return;
  const own = createHash(connection.hash.algorithm).update(bytes).digest('hex');
  if (told !== own) throw new Mismatch('the hash differs');
}
