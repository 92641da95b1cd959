import { useCallback, useRef, useState } from 'react';
import type { AppError } from '../../shared/errors';
import { toAppError } from '../api';

/** Something a button does: whether it is at work and how it failed last. */
export type Action<A extends readonly unknown[]> = {
  readonly run: (...input: A) => Promise<void>;
  readonly isBusy: boolean;
  readonly error: AppError | null;
  readonly clearError: () => void;
};

/** Makes an action of an async function; a second call while the first is at work does nothing. */
export function useAction<A extends readonly unknown[]>(act: (...input: A) => Promise<void>): Action<A> {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const busy = useRef(false);
  const run = useCallback(
    async (...input: A) => {
      if (busy.current) return;
      busy.current = true;
      setBusy(true);
      setError(null);
      // Caught here because the error is drawn beside the button that met it.
      try {
        await act(...input);
      } catch (thrown) {
        setError(toAppError(thrown));
      } finally {
        busy.current = false;
        setBusy(false);
      }
    },
    [act],
  );
  const clearError = useCallback(() => setError(null), []);
  return { run, isBusy, error, clearError };
}
