import { createServer, type Socket } from 'node:net';
import ssh2, { type Connection } from 'ssh2';
import type { BastionAsset } from './relay';
import { serveBastion, type BastionFault, type BastionKind } from './shells';
import { BastionTerminal } from './terminal';
import { hostKeyStore } from '../host-keys';

/** What a simulated bastion shall be. */
export type BastionSpec = {
  readonly kind: BastionKind;
  readonly assets: readonly BastionAsset[];
  readonly fault?: BastionFault;
  /** Addresses whose host keys its `ssh` knows already; all of its assets when left out. */
  readonly knownHosts?: readonly string[];
  /** So many terminals at the same time; the next one is refused. */
  readonly maxTerminals?: number;
};

/** One running bastion. */
export type LabBastion = {
  readonly host: string;
  readonly port: number;
  readonly username: string;
  readonly password: string;
  /** Every line that was typed where it shows, over all users. */
  readonly typed: readonly string[];
  readonly count: () => {
    readonly connections: number;
    readonly open: number;
    readonly mostOpen: number;
    /** Terminals with something still to do, also when their user is gone. */
    readonly serving: number;
    readonly refusedLogins: number;
  };
  readonly close: () => Promise<void>;
};

const account = { username: 'auditor', password: 'Lab-0nly.Bastion' } as const;

/** Starts a bastion on loopback: an SSH server that forwards nothing, with a menu or shell that leads on to devices. */
export async function startBastion(spec: BastionSpec): Promise<LabBastion> {
  const typed: string[] = [];
  const count = { connections: 0, open: 0, mostOpen: 0, serving: 0, refusedLogins: 0 };
  const knownHosts = new Set(spec.knownHosts ?? spec.assets.map(({ address }) => address));
  const parts = { assets: spec.assets, fault: spec.fault, knownHosts, typed };
  const sockets = new Set<Socket>();
  let terminals = 0;
  const serve = (client: Connection): void => {
    client.on('error', () => client.end());
    client.on('authentication', (context) => {
      const isRight = context.method === 'password' && context.password === account.password;
      if (isRight && context.username === account.username) return context.accept();
      if (context.method === 'password') count.refusedLogins += 1;
      context.reject(['password']);
    });
    client.on('session', (accept) => {
      const session = accept();
      session.on('pty', (acceptPty) => acceptPty?.());
      session.on('shell', (acceptShell, reject) => {
        if (terminals >= (spec.maxTerminals ?? Number.POSITIVE_INFINITY)) return reject();
        terminals += 1;
        const channel = acceptShell();
        channel.once('close', () => (terminals -= 1));
        count.serving += 1;
        void serveBastion(spec.kind, new BastionTerminal(channel), parts).finally(() => (count.serving -= 1));
      });
    });
  };
  const ssh = new ssh2.Server({ hostKeys: [hostKeyStore(undefined).makeNew('ed25519')] }, serve);
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    count.connections += 1;
    count.open += 1;
    count.mostOpen = Math.max(count.mostOpen, count.open);
    socket.on('error', () => socket.destroy());
    let isOpen = true;
    const left = () => {
      if (isOpen) count.open -= 1;
      isOpen = false;
    };
    // Our own half is closed a moment later, and the next one may be here by then.
    socket.once('end', left);
    socket.once('close', () => {
      sockets.delete(socket);
      left();
    });
    ssh.injectSocket(socket);
  });
  await new Promise<void>((resolve) => server.listen({ host: '127.0.0.1', port: 0 }, resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    host: '127.0.0.1',
    port: address.port,
    ...account,
    typed,
    count: () => ({ ...count }),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
