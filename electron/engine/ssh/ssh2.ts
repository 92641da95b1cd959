// The order matters: the library takes functions out of `crypto` while it loads, so the replacements go in first.
import './electron-crypto';
import { Client } from 'ssh2';
import SftpClient from 'ssh2-sftp-client';

// The one module that imports these libraries; everyone else imports from here.
export { Client, SftpClient };
export type { ClientChannel, SFTPWrapper } from 'ssh2';
