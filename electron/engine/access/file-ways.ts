import { AppError } from '../../../shared/errors';
import type { FtpFiles } from '../ftp/ftp-files';
import { fetchOrNext, noFiles, type Files, type FileWays } from '../session/files';
import type { FetchedFile, SessionOptions, Target } from '../session/session';

/**
 * Adds FTP behind the ways of the connection itself, where the user allows it. Never through a jump host: it would go
 * past it, and the data connection with it.
 *
 * @param own SFTP and SCP; undefined where the connection carries no files (telnet)
 */
export function fileWays(own: Files | undefined, target: Target, options: SessionOptions): FileWays {
  const mayUse = options.allowFtp === true && target.jump === undefined && (target.password ?? '') !== '';
  if (!mayUse) {
    const files = own ?? noFiles(target.host);
    return {
      fetch: (path) => files.fetch(path),
      close: () => files.close(),
      carriesFiles: own !== undefined,
      hasSentPassword: () => false,
    };
  }
  // Loaded at the first use: hardly a device needs it.
  let opening: Promise<FtpFiles> | undefined;
  let ftp: FtpFiles | undefined;
  const open = async (): Promise<FtpFiles> => {
    const loaded = await import('../ftp/ftp-files');
    return (ftp = new loaded.FtpFiles(target, options));
  };
  const fetchByFtp = async (path: string): Promise<FetchedFile> => (await (opening ??= open())).fetch(path);
  let isOwnRefused = own === undefined;
  return {
    carriesFiles: true,
    hasSentPassword: () => ftp?.hasSentPassword === true,
    async fetch(path) {
      if (own === undefined || isOwnRefused) return fetchByFtp(path);
      try {
        return await fetchOrNext(
          () => own.fetch(path),
          () => fetchByFtp(path),
        );
      } catch (error) {
        // Only a refusal of the ways before leads to FTP: a file that is missing is missing by every way.
        if (!(error instanceof AppError) || error.code !== 'files.no-sftp') throw error;
        isOwnRefused = true;
        return fetchByFtp(path);
      }
    },
    async close() {
      await Promise.all([own?.close(), (await opening)?.close()]);
    },
  };
}
