import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** Serves a folder to read only; says its port once it listens. */
const script = `
import logging, sys
from pyftpdlib.authorizers import DummyAuthorizer
from pyftpdlib.handlers import FTPHandler
from pyftpdlib.servers import FTPServer
logging.disable(logging.CRITICAL)
host, folder, user, password = sys.argv[1:5]
authorizer = DummyAuthorizer()
authorizer.add_user(user, password, folder, perm='elr')
handler = FTPHandler
handler.authorizer = authorizer
handler.auth_failed_timeout = 0
handler.proto_cmds = {k: v for k, v in handler.proto_cmds.items() if k not in sys.argv[5:]}
server = FTPServer((host, 0), handler)
print(server.address[1], flush=True)
server.serve_forever(handle_exit=False)
`;

export type RealFtp = { readonly port: number; readonly close: () => Promise<void> };

/**
 * A real FTP server (Debian's python3-pyftpdlib) on loopback that gives the files of a folder.
 *
 * @param without commands that it shall not know, e.g. `SIZE`
 */
export async function realFtp(order: {
  readonly host: '127.0.0.1' | '::1';
  readonly folder: string;
  readonly username: string;
  readonly password: string;
  readonly without?: readonly string[];
}): Promise<RealFtp> {
  const { host, folder, username, password, without = [] } = order;
  // Debian's own interpreter: another one in the path has no such package.
  const child = spawn('/usr/bin/python3', ['-c', script, host, folder, username, password, ...without], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const port = await new Promise<number>((resolve, reject) => {
    createInterface(child.stdout).once('line', (line) => resolve(Number(line)));
    child.once('error', reject);
    void gone.then(() => reject(new Error(`the FTP server did not start: ${stderr}`)));
  });
  return {
    port,
    close: async () => {
      child.kill();
      await gone;
    },
  };
}
