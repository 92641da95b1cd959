import { createHash } from 'node:crypto';
import { AppError, type ErrorCode, type ErrorParams } from '../../../shared/errors';
import { ShortFile } from '../session/files';
import type { FetchedFile, SessionOptions, Target } from '../session/session';
import { SilenceBudget } from '../session/silence-budget';
import { bytesOf, fileLimit } from '../session/sizes';
import { ChannelRefused, ServiceRefused, type FileLink } from './file-link';
import { ScpReply } from './scp-reply';
import type { Client, ClientChannel } from './ssh2';

/** The word that lets the far end go on. */
const goOn = Buffer.from([0]);

/** Fetches files by SCP: `scp -f` runs on the device, on a channel of its own for each file. */
export class ScpFiles {
  constructor(
    private readonly link: FileLink,
    private readonly target: Target,
    private readonly options: SessionOptions,
  ) {}

  /** @throws AppError `files.*`; `files.no-sftp` when the device does not do SCP either */
  async fetch(path: string): Promise<FetchedFile> {
    const budget = new SilenceBudget(this.options);
    const reply = new ScpReply();
    let channel: ClientChannel | undefined;
    try {
      const bytes = await budget.race(
        this.link
          .open((client) => runScp(client, path))
          .then((opened) => {
            channel = opened;
            return this.receive(opened, reply, budget, path);
          }),
      );
      return { path, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), way: 'scp' };
    } catch (cause) {
      // Every way it can go wrong becomes one of our codes; what is ours already passes.
      throw this.fileError(path, cause, reply);
    } finally {
      channel?.close();
    }
  }

  private receive(channel: ClientChannel, reply: ScpReply, budget: SilenceBudget, path: string): Promise<Buffer> {
    const { budgets } = this.options;
    return new Promise((resolve, reject) => {
      const take = (chunk: Buffer): void => {
        budget.touch();
        const state = reply.take(chunk);
        if (state.kind === 'reading') return;
        if (state.kind === 'header' && state.size <= bytesOf(fileLimit(budgets))) {
          channel.write(goOn);
          return;
        }
        // Whatever the far end says after its answer is neither kept nor read.
        channel.off('data', take).pause();
        if (state.kind === 'header') reject(this.error('files.too-large', path, fileLimit(budgets), undefined));
        else if (state.kind === 'refused') reject(new ScpRefused(state.words));
        else if (state.kind === 'not-scp') reject(new ServiceRefused('no scp'));
        else {
          channel.end(goOn);
          resolve(state.bytes);
        }
      };
      channel.on('data', take);
      // What the shell says beside the protocol is no part of the file; unread, it would stop the channel.
      channel.stderr.resume();
      channel.on('error', reject);
      channel.on('close', () => {
        const { expected, received } = reply;
        // Gone before a word of SCP: there is no such program.
        reject(expected === undefined ? new ServiceRefused('no scp') : new ShortFile(received, expected));
      });
      channel.write(goOn);
    });
  }

  private fileError(path: string, cause: unknown, { expected }: ScpReply): AppError {
    if (cause instanceof AppError && cause.code !== 'files.timeout') return cause;
    // Old switches take the request and never answer it: they do not do SCP.
    if (cause instanceof AppError && expected === undefined) return this.error('files.no-sftp', path, {}, cause);
    if (cause instanceof AppError) {
      const seconds = Math.round(this.options.budgets.fileMs / 100) / 10;
      return this.error('files.timeout', path, { seconds }, cause);
    }
    if (cause instanceof ServiceRefused || cause instanceof ChannelRefused)
      return this.error('files.no-sftp', path, {}, cause);
    if (cause instanceof ShortFile) {
      const { received, expected } = cause;
      return this.error('files.short', path, { received, expected }, cause);
    }
    if (!(cause instanceof ScpRefused)) return this.error('files.failed', path, {}, cause);
    if (/no such file|not found|does not exist/i.test(cause.message))
      return this.error('files.not-found', path, {}, cause);
    if (/permission|denied|not permitted|privilege|authori[sz]/i.test(cause.message))
      return this.error('files.denied', path, {}, cause);
    return this.error('files.failed', path, {}, cause);
  }

  private error(code: ErrorCode, path: string, params: ErrorParams, cause: unknown): AppError {
    return new AppError(code, { host: this.target.host, path, ...params }, { cause });
  }
}

class ScpRefused extends Error {}

function runScp(client: Client, path: string): Promise<ClientChannel> {
  return new Promise((resolve, reject) => {
    client.exec(`scp -f ${quoted(path)}`, (error, channel) => {
      if (!error) resolve(channel);
      else if ('reason' in error) reject(new ChannelRefused('no second channel', { cause: error }));
      else reject(new ServiceRefused('no exec', { cause: error }));
    });
  });
}

/** A path as the far end's shell reads it; switches know no quotes, so plain paths go without. */
function quoted(path: string): string {
  return /^[\w./:@+~-]+$/.test(path) ? path : `'${path.replaceAll("'", String.raw`'\''`)}'`;
}
