import { createServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import { generateKeyPairSync } from 'node:crypto';
import { Server, type AuthContext, type Connection } from 'ssh2';
import { expect, test } from 'vitest';
import { openSession } from '../../../../electron/engine/access/open-session';
import type { Target } from '../../../../electron/engine/session/session';
import { labOptions } from '../access/lab-session';

const password = 'lab-Secret-1';
const hostKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
}).privateKey;

const target = (port: number): Target => ({
  host: '127.0.0.1',
  port,
  protocol: 'ssh',
  username: 'inspector',
  password,
  enableSecret: undefined,
});

type Listening = { listen(port: number, host: string, ready: () => void): unknown; address(): unknown };

async function listening(server: Listening): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address with a port.
  return (server.address() as AddressInfo).port;
}

/** Runs a TCP server for one test, and cuts what is left of its connections. */
async function withTcp<T>(serve: (socket: Socket) => void, use: (port: number) => Promise<T>): Promise<T> {
  const sockets = new Set<Socket>();
  const server: TcpServer = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    serve(socket);
  });
  try {
    return await use(await listening(server));
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

/** Runs an SSH server with a bare shell for one test; `login` decides on each try. */
async function withSsh<T>(login: (context: AuthContext) => void, use: (port: number) => Promise<T>): Promise<T> {
  const connections = new Set<Connection>();
  const server = new Server({ hostKeys: [hostKey] }, (connection) => {
    connections.add(connection);
    connection.on('error', () => undefined).on('authentication', login);
    connection.on('session', (accept) => {
      const session = accept();
      session.on('pty', (acceptPty) => acceptPty());
      session.on('shell', (acceptShell) => {
        const channel = acceptShell();
        channel.write('sw-> ');
        channel.on('data', () => channel.write('\r\nsw-> '));
      });
    });
  });
  try {
    return await use(await listening(server));
  } finally {
    for (const connection of connections) connection.end();
    server.close();
  }
}

const open = (port: number, connectMs = 2000) =>
  openSession(
    target(port),
    labOptions({ budgets: { connectMs }, traits: { ...labOptions().traits, logout: undefined } }),
  );

test.each([[['Password: ']], [['(inspector@sw) Password:']], [['密码：', 'Token code: ']]])(
  'keyboard-interactive %j is answered where the password is asked for',
  async (questions) => {
    const answers: string[][] = [];

    const prompt = await withSsh(
      (context) => {
        if (context.method !== 'keyboard-interactive') return context.reject(['keyboard-interactive']);
        const prompts = questions.map((text) => ({ prompt: text, echo: false }));
        context.prompt(prompts, (given) => {
          answers.push(given);
          context.accept();
        });
      },
      async (port) => {
        const session = await open(port);
        await session.close();
        return session.prompt;
      },
    );

    expect(prompt).toBe('sw-> ');
    expect(answers).toEqual([questions.map((text) => (/pass|密码/i.test(text) ? password : ''))]);
  },
);

test('questions in several rounds are answered each: user name, password, and a round that only tells something', async () => {
  const answers: string[][] = [];
  const rounds = [['Username: '], ['Password: '], []];

  const prompt = await withSsh(
    (context) => {
      if (context.method !== 'keyboard-interactive') return context.reject(['keyboard-interactive']);
      const next = (index: number): void => {
        const questions = rounds[index];
        if (!questions) return context.accept();
        const prompts = questions.map((text) => ({ prompt: text, echo: false }));
        context.prompt(prompts, (given: string[]) => {
          answers.push(given);
          next(index + 1);
        });
      };
      next(0);
    },
    async (port) => {
      const session = await open(port);
      await session.close();
      return session.prompt;
    },
  );

  expect(prompt).toBe('sw-> ');
  expect(answers).toEqual([['inspector'], [password], []]);
});

test('a password that is asked for again in a later round is not given twice', async () => {
  const answers: string[][] = [];

  await withSsh(
    (context) => {
      if (context.method !== 'keyboard-interactive') return context.reject(['keyboard-interactive']);
      const again = (): void =>
        context.prompt([{ prompt: 'Password: ', echo: false }], (given: string[]) => {
          answers.push(given);
          again();
        });
      again();
    },
    async (port) => {
      await expect(open(port)).rejects.toMatchObject({ code: 'ssh.auth-failed', phase: 'auth' });
    },
  );

  expect(answers).toEqual([[password]]);
});

test('questions that do not ask for the password get no answer at all', async () => {
  const answers: string[][] = [];

  await withSsh(
    (context) => {
      if (context.method !== 'keyboard-interactive') return context.reject(['keyboard-interactive']);
      context.prompt([{ prompt: 'Verification code: ', echo: false }], (given) => void answers.push(given));
    },
    async (port) => {
      await expect(open(port)).rejects.toMatchObject({ code: 'ssh.auth-failed', phase: 'auth' });
    },
  );

  expect(answers).toEqual([]);
});

test('a refused password is not tried a second way', async () => {
  const tried: string[] = [];

  await withSsh(
    (context) => {
      tried.push(context.method);
      context.reject(['password', 'keyboard-interactive']);
    },
    async (port) => {
      await expect(open(port)).rejects.toMatchObject({ code: 'ssh.auth-failed', phase: 'auth' });
    },
  );

  expect(tried).toEqual(['password']);
});

test('a log-in without an answer ends with its own code', async () => {
  await withSsh(
    () => undefined,
    async (port) => {
      await expect(open(port, 300)).rejects.toMatchObject({ code: 'ssh.auth-timeout', phase: 'auth' });
    },
  );
});

test.each([
  {
    name: 'speaks HTTP',
    text: 'HTTP/1.1 400 Bad Request\r\n\r\n',
    isClosed: true,
    code: 'ssh.not-ssh',
    phase: 'banner',
  },
  { name: 'greets and waits', text: '220 ready\r\n', isClosed: false, code: 'ssh.not-ssh', phase: 'banner' },
  { name: 'hangs up at once', text: '', isClosed: true, code: 'net.closed', phase: 'banner' },
  { name: 'is silent', text: '', isClosed: false, code: 'net.timeout', phase: 'banner' },
  { name: 'stops after its version', text: 'SSH-2.0-lab\r\n', isClosed: false, code: 'net.timeout', phase: 'kex' },
  { name: 'hangs up after its version', text: 'SSH-2.0-lab\r\n', isClosed: true, code: 'net.closed', phase: 'kex' },
])('a far end that $name gives $code in phase $phase', async ({ text, isClosed, code, phase }) => {
  await withTcp(
    (socket) => {
      if (text !== '') socket.write(text);
      if (isClosed) socket.end();
    },
    async (port) => {
      await expect(open(port, 300)).rejects.toMatchObject({ code, phase });
    },
  );
});

test('no error tells the password', async () => {
  await withSsh(
    (context) => context.reject(),
    async (port) => {
      const failure: unknown = await open(port).catch((error: unknown) => error);

      expect(failure).toBeInstanceOf(Error);
      expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain(password);
    },
  );
});
