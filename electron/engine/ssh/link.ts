import type { Duplex } from 'node:stream';
import type { Clock } from '../ports';
import type { Client } from './ssh2';

/** How long a polite end may take before the connection is cut, milliseconds. */
const endMs = 300;

/** What an SSH connection runs in: a socket, or a channel of the connection to a jump host. */
export type Way = {
  readonly stream: Duplex;
  /** The connection to the jump host; ended after ours. */
  readonly via: SshLink | undefined;
};

/** A logged-in SSH connection, without any channel. */
export type SshLink = Way & {
  readonly client: Client;
  /** `SHA256:…` */
  readonly hostKey: string;
  readonly weakAlgorithms: readonly string[];
  /** Text shown before and during log-in. */
  readonly banner: string;
  /** Milliseconds: TCP, key exchange and host key; then the log-in. */
  readonly times: { readonly connect: number; readonly auth: number };
};

/** Ends an SSH connection, and the one to the jump host that carries it: politely, then by force. Never throws. */
export async function closeLink(link: SshLink, clock: Clock): Promise<void> {
  await new Promise<void>((resolve) => {
    const { client, stream } = link;
    if (isGone(stream)) return resolve();
    const finish = (): void => {
      cancel();
      resolve();
    };
    const cancel = clock.after(endMs, () => {
      stream.destroy();
      // A channel closes only when the far end agrees; the connection that carries it is cut right after.
      if (link.via) finish();
    });
    stream.once('close', finish);
    client.end();
    if (stream.writable) stream.end();
  });
  await closeWay({ stream: link.stream, via: link.via }, clock);
}

/** Gives up a way that carries nothing any more. Never throws. */
export async function closeWay({ stream, via }: Way, clock: Clock): Promise<void> {
  if (!isGone(stream)) stream.destroy();
  if (via) await closeLink(via, clock);
}

function isGone(stream: Duplex): boolean {
  return stream.destroyed || stream.closed;
}
