import type { Duplex } from 'node:stream';

/** What a connection to a device runs in: a socket, or a channel of the SSH connection to a jump host. */
export type Way = {
  readonly stream: Duplex;
  /** Gives back the share of the connection to the jump host; undefined for a socket. Harmless when called again. */
  readonly release: (() => Promise<void>) | undefined;
};

/** Gives up a way that carries nothing any more. Never throws. */
export async function closeWay({ stream, release }: Way): Promise<void> {
  if (!isGone(stream)) stream.destroy();
  await release?.();
}

/** True for a stream that is closed, or on its way to that. */
export function isGone(stream: Duplex): boolean {
  return stream.destroyed || stream.closed;
}
