import type { Socket } from 'node:net';
import type { ErrorCode, ErrorParams } from '../../../shared/errors';
import type { Phase } from '../../../shared/model/run';
import { sessionError, socketErrorCode } from '../session/failure';
import { SessionError, type SessionOptions, type Target } from '../session/session';
import { openSocket } from '../session/tcp';
import { offeredAlgorithms, weakAmong } from './algorithms';
import { loginOnce } from './auth';
import { fingerprintOf, keyAlgorithmOf } from './host-keys';
import { Client } from './ssh2';

/** A logged-in SSH connection, without any channel. */
export type SshLink = {
  readonly client: Client;
  readonly socket: Socket;
  /** `SHA256:…` */
  readonly hostKey: string;
  readonly weakAlgorithms: readonly string[];
  /** Text shown before and during log-in. */
  readonly banner: string;
  /** Milliseconds: TCP, key exchange and host key; then the log-in. */
  readonly times: { readonly connect: number; readonly auth: number };
};

/**
 * Connects and logs in. Modern algorithms are offered first; only a device that has none of them is tried again, once,
 * with the outdated ones added.
 *
 * @throws SessionError; nothing is left open then
 */
export async function connectSsh(target: Target, options: SessionOptions): Promise<SshLink> {
  try {
    return await new Login(target, options, false).run();
  } catch (error) {
    // Only this one refusal is worth a second connection; everything else is the answer.
    if (!(error instanceof SessionError) || error.code !== 'ssh.no-common-algorithm') throw error;
    options.log.info('no modern algorithm in common, trying outdated ones', { host: target.host });
    return await new Login(target, options, true).run();
  }
}

const timeoutCodes: Partial<Record<Phase, ErrorCode>> = { auth: 'ssh.auth-timeout' };

/** RFC 4253 section 11.1. */
const keyExchangeFailed = 3;
const noMoreAuthMethods = 14;

/** One attempt: budgets each step, maps every way it can end. */
class Login {
  private readonly client = new Client();
  private phase: Phase = 'tcp';
  private hostKey: string | null = null;
  private keyAlgorithm = '';
  private known: string | undefined;
  private hasSpoken = false;
  private isSsh = false;
  private banner = '';
  private weak: readonly string[] = [];
  private handshakeMs = 0;
  private socket: Socket | undefined;
  private cancelBudget: () => void = () => undefined;
  private settle: ((result: SshLink | SessionError) => void) | undefined;
  private readonly onAbort = (): void => this.fail('device.cancelled');

  constructor(
    private readonly target: Target,
    private readonly options: SessionOptions,
    private readonly withLegacy: boolean,
  ) {}

  async run(): Promise<SshLink> {
    const startedAt = this.options.clock.elapsed();
    if (this.target.password === undefined) throw this.error('device.no-credential');
    const socket = await openSocket(this.target, this.options);
    this.socket = socket;
    const result = await new Promise<SshLink | SessionError>((resolve) => {
      this.settle = resolve;
      this.options.signal.addEventListener('abort', this.onAbort, { once: true });
      this.enter('banner');
      this.listen(socket, startedAt);
      this.start(socket, this.target.password ?? '');
      if (this.options.signal.aborted) this.onAbort();
    });
    if (result instanceof SessionError) throw result;
    return result;
  }

  private start(socket: Socket, password: string): void {
    const { host, port, username } = this.target;
    const known = this.options.hostKeys.find(host, port)?.algorithm;
    try {
      this.client.connect({
        sock: socket,
        username,
        password,
        tryKeyboard: true,
        readyTimeout: 0,
        keepaliveInterval: 0,
        algorithms: offeredAlgorithms(this.withLegacy, known),
        hostVerifier: (key: Buffer) => this.isKeyRight(key),
        authHandler: loginOnce(username, password, {
          mayLogIn: (send) => this.askBeforeLogin(send),
          onGiveUp: () => this.fail('ssh.auth-failed'),
        }),
      });
    } catch (cause) {
      this.fail('ssh.handshake', {}, cause);
    }
    // After `connect`: the library has paused the socket, so nothing is read before it listens itself.
    socket.on('data', (chunk: Buffer) => {
      gatherWrites(socket);
      this.hear(chunk);
    });
  }

