import ssh2, { type Client, type ClientChannel, type ConnectConfig, type SFTPWrapper } from 'ssh2';
import type { LabDevice } from '../../../electron/lab/device-spec';

/** The simplest client there can be: what is typed, what has come so far. */
export type Terminal = {
  readonly type: (text: string) => void;
  /** All text so far, once it ends in `end` (seen `times` times in a row is not asked). */
  readonly until: (end: string) => Promise<string>;
  readonly ended: Promise<void>;
};

/** Logs in by SSH as the inventory says. */
export function connect(device: LabDevice, config: Partial<ConnectConfig> = {}): Promise<Client> {
  const client = new ssh2.Client();
  return new Promise((resolve, reject) => {
    client.on('ready', () => resolve(client));
    client.on('error', reject);
    client.on('close', () => reject(new Error('closed')));
    client.on('connect', () => client.setNoDelay(true));
    const { host, port, username, password } = device;
    client.connect({ host, port, username, password, ...config });
  });
}

/** Opens a shell on a connection. */
export function openShell(client: Client): Promise<Terminal> {
  return new Promise((resolve, reject) =>
    client.shell({ term: 'vt100', cols: 512, rows: 24 }, (error, channel: ClientChannel) =>
      error === undefined ? resolve(terminal(channel)) : reject(error),
    ),
  );
}

/** Opens SFTP on a connection. */
export function openFiles(client: Client): Promise<SFTPWrapper> {
  return new Promise((resolve, reject) =>
    client.sftp((error, sftp) => (error === undefined ? resolve(sftp) : reject(error))),
  );
}

/** Wraps anything that sends data and closes. */
export function terminal(stream: NodeJS.ReadWriteStream): Terminal {
  let text = '';
  const waiting = new Set<() => void>();
  stream.on('data', (bytes: Buffer) => {
    text += bytes.toString();
    for (const look of waiting) look();
  });
  return {
    type: (typed) => void stream.write(typed),
    until: (end) =>
      new Promise((resolve) => {
        const look = () => {
          if (!text.endsWith(end)) return;
          waiting.delete(look);
          const seen = text;
          text = '';
          resolve(seen);
        };
        waiting.add(look);
        look();
      }),
    ended: new Promise((resolve) => stream.on('close', () => resolve())),
  };
}
