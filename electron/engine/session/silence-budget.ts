import { AppError } from '../../../shared/errors';
import type { SessionOptions } from './session';

/** Ends a wait after silence, or when the session is cancelled. */
export class SilenceBudget {
  private end: ((error: AppError) => void) | undefined;
  private cancel: () => void = () => undefined;

  constructor(private readonly options: SessionOptions) {}

  /** Something came: the silence begins anew. */
  touch(): void {
    this.cancel();
    const { clock, budgets } = this.options;
    this.cancel = clock.after(budgets.fileMs, () => this.end?.(new AppError('files.timeout')));
  }

  async race<T>(work: Promise<T>): Promise<T> {
    const { signal } = this.options;
    const onAbort = (): void => this.end?.(new AppError('device.cancelled'));
    try {
      return await new Promise<T>((resolve, reject) => {
        this.end = reject;
        this.touch();
        signal.addEventListener('abort', onAbort, { once: true });
        work.then(resolve, reject);
        if (signal.aborted) onAbort();
      });
    } finally {
      this.end = undefined;
      this.cancel();
      signal.removeEventListener('abort', onAbort);
    }
  }
}
