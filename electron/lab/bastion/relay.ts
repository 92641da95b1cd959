import { connect, type Socket } from 'node:net';
import { Duplex, type TransformCallback } from 'node:stream';
import ssh2, { type AnyAuthMethod, type AuthHandlerMiddleware } from 'ssh2';
import { TelnetOptions } from '../telnet-options';

/** A device as its bastion knows it. */
export type BastionAsset = {
  readonly name: string;
  /** The address that is typed and shown on the bastion. */
  readonly address: string;
  /** Where it really listens. */
  readonly host: string;
  readonly port: number;
  readonly protocol: 'ssh' | 'telnet';
  /** Accounts that the bastion itself logs in with; the last one is the device's own where several are shown. */
  readonly accounts?: readonly { readonly username: string; readonly password: string }[];
};

export type Credential = { readonly username: string; readonly password: string };

/** Opens a socket to a device; undefined when nothing listens there. */
export function dial({ host, port }: Pick<BastionAsset, 'host' | 'port'>): Promise<Socket | undefined> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, noDelay: true });
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });
}

/** Logs in over SSH and opens a terminal; undefined when the device refuses the credential. */
export function sshTerminal(socket: Socket, credential: Credential): Promise<Duplex | undefined> {
  const client = new ssh2.Client();
  return new Promise((resolve) => {
    client
      .on('error', () => {
        socket.destroy();
        resolve(undefined);
      })
      .on('ready', () =>
        client.shell({ term: 'xterm', cols: 512, rows: 0 }, (error, channel) => {
          if (error) return resolve(undefined);
          channel.once('close', () => client.end());
          resolve(channel);
        }),
      )
      .connect({ sock: socket, username: credential.username, authHandler: oneTry(credential) });
  });
}

/** Asks what the device takes, then tries once: a second way would be a second try. */
function oneTry({ username, password }: Credential): AuthHandlerMiddleware {
  let tries = 0;
  return (methods, _isPartial, use) => {
    tries += 1;
    if (tries === 1) return use({ type: 'none', username });
    const isByPassword = methods?.includes('password') ?? true;
    const method: AnyAuthMethod = isByPassword
      ? { type: 'password', username, password }
      : {
          type: 'keyboard-interactive',
          username,
          prompt: (_name, _words, _language, prompts, finish) => finish(prompts.map(() => password)),
        };
    // The library takes false as the end of the list; its type knows only methods.
    use(tries === 2 ? method : (false as unknown as AnyAuthMethod));
  };
}

/** A terminal over telnet, as the command `telnet` gives it: the device asks who is there. */
export function telnetTerminal(socket: Socket): Duplex {
  const options = new TelnetOptions();
  const terminal = new Duplex({
    read: () => undefined,
    write: (bytes: Buffer, _encoding, done: TransformCallback) => void socket.write(bytes, () => done()),
    final: (done) => {
      socket.end();
      done();
    },
    destroy: (error, done) => {
      socket.destroy();
      done(error);
    },
  });
  socket.on('data', (bytes: Buffer) => {
    const { text, reply } = options.take(bytes);
    if (reply.length > 0) socket.write(reply);
    if (text.length > 0) terminal.push(text);
  });
  socket.on('error', () => socket.destroy());
  socket.once('close', () => terminal.destroy());
  return terminal;
}
