import type { SessionOptions, Target } from '../session/session';

/**
 * Asks the guard before a password is sent in a dialogue; it may keep us waiting for other devices. Cancelling ends that
 * wait.
 *
 * @throws SessionError of the guard
 */
export async function askGuard(target: Target, { beforeLogin: ask, signal }: SessionOptions): Promise<void> {
  if (!ask || signal.aborted) return;
  await new Promise<void>((resolve, reject) => {
    const onAbort = (): void => resolve();
    signal.addEventListener('abort', onAbort, { once: true });
    ask(target)
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', onAbort));
  });
}
