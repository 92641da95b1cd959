import type { FileHash } from '../platform';

/**
 * `sha256sum` of Comware 7 (user view, file system management in its Fundamentals Command Reference) only reads. Comware 5
 * does not know it and accounts of lower roles may not use it: both refuse. Without a drive it means the one that FTP and
 * SFTP start in.
 */
export const comwareFileHash: FileHash = {
  algorithm: 'sha256',
  command: (path) => (/^\/[\w./-]+$/.test(path) ? `sha256sum ${path.slice(1)}` : undefined),
  parse: (answer) => /^[ \t]*([0-9a-f]{64})[ \t]*$/im.exec(answer)?.[1],
};
