import { AppError } from '../../../shared/errors';
import type { FetchedFile } from './session';

/** Fetches files of one device. */
export type Files = {
  /** @throws AppError `files.*`, `device.cancelled` */
  fetch(path: string): Promise<FetchedFile>;
  /** Closes what it opened for itself. Never throws. */
  close(): Promise<void>;
};

/** For connections that carry no files. */
export function noFiles(host: string): Files {
  return {
    fetch: (path) => Promise.reject(new AppError('files.no-sftp', { host, path })),
    close: () => Promise.resolve(),
  };
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
