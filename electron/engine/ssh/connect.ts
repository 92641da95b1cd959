import type { Duplex } from 'node:stream';
import type { ErrorCode, ErrorParams } from '../../../shared/errors';
import type { Phase } from '../../../shared/model/run';
import { sessionError } from '../session/failure';
import { SessionError, type HostKeyRecord, type SessionOptions, type Target } from '../session/session';
import { saysSessionsFull } from '../session/sessions-full';
import { closeWay, type Way } from '../session/way';
import { namesOf, offeredAlgorithms, shortAmong, weakAmong, type Negotiated } from './algorithms';
import { loginOnce, type Credential } from './auth';
import { credentialOf } from './credential';
import { ExchangeGate } from './exchange-gate';
import { readInTurns } from './fair-turns';
import { fingerprintOf, keyAlgorithmOf, rsaBitsOf } from './host-keys';
import { openWay } from './jump';
import type { SshLink } from './link';
import { loginErrorCode } from './login-errors';
import { Client } from './ssh2';

/** Keeps firewalls on the way from forgetting a connection that waits for a slow command, milliseconds. */
const keepAliveMs = 30_000;

/**
 * Connects and logs in. Modern algorithms are offered first; only a device that has none of them is tried again, once,
 * with the outdated ones added. What it needed is remembered with its host key and offered at once the next time.
 *
 * @throws SessionError; nothing is left open then
 */
export async function connectSsh(target: Target, options: SessionOptions): Promise<SshLink> {
  const remembered = options.hostKeys.find(target.host, target.port)?.algorithms ?? [];
  try {
    return await new Login(target, options, remembered).run();
  } catch (error) {
    // Only this one refusal is worth a second connection; everything else is the answer.
    if (!(error instanceof SessionError) || error.code !== 'ssh.no-common-algorithm') throw error;
    options.log.info('no modern algorithm in common, trying outdated ones', { host: target.host });
    return await new Login(target, options, 'all').run();
  }
}

/** Codes of a connection that the device ended. */
const hungUp: ReadonlySet<ErrorCode> = new Set(['net.closed', 'ssh.not-ssh', 'ssh.handshake']);
/** More plain words than this are no sentence of a switch, characters. */
const mostPlain = 4096;
/** More than this is no banner, characters or bytes, all parts together: it could go on for ever. */
const mostBanner = 32_768;

const timeoutCodes: Partial<Record<Phase, ErrorCode>> = { auth: 'ssh.auth-timeout' };

/** One attempt: budgets each step, maps every way it can end. */
class Login {
  private readonly client = new Client();
  phase: Phase = 'tcp';
  private hostKey: string | null = null;
  private keyAlgorithm = '';
  private known: HostKeyRecord | undefined;
  hasSpoken = false;
  private isSsh = false;
  private banner = '';
  /** What was said in plain words, before or instead of SSH. */
  private plain = '';
  private bytesBeforeSsh = 0;
  private weak: readonly string[] = [];
  private agreed: readonly string[] = [];
  private gate: ExchangeGate | undefined;
  private rsaBits: number | undefined;
  private handshakeMs = 0;
  private stream: Duplex | undefined;
  private cancelBudget: () => void = () => undefined;
  private settle: ((result: SshLink | SessionError) => void) | undefined;
  private readonly onAbort = (): void => this.fail('device.cancelled');

  constructor(
    private readonly target: Target,
    private readonly options: SessionOptions,
    private readonly outdated: readonly string[] | 'all',
  ) {}

  async run(): Promise<SshLink> {
    const startedAt = this.options.clock.elapsed();
    const credential = await credentialOf(this.target, process.env, process.platform);
    if ('code' in credential) throw this.error(credential.code);
    const way = await openWay(this.target, this.options, connectSsh);
    this.stream = way.stream;
    const result = await new Promise<SshLink | SessionError>((resolve) => {
      this.settle = resolve;
      this.options.signal.addEventListener('abort', this.onAbort, { once: true });
      this.enter('banner');
      this.listen(way, startedAt);
      this.start(way.stream, credential);
      if (this.options.signal.aborted) this.onAbort();
    });
    if (!(result instanceof SessionError)) return result;
    await closeWay(way);
    throw result;
  }

