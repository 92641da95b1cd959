import type { Clock } from '../ports';
import type { SessionOptions, Target } from '../session/session';
import { closeWay, isGone, type Way } from '../session/way';
import type { Client } from './ssh2';

/** How long a polite end may take before the connection is cut, milliseconds. */
const endMs = 300;

/** A logged-in SSH connection, without any channel. */
export type SshLink = Way & {
  readonly client: Client;
  /** `SHA256:…` */
  readonly hostKey: string;
  readonly weakAlgorithms: readonly string[];
  /** What the device agreed on before, when it was modern and is outdated now; absent otherwise. */
  readonly formerAlgorithms?: readonly string[];
  /** Text shown before and during log-in. */
  readonly banner: string;
  /** Milliseconds: TCP, key exchange and host key; then the log-in. */
  readonly times: { readonly connect: number; readonly auth: number };
};

/** Connects and logs in; handed in, since a jump host is reached by the same steps as a device. */
export type ConnectSsh = (target: Target, options: SessionOptions) => Promise<SshLink>;

/** Ends an SSH connection, and gives back the one to the jump host that carries it: politely, then by force. Never throws. */
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
      // A channel closes only when the far end agrees; nobody waits for that.
      if (link.release) finish();
    });
    stream.once('close', finish);
    client.end();
    if (stream.writable) stream.end();
  });
  await closeWay(link);
}
