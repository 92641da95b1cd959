import type { AppCall, AppContract, AppPush, WindowApi } from '../shared/contract/index';
import type { InputOf, OutputOf, PayloadOf } from '../shared/contract/define';
import { AppError, isErrorCode, type ErrorParams, type Reply } from '../shared/errors';

declare global {
  interface Window {
    readonly api: WindowApi;
  }
}

type InputArguments<K extends AppCall> = InputOf<AppContract, K> extends void ? [] : [input: InputOf<AppContract, K>];

/**
 * Asks main and returns its answer.
 *
 * @throws AppError with the code main gave, or `internal` when the answer has not the agreed form
 */
export async function call<K extends AppCall>(name: K, ...input: InputArguments<K>): Promise<OutputOf<AppContract, K>> {
  const reply = await window.api.call(name, input[0]);
  if (!isReply<OutputOf<AppContract, K>>(reply)) throw new AppError('internal');
  if (reply.ok) return reply.value;
  throw new AppError(isErrorCode(reply.code) ? reply.code : 'internal', reply.params);
}

/** Listens to what main pushes; the returned function stops listening. */
export function on<K extends AppPush>(name: K, listener: (payload: PayloadOf<AppContract, K>) => void): () => void {
  // Main parses every payload against the contract before it is sent.
  return window.api.on(name, (payload) => listener(payload as PayloadOf<AppContract, K>));
}

/** Any thrown thing as an AppError; what is not one is our mistake and goes to the console with its stack. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  console.error(thrown);
  return new AppError('internal', {}, { cause: thrown });
}

function isReply<T>(value: unknown): value is Reply<T> {
  if (typeof value !== 'object' || value === null || !('ok' in value)) return false;
  if (value.ok === true) return true;
  return value.ok === false && 'code' in value && typeof value.code === 'string' && hasParams(value);
}

function hasParams(value: object): value is { params: ErrorParams } {
  return 'params' in value && typeof value.params === 'object' && value.params !== null;
}