  private start(stream: Duplex, credential: Credential): void {
    const { host, port, username } = this.target;
    const known = this.options.hostKeys.find(host, port)?.algorithm;
    const algorithms = offeredAlgorithms(this.outdated, known);
    try {
      this.client.connect({
        // The library's type asks for a stream to read; it writes to it as well.
        sock: stream,
        username,
        tryKeyboard: true,
        readyTimeout: 0,
        keepaliveInterval: this.options.traits.keepAlive === false ? 0 : keepAliveMs,
        // They keep the way open; a device that does not answer them is not dead for that.
        keepaliveCountMax: Number.POSITIVE_INFINITY,
        algorithms,
        hostVerifier: (key: Buffer) => this.isKeyRight(key),
        authHandler: loginOnce(credential, {
          mayLogIn: (send) => this.askBeforeLogin(send),
          onGiveUp: (code) => this.fail(code),
        }),
      });
    } catch (cause) {
      this.fail('ssh.handshake', {}, cause);
    }
    // After `connect`: the library has paused the stream, so nothing is read before it listens itself.
    stream.on('data', (chunk: Buffer) => {
      gatherWrites(stream);
      this.hear(chunk);
    });
    readInTurns(stream, this.options.clock);
    this.gate = new ExchangeGate(stream, algorithms.kex);
  }

  private listen(way: Way, startedAt: number): void {
    const { clock } = this.options;
    this.client
      .on('error', (error) => this.onError(error))
      .on('close', () => this.onClosed())
      .on('end', () => this.onClosed())
      .on('greeting', (text) => this.addBanner(text))
      .on('banner', (text) => this.addBanner(text))
      .on('change password', () => this.fail('cli.question'))
      .once('handshake', (negotiated) => {
        this.handshakeMs = clock.elapsed();
        this.judgeAlgorithms(negotiated);
        if (this.isKeyKept()) this.enter('auth');
      })
      .once('ready', () =>
        this.finish({
          ...way,
          client: this.client,
          hostKey: this.hostKey ?? '',
          weakAlgorithms: this.weak,
          ...(this.weak.length > 0 && this.known?.modern && { formerAlgorithms: this.known.modern }),
          banner: this.banner,
          times: { connect: this.handshakeMs - startedAt, auth: clock.elapsed() - this.handshakeMs },
        }),
      );
  }

  private judgeAlgorithms(negotiated: Negotiated): void {
    const bits = { prime: this.gate?.primeBits, rsa: this.rsaBits };
    this.weak = [...weakAmong(negotiated), ...shortAmong(negotiated, bits)];
    this.agreed = namesOf(negotiated);
  }

  private addBanner(text: string): void {
    if (!this.settle) return;
    this.banner += `${text}\n`;
    if (this.banner.length > mostBanner) this.fail('ssh.banner-too-long');
  }

  /** Looks at the very first bytes: what is not SSH is better told at once than after a time-out. */
  private hear(chunk: Buffer): void {
    if (this.isSsh) return;
    const isFirst = !this.hasSpoken;
    this.hasSpoken = true;
    this.isSsh = chunk.includes('SSH-');
    if (this.plain.length < mostPlain) this.plain += chunk.toString('latin1');
    if (this.isSsh && this.phase === 'banner') this.enter('kex');
    // A telnet server starts with its options.
    if (isFirst && chunk[0] === 0xff) this.fail('ssh.not-ssh');
    this.bytesBeforeSsh += chunk.length;
    // Somebody is there, and nobody knows who: that is no device without an answer.
    if (!this.isSsh && this.bytesBeforeSsh > mostBanner) this.fail('ssh.banner-too-long');
  }

