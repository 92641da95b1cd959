import ssh2, { type Client, type ClientChannel, type ConnectConfig, type SFTPWrapper } from 'ssh2';
import type { LabDevice } from '../../../electron/lab/device-spec';

/** The simplest client there can be: what is typed, what has come so far. */
export type Terminal = {
  readonly type: (text: string) => void;
  /** What has come since the last time, once it ends in `end`. */
  readonly until: (end: string) => Promise<string>;
  /** What has come and was not yet given out. */
  readonly seen: () => string;
  readonly ended: Promise<void>;
};

/** Logs in by SSH as the inventory says; `answer` answers keyboard-interactive. */
export function connect(
  device: LabDevice,
  config: Partial<ConnectConfig> = {},
  answer?: (question: string) => string,
): Promise<Client> {
  const client = new ssh2.Client();
  return new Promise((resolve, reject) => {
    client.on('ready', () => resolve(client));
    client.on('error', reject);
    client.on('close', () => reject(new Error('closed')));
    client.on('connect', () => client.setNoDelay(true));
    client.on('keyboard-interactive', (_name, _text, _language, questions, finish) =>
      finish(questions.map(({ prompt }) => answer?.(prompt) ?? '')),
    );
    const { host, port, username, password } = device;
    client.connect({ host, port, username, password, ...config });
  });
}

/** Reads a whole file. */
export function readFile(sftp: SFTPWrapper, path: string): Promise<Buffer> {
  return new Promise((resolve, reject) =>
    sftp.readFile(path, (error, bytes) => (error ? reject(error) : resolve(bytes))),
  );
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
    seen: () => text,
    ended: new Promise((resolve) => stream.on('close', () => resolve())),
  };
}
