import type { SessionOptions, Target } from '../session/session';
import { sessionError } from '../session/failure';
import { saysSessionsFull } from '../session/sessions-full';
import type { Transport } from '../session/transport';
import type { Clock } from '../ports';
import { closeLink, type SshLink } from './link';
import type { ClientChannel } from './ssh2';

/** Wide, so that devices do not wrap rows; height 0 keeps the pagers of some quiet. */
const terminal = { term: 'vt100', cols: 512, rows: 0 };

/**
 * Opens a terminal with a command line on it.
 *
 * @throws SessionError `ssh.no-shell`, `ssh.lost`, `cli.sessions-full` or `device.cancelled`; the link stays open then
 */
export function openShell(link: SshLink, target: Target, options: SessionOptions): Promise<Transport> {
  const { clock, signal, budgets } = options;
  options.onPhase('shell');
  return new Promise((resolve, reject) => {
    const fail = (
      code: 'ssh.no-shell' | 'ssh.lost' | 'cli.sessions-full' | 'device.cancelled',
      cause?: unknown,
    ): void => {
      settle();
      reject(sessionError(target, options, { code, phase: 'shell', hostKey: link.hostKey }, { cause }));
    };
    const onAbort = (): void => fail('device.cancelled');
    const onClose = (): void => fail('ssh.lost');
    const cancel = clock.after(budgets.connectMs, () => fail('ssh.no-shell'));
    const settle = (): void => {
      cancel();
      signal.removeEventListener('abort', onAbort);
      link.client.off('close', onClose);
    };
    signal.addEventListener('abort', onAbort, { once: true });
    link.client.on('close', onClose);
    if (signal.aborted) return onAbort();
    try {
      link.client.shell(terminal, (error, channel) => {
        settle();
        const isFull = error !== undefined && saysSessionsFull(error.message);
        if (error) fail(isFull ? 'cli.sessions-full' : link.stream.destroyed ? 'ssh.lost' : 'ssh.no-shell', error);
        else resolve(new ShellTransport(channel, link, clock));
      });
    } catch (cause) {
      // The library throws when the connection is already gone.
      fail('ssh.lost', cause);
    }
  });
}

/** The command line of an SSH connection; closing it ends the whole connection. */
class ShellTransport implements Transport {
  readonly lineEnd = '\n';
  private isClosed = false;
  private onClosed: (() => void) | undefined;

  constructor(
    private readonly channel: ClientChannel,
    private readonly link: SshLink,
    private readonly clock: Clock,
  ) {
    const closed = (): void => {
      if (this.isClosed) return;
      this.isClosed = true;
      this.onClosed?.();
    };
    channel.on('close', closed).on('error', closed);
    link.client.on('close', closed);
  }

  write(text: string): void {
    if (!this.isClosed && this.channel.writable) this.channel.write(text);
  }

  onData(listener: (chunk: Buffer) => void): void {
    this.channel.on('data', listener);
    this.channel.stderr.on('data', listener);
  }

  pause(): void {
    this.channel.pause();
    this.channel.stderr.pause();
  }

  resume(): void {
    this.channel.resume();
    this.channel.stderr.resume();
  }

  onClose(listener: () => void): void {
    this.onClosed = listener;
    if (this.isClosed) listener();
  }

  close(): Promise<void> {
    return closeLink(this.link, this.clock);
  }
}
