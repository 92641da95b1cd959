import { AppError, type ErrorCode } from '../../../shared/errors';
import type { FetchedFile } from './session';

/** Fetches files of one device. */
export type Files = {
  /** @throws AppError `files.*`, `device.cancelled` */
  fetch(path: string): Promise<FetchedFile>;
  /** Closes what it opened for itself. Never throws. */
  close(): Promise<void>;
};

/** Ways to fetch files, and whether the password went over the wire in clear for it. */
export type FileWays = Files & {
  /** False where only the command line is left. */
  readonly carriesFiles: boolean;
  readonly hasSentPassword: () => boolean;
};

/** For connections that carry no files. */
export function noFiles(host: string): Files {
  return {
    fetch: (path) => Promise.reject(new AppError('files.no-sftp', { host, path })),
    close: () => Promise.resolve(),
  };
}

/** Codes by which a way lost a file that is there: another way may bring it whole. */
const losses: readonly ErrorCode[] = ['files.short', 'files.timeout', 'files.failed'];

/**
 * Fetches by one way and, where that one lost the file, by the next. What was lost stands in the file that came; where
 * the next way brings nothing either, the first loss is what is told.
 *
 * @throws what the first way threw
 */
export async function fetchOrNext(
  first: () => Promise<FetchedFile>,
  next: () => Promise<FetchedFile>,
): Promise<FetchedFile> {
  try {
    return await first();
  } catch (error) {
    if (!(error instanceof AppError) || !losses.includes(error.code)) throw error;
    const file = await next().catch((cause: unknown) => {
      if (cause instanceof AppError) throw error;
      throw cause;
    });
    return { ...file, lost: error.code };
  }
}

/** The file that came is not as long as the device said. */
export class ShortFile extends Error {
  constructor(
    readonly received: number,
    readonly expected: number,
  ) {
    super('short');
  }
}
