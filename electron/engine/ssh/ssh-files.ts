import { AppError } from '../../../shared/errors';
import { fetchOrNext, type Files } from '../session/files';
import type { FetchedFile, SessionOptions, Target } from '../session/session';
import { FileLink } from './file-link';
import type { SshLink } from './link';
import { ScpFiles } from './scp';
import { SftpFiles } from './sftp';

/** Fetches files over SSH: by SFTP, and by SCP where the device refuses SFTP or SFTP lost the file. */
export class SshFiles implements Files {
  private readonly link: FileLink;
  private readonly sftp: SftpFiles;
  private readonly scp: ScpFiles;
  private hasSftp = true;

  constructor(link: SshLink, target: Target, options: SessionOptions) {
    this.link = new FileLink(link, target, options);
    this.sftp = new SftpFiles(this.link, target, options);
    this.scp = new ScpFiles(this.link, target, options);
  }

  async fetch(path: string): Promise<FetchedFile> {
    if (this.hasSftp) {
      try {
        return await fetchOrNext(
          () => this.sftp.fetch(path),
          () => this.scp.fetch(path),
        );
      } catch (error) {
        // Only a refusal of the way itself leads to the next one: a file that is missing is missing by every way.
        if (!(error instanceof AppError) || error.code !== 'files.no-sftp') throw error;
        this.hasSftp = false;
      }
    }
    return this.scp.fetch(path);
  }

  close(): Promise<void> {
    return this.link.close();
  }
}
