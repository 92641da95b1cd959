// The order matters: the library takes functions out of `crypto` while it loads, so the replacements go in first.
import './crypto/electron-crypto';
import { Client, utils, type ParsedKey } from 'ssh2';
import SftpClient from 'ssh2-sftp-client';

// The one module that imports these libraries; everyone else imports from here.
export { Client, SftpClient };
export type { ClientChannel, ParsedKey, SFTPWrapper } from 'ssh2';

/** Reads a private key; an error that says nothing of it when that fails. */
export function parsePrivateKey(text: string, passphrase: string | undefined): ParsedKey | Error {
  return utils.parseKey(text, passphrase);
}
