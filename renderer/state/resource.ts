import type { AppError } from '../../shared/errors';
import { toAppError } from '../api';
import { createStore, type Store } from './store';

/** Something read from main: on its way, there (perhaps with a failed refresh), or not to be had. */
export type Resource<T> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready'; readonly value: T; readonly refreshError: AppError | null }
  | { readonly kind: 'error'; readonly error: AppError };

/** Makes the store of a resource, not yet read. */
export function createResource<T>(): Store<Resource<T>> {
  return createStore<Resource<T>>({ kind: 'loading' });
}

/**
 * Reads a resource into its store. A value that is already there stays on show while it is read again, and also
 * when that fails.
 */
export async function load<T>(store: Store<Resource<T>>, read: () => Promise<T>): Promise<void> {
  if (store.get().kind === 'error') store.set({ kind: 'loading' });
  // Caught here because every resource draws its own error, with a way to try again.
  try {
    store.set({ kind: 'ready', value: await read(), refreshError: null });
  } catch (thrown) {
    const error = toAppError(thrown);
    store.update((now) => (now.kind === 'ready' ? { ...now, refreshError: error } : { kind: 'error', error }));
  }
}

/** The value, when there is one. */
export function valueOf<T>(resource: Resource<T>): T | undefined {
  return resource.kind === 'ready' ? resource.value : undefined;
}
