import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { contract, type AppCall, type AppContract, type AppPush } from '../../shared/contract/index';
import type { Handlers, PayloadOf } from '../../shared/contract/define';
import { AppError, type Reply } from '../../shared/errors';
import type { Log } from '../engine/ports';

export type IpcServerOptions = {
  readonly ipcMain: IpcMain;
  readonly handlers: Handlers<AppContract>;
  readonly log: Log;
  /** What an error tells passes it: words of devices and services stand in there. */
  readonly clean: <T>(value: T) => T;
  /** Only pages of our own window are answered. */
  readonly isOurs: (event: IpcMainInvokeEvent) => boolean;
};

/** The one place where main listens to the window: sender checked, input parsed, reply parsed, errors in an envelope. */
export function serveContract(options: IpcServerOptions): void {
  options.ipcMain.handle('xunjian:call', (event, name: unknown, input: unknown) =>
    options.isOurs(event) ? answer(name, input, options) : refuse('a call from a foreign page', options.log),
  );
}

/** Sends a word to the window; dropped when there is none. */
export function pushTo<K extends AppPush>(
  contents: WebContents | undefined,
  name: K,
  payload: PayloadOf<AppContract, K>,
): void {
  if (contents === undefined || contents.isDestroyed()) return;
  contents.send('xunjian:push', name, contract[name].payload.parse(payload));
}

function refuse(why: string, log: Log): Reply<never> {
  log.error('call refused', { why });
  return { ok: false, code: 'internal', params: {} };
}

function isCall(name: unknown): name is AppCall {
  return typeof name === 'string' && name in contract && contract[name as AppCall].kind === 'call'; // `in` narrowed it
}

/** Answers one call; exported for tests, which need no electron. */
export async function answer(
  name: unknown,
  input: unknown,
  { handlers, log, clean }: Pick<IpcServerOptions, 'handlers' | 'log' | 'clean'>,
): Promise<Reply<unknown>> {
  if (!isCall(name)) return refuse('no such call', log);
  const call = contract[name];
  const parsed = call.input.safeParse(input);
  if (!parsed.success) {
    log.warn('call with bad input', { name, where: parsed.error.issues.map(({ path }) => path.join('.')).join(' ') });
    return { ok: false, code: 'args.invalid', params: { detail: whereOf(parsed.error.issues) } };
  }
  try {
    // The input was parsed by this call's own schema, which the compiler cannot follow over the union of all calls.
    const handler = handlers[name] as (value: unknown) => unknown;
    const value = call.output.parse(await handler(parsed.data));
    return { ok: true, value };
  } catch (error) {
    if (error instanceof AppError) {
      log.warn('call failed', { name, code: error.code });
      return { ok: false, code: error.code, params: clean(error.params) };
    }
    log.error('call failed by our mistake', { name }, error);
    return { ok: false, code: 'internal', params: {} };
  }
}

function whereOf(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): string {
  return issues.map(({ path, message }) => `${path.map(String).join('.')}: ${message}`).join('; ');
}