  private listen(socket: Socket, startedAt: number): void {
    const { clock } = this.options;
    this.client
      .on('error', (error) => this.onError(error))
      .on('close', () => this.onClosed())
      .on('end', () => this.onClosed())
      .on('greeting', (text) => (this.banner += `${text}\n`))
      .on('banner', (text) => (this.banner += `${text}\n`))
      .on('change password', () => this.fail('cli.question'))
      .once('handshake', (negotiated) => {
        this.handshakeMs = clock.elapsed();
        this.weak = weakAmong(negotiated);
        if (this.isKeyKept()) this.enter('auth');
      })
      .once('ready', () =>
        this.finish({
          client: this.client,
          socket,
          hostKey: this.hostKey ?? '',
          weakAlgorithms: this.weak,
          banner: this.banner,
          times: { connect: this.handshakeMs - startedAt, auth: clock.elapsed() - this.handshakeMs },
        }),
      );
  }

  /** Looks at the very first bytes: what is not SSH is better told at once than after a time-out. */
  private hear(chunk: Buffer): void {
    if (this.isSsh) return;
    const isFirst = !this.hasSpoken;
    this.hasSpoken = true;
    this.isSsh = chunk.includes('SSH-');
    if (this.isSsh && this.phase === 'banner') this.enter('kex');
    // A telnet server starts with its options.
    if (isFirst && chunk[0] === 0xff) this.fail('ssh.not-ssh');
  }

  private isKeyRight(key: Buffer): boolean {
    const { host, port } = this.target;
    this.hostKey = fingerprintOf(key);
    this.keyAlgorithm = keyAlgorithmOf(key);
    this.phase = 'host-key';
    this.options.onPhase('host-key');
    this.known = this.options.hostKeys.find(host, port)?.fingerprint;
    if (this.known === undefined || this.known === this.hostKey) return true;
    this.fail('ssh.host-key-changed', { known: this.known, offered: this.hostKey });
    return false;
  }

  /** Trusts a new key, now that the device has proven that it holds it, and before any password is sent. */
  private isKeyKept(): boolean {
    const { host, port } = this.target;
    const { clock, hostKeys } = this.options;
    if (this.known !== undefined || this.hostKey === null) return true;
    const fingerprint = this.hostKey;
    if (hostKeys.trustNew({ host, port, algorithm: this.keyAlgorithm, fingerprint, firstSeenAt: clock.now() }))
      return true;
    this.fail('ssh.host-key-new', { offered: fingerprint });
    return false;
  }

  /** The guard may keep us waiting for other devices; that is not the device's time, so its budget begins afterwards. */
  private askBeforeLogin(send: () => void): void {
    const { beforeLogin } = this.options;
    if (!beforeLogin) return send();
    this.cancelBudget();
    beforeLogin().then(
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
    const detail = /no matching .*/i.exec(error.message)?.[0];
    if (detail !== undefined || (this.phase === 'kex' && error.code === keyExchangeFailed)) {
      this.fail('ssh.no-common-algorithm', { detail: detail ?? 'key exchange' }, error);
    } else if (error.level === 'client-authentication' || error.code === noMoreAuthMethods) {
      this.fail('ssh.auth-failed', {}, error);
    } else if (this.phase === 'auth' && /authentication/i.test(error.message)) {
      this.fail('ssh.auth-failed', {}, error);
    } else if (this.phase === 'banner') {
      this.fail(this.hasSpoken ? 'ssh.not-ssh' : 'net.closed', {}, error);
    } else if (error.level === 'handshake' || error.level === 'protocol') {
      this.fail('ssh.handshake', {}, error);
    } else {
      this.fail(socketErrorCode(error) ?? 'net.closed', {}, error);
    }
  }

  private onClosed(): void {
    this.fail(this.phase === 'banner' && this.hasSpoken && !this.isSsh ? 'ssh.not-ssh' : 'net.closed');
  }

  private fail(code: ErrorCode, params: ErrorParams = {}, cause?: unknown): void {
    if (!this.settle) return;
    this.finish(this.error(code, params, cause));
    this.socket?.destroy();
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
function gatherWrites(socket: Socket): void {
  socket.cork();
  setImmediate(() => socket.uncork());
}