  private isKeyRight(key: Buffer): boolean {
    const { host, port } = this.target;
    this.hostKey = fingerprintOf(key);
    this.keyAlgorithm = keyAlgorithmOf(key);
    this.rsaBits = rsaBitsOf(key);
    this.phase = 'host-key';
    this.options.onPhase('host-key');
    this.known = this.options.hostKeys.find(host, port);
    if (this.known === undefined || this.known.fingerprint === this.hostKey) return true;
    this.fail('ssh.host-key-changed', { known: this.known.fingerprint, offered: this.hostKey });
    return false;
  }

  /** Trusts a new key, now that the device has proven that it holds it, and before any password is sent. */
  private isKeyKept(): boolean {
    const { host, port } = this.target;
    const { clock, hostKeys } = this.options;
    if (this.hostKey === null) return true;
    if (this.known !== undefined) {
      const { algorithms = [], modern } = this.known;
      const now = this.weak.length === 0 ? this.agreed : modern;
      const hasChanged = algorithms.join() !== this.weak.join() || modern?.join() !== now?.join();
      if (hasChanged) hostKeys.noteAlgorithms?.(host, port, this.weak, now);
      return true;
    }
    const fingerprint = this.hostKey;
    const record = { host, port, algorithm: this.keyAlgorithm, fingerprint, firstSeenAt: clock.now() };
    const seen = this.weak.length > 0 ? { algorithms: this.weak } : { modern: this.agreed };
    if (hostKeys.trustNew({ ...record, ...seen })) return true;
    this.fail('ssh.host-key-new', { offered: fingerprint });
    return false;
  }

  /** The guard may keep us waiting for other devices; that is not the device's time, so its budget begins afterwards. */
  private askBeforeLogin(send: () => void): void {
    const { beforeLogin } = this.options;
    if (!beforeLogin) return send();
    this.cancelBudget();
    beforeLogin(this.target).then(
      () => {
        if (!this.settle) return;
        this.startBudget();
        send();
      },
      (error: unknown) => {
        if (error instanceof SessionError) this.fail(error.code, error.params, error);
        else this.fail('internal', {}, error);
      },
    );
  }

  private enter(phase: Phase): void {
    this.phase = phase;
    this.options.onPhase(phase);
    this.startBudget();
  }

  private startBudget(): void {
    this.cancelBudget();
    this.cancelBudget = this.options.clock.after(this.options.budgets.connectMs, () => {
      const isOther = this.phase === 'banner' && this.hasSpoken;
      this.fail(isOther ? 'ssh.not-ssh' : (timeoutCodes[this.phase] ?? 'net.timeout'));
    });
  }

  private onError(error: Error & { level?: string; code?: unknown }): void {
    const { code, detail } = loginErrorCode(error, this);
    this.fail(code, detail === undefined ? {} : { detail }, error);
  }

  private onClosed(): void {
    this.fail(this.phase === 'banner' && this.hasSpoken && !this.isSsh ? 'ssh.not-ssh' : 'net.closed');
  }

  private fail(code: ErrorCode, params: ErrorParams = {}, cause?: unknown): void {
    if (!this.settle) return;
    this.finish(this.error(this.isFull(code, cause) ? 'cli.sessions-full' : code, params, cause));
    this.stream?.destroy();
  }

  /** A device that hung up may have said why, in plain words, in its banner or in its good-bye. */
  private isFull(code: ErrorCode, cause: unknown): boolean {
    if (!hungUp.has(code)) return false;
    return saysSessionsFull([this.plain, this.banner, cause instanceof Error ? cause.message : ''].join('\n'));
  }

  private finish(result: SshLink | SessionError): void {
    this.cancelBudget();
    this.options.signal.removeEventListener('abort', this.onAbort);
    this.settle?.(result);
    this.settle = undefined;
  }

  private error(code: ErrorCode, params: ErrorParams = {}, cause?: unknown): SessionError {
    return sessionError(
      this.target,
      this.options,
      { code, phase: this.phase, hostKey: this.hostKey },
      { params, cause },
    );
  }
}

/**
 * Sends what is written in answer to one chunk as one piece: the library writes each packet in two or three parts, and
 * each would be a system call and a TCP segment of its own.
 */
function gatherWrites(stream: Duplex): void {
  stream.cork();
  setImmediate(() => stream.uncork());
}
