import { createServer } from 'node:net';
import ssh2, { type Connection } from 'ssh2';
import { expect, test } from 'vitest';
import { openSession } from '../../../../electron/engine/access/open-session';
import { labOptions } from '../access/lab-session';

const { private: hostKey } = ssh2.utils.generateKeyPairSync('ed25519');

/** Tries to log in to an SSH server that talks as it is told once the client asks to be let in. */
async function loginTo(talk: (client: Connection) => void, banner = ''): Promise<void> {
  const sshServer = new ssh2.Server({ hostKeys: [hostKey], banner }, (client) => {
    client.on('error', () => client.end());
    talk(client);
  });
  const server = createServer((socket) => sshServer.injectSocket(socket.on('error', () => socket.destroy())));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const credential = { username: 'inspector', password: 'Lab-0nly.Passw0rd', enableSecret: undefined };
  try {
    await openSession({ host: '127.0.0.1', port, protocol: 'ssh', ...credential }, labOptions());
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

test('a banner that could go on for ever ends the login', async () => {
  const refuse = (client: Connection): void => {
    client.on('authentication', (context) => context.reject());
  };

  await expect(loginTo(refuse, 'No unauthorised access. '.repeat(1400))).rejects.toMatchObject({
    code: 'ssh.banner-too-long',
  });
});

test.each([
  ['too many questions', (round: number) => Array.from({ length: 17 }, () => ({ prompt: `${round}: `, echo: true }))],
  ['a question too long', () => [{ prompt: 'P'.repeat(8193), echo: true }]],
  ['rounds without end', () => [{ prompt: 'Login: ', echo: true }]],
])('%s end the login', async (_what, questions) => {
  const talk = (client: Connection): void => {
    client.on('authentication', (context) => {
      if (context.method !== 'keyboard-interactive') return context.reject(['keyboard-interactive']);
      let round = 0;
      const ask = (): void => context.prompt(questions((round += 1)), ask);
      ask();
    });
  };

  await expect(loginTo(talk)).rejects.toMatchObject({ code: 'ssh.questions-too-long' });
});
