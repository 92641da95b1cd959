import { connect, type Socket } from 'node:net';
import { sessionError, socketErrorCode } from './failure';
import type { SessionOptions, Target } from './session';

/**
 * Opens a TCP connection within the connect budget, without Nagle's algorithm (it costs 40 ms a handshake).
 *
 * @throws SessionError in phase `tcp`; no socket is left open then
 */
export function openSocket(target: Target, options: SessionOptions): Promise<Socket> {
  const { clock, signal, budgets } = options;
  options.onPhase('tcp');
  const failed = (code: Parameters<typeof sessionError>[2]['code'], cause?: unknown) =>
    sessionError(target, options, { code, phase: 'tcp', hostKey: null }, { cause });
  if (signal.aborted) return Promise.reject(failed('device.cancelled'));
  return new Promise((resolve, reject) => {
    const socket = connect({ host: target.host, port: target.port, noDelay: true });
    const settle = (finish: () => void): void => {
      cancel();
      signal.removeEventListener('abort', onAbort);
      socket.off('connect', onConnect).off('error', onError).off('close', onClose);
      finish();
    };
    const fail = (error: Error): void =>
      settle(() => {
        // An error of a socket that is being thrown away has nobody to tell.
        socket.on('error', () => undefined);
        socket.destroy();
        reject(error);
      });
    const onConnect = (): void => settle(() => resolve(socket));
    const onError = (cause: Error): void => fail(failed(socketErrorCode(cause) ?? 'net.unreachable', cause));
    const onClose = (): void => fail(failed('net.closed'));
    const onAbort = (): void => fail(failed('device.cancelled'));
    const cancel = clock.after(budgets.connectMs, () => fail(failed('net.timeout')));
    signal.addEventListener('abort', onAbort, { once: true });
    socket.on('connect', onConnect).on('error', onError).on('close', onClose);
  });
}
