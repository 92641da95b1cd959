import { createHash } from 'node:crypto';
import { sessionError } from '../session/failure';
import type { HostKeys, SessionOptions, Target } from '../session/session';
import { closeLink, type ConnectSsh, type SshLink } from './link';

/** A share of a connection; given back once, the last one ends the connection. */
export type Lease = { readonly link: SshLink; readonly release: () => Promise<void> };

type Shared = { readonly link: Promise<SshLink>; readonly abort: AbortController; users: number };

/** Scoped by the host keys, of which a program has one set: a run in another place shares nothing with this one. */
const pools = new WeakMap<HostKeys, Map<string, Shared>>();

/**
 * Connects to a jump host, or joins the connection that other devices behind it use. Many log-ins at once would be
 * dropped at random by its limit (OpenSSH's `MaxStartups`), and a wrong password would be tried once a device.
 *
 * @throws SessionError of the log-in, the same to all who wait for it; `device.cancelled` to the one who stops waiting
 */
export async function leaseLink(target: Target, options: SessionOptions, connect: ConnectSsh): Promise<Lease> {
  const pool = pools.get(options.hostKeys) ?? new Map<string, Shared>();
  pools.set(options.hostKeys, pool);
  const name = createHash('sha256').update(JSON.stringify(target)).digest('base64');
  const joined = pool.get(name);
  const shared = joined ?? begin(target, options, connect);
  pool.set(name, shared);
  shared.users += 1;
  const forget = (): void => {
    if (pool.get(name) === shared) pool.delete(name);
  };
  let isReleased = false;
  const release = async (): Promise<void> => {
    if (isReleased) return;
    isReleased = true;
    shared.users -= 1;
    if (shared.users > 0) return;
    forget();
    shared.abort.abort();
    // A connection that never came up is closed already, and its error was told to whom it concerned.
    const link = await shared.link.catch(() => undefined);
    if (link) await closeLink(link, options.clock);
  };
  const goOn = joined && options.onWait?.();
  try {
    const link = await orCancelled(shared.link, target, options).finally(goOn);
    // One listener for each device behind it is no leak.
    link.stream.setMaxListeners(0);
    link.client.setMaxListeners(0).once('close', forget);
    return { link, release };
  } catch (error) {
    forget();
    await release();
    throw error;
  }
}

function begin(target: Target, options: SessionOptions, connect: ConnectSsh): Shared {
  const abort = new AbortController();
  return { link: connect(target, { ...options, signal: abort.signal }), abort, users: 0 };
}

/** The connection, unless the one who waits is told to stop: the others go on waiting. */
function orCancelled(link: Promise<SshLink>, target: Target, options: SessionOptions): Promise<SshLink> {
  const { signal } = options;
  return new Promise((resolve, reject) => {
    const onAbort = (): void =>
      reject(sessionError(target, options, { code: 'device.cancelled', phase: 'tcp', hostKey: null }));
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    link.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
