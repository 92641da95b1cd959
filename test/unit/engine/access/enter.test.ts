import type { AddressInfo } from 'node:net';
import { Server, type Connection } from 'ssh2';
import { expect, test } from 'vitest';
import { openSession } from '../../../../electron/engine/access/open-session';
import { BastionTerminal } from '../../../../electron/lab/bastion/terminal';
import { hostKeyStore } from '../../../../electron/lab/host-keys';
import { aosTraits, labOptions } from './lab-session';
import { eventually } from '../../../support/eventually';

const account = { username: 'root', password: 'lab-Secret-1' } as const;
const traits = { ...aosTraits, enter: { on: /^\S+@\S*:\S* # ?$/, send: 'cli' } };

type Firewall = { readonly port: number; readonly typed: string[]; readonly open: () => number };

/** A real SSH server whose account lands in a shell, from which `cli` leads on; `cliWorks` false refuses that. */
async function withFirewall<T>(use: (firewall: Firewall) => Promise<T>, cliWorks = true): Promise<T> {
  const typed: string[] = [];
  const connections = new Set<Connection>();
  const server = new Server({ hostKeys: [hostKeyStore(undefined).makeNew('ed25519')] }, (connection) => {
    connections.add(connection);
    connection.on('error', () => undefined).on('close', () => connections.delete(connection));
    connection.on('authentication', (context) => context.accept());
    connection.on('session', (accept) => {
      const session = accept();
      session.on('pty', (acceptPty) => acceptPty?.());
      session.on('shell', (acceptShell) => void serve(new BastionTerminal(acceptShell()), typed, cliWorks));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  try {
    return await use({ port, typed, open: () => connections.size });
  } finally {
    for (const connection of connections) connection.end();
    server.close();
  }
}

async function serve(terminal: BastionTerminal, typed: string[], cliWorks: boolean): Promise<void> {
  for (let isInCli = false; !terminal.isGone;) {
    const line = await terminal.ask(isInCli ? 'root@fw01> ' : 'root@fw01:~ # ');
    if (line === undefined) return;
    if (line !== '') typed.push(`${isInCli ? 'cli' : 'shell'}: ${line}`);
    if (line === 'exit' && !isInCli) return terminal.end();
    if (line === 'exit') isInCli = false;
    else if (line === 'cli' && cliWorks) isInCli = true;
    else if (line === 'show version') terminal.print('Hostname: fw01\nModel: vsrx\n');
    else if (line !== '') terminal.print(`${line}: Command not found.\n`);
  }
}

test('an account that lands in a shell is led into the command line, and both are left', () =>
  withFirewall(async ({ port, typed, open }) => {
    const target = { host: '127.0.0.1', port, protocol: 'ssh', ...account, enableSecret: undefined } as const;
    const session = await openSession(target, labOptions({ traits }));
    const answer = await session.run('show version');
    const { prompt } = session;
    await session.close();

    expect(prompt).toBe('root@fw01> ');
    expect(answer).toMatchObject({ end: 'complete', text: 'Hostname: fw01\nModel: vsrx\n' });
    expect(typed).toEqual(['shell: cli', 'cli: show version', 'cli: exit', 'shell: exit']);
    await eventually(() => expect(open()).toBe(0));
  }));

test('a shell that does not lead on is worked on as it is, and said so', () =>
  withFirewall(async ({ port, typed, open }) => {
    const warnings: string[] = [];
    const silent = () => undefined;
    const log = { debug: silent, info: silent, error: silent, warn: (text: string) => void warnings.push(text) };
    const target = { host: '127.0.0.1', port, protocol: 'ssh', ...account, enableSecret: undefined } as const;
    const session = await openSession(target, labOptions({ traits, log }));
    await session.close();

    expect(session.prompt).toBe('root@fw01:~ # ');
    expect(warnings).toEqual(['the shell did not lead on to the command line']);
    expect(typed).toEqual(['shell: cli', 'shell: exit']);
    await eventually(() => expect(open()).toBe(0));
  }, false));
