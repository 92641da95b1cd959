import { createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import { openSession } from '../../../../electron/engine/access/open-session';
import type { Target } from '../../../../electron/engine/session/session';
import { labOptions } from './lab-session';

const password = 'lab-Secret-1';

/** What a played device says first, and then after each line that it is given. */
type Script = {
  readonly first: string | Buffer;
  readonly answers: readonly (string | Buffer)[];
  readonly closes?: boolean;
};

/** Plays a telnet device that follows a script; tells every line that it was given. */
async function withDevice<T>(script: Script, use: (target: Target, lines: string[]) => Promise<T>): Promise<T> {
  const lines: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let typed = '';
    socket.on('error', () => undefined).write(script.first);
    socket.on('data', (chunk) => {
      typed += chunk.toString('latin1');
      for (let end = typed.indexOf('\r\n'); end >= 0; end = typed.indexOf('\r\n')) {
        lines.push(typed.slice(0, end));
        typed = typed.slice(end + 2);
        socket.write(script.answers[lines.length - 1] ?? '\r\n<sw>');
        if (script.closes && lines.length === script.answers.length) socket.end();
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address with a port.
  const { port } = server.address() as AddressInfo;
  try {
    return await use(
      { host: '127.0.0.1', port, protocol: 'telnet', username: 'inspector', password, enableSecret: undefined },
      lines,
    );
  } finally {
    for (const socket of sockets) socket.destroy();
    server.close();
  }
}

const gbk = (...bytes: readonly number[]): Buffer => Buffer.from(bytes);
const options = () => labOptions({ budgets: { connectMs: 1500 } });

test.each([
  {
    name: 'in English',
    first: 'Welcome\r\nlogin : ',
    answers: ['inspector\r\npassword : ', '\r\n<sw>'],
    logIn: ['inspector', password],
  },
  {
    name: 'in Chinese',
    first: '欢迎使用\r\n用户名：',
    answers: ['inspector\r\n密码：', '\r\n<sw>'],
    logIn: ['inspector', password],
  },
  {
    name: 'in Chinese as GBK',
    first: Buffer.concat([gbk(0xd3, 0xc3, 0xbb, 0xa7, 0xc3, 0xfb), Buffer.from(':')]),
    answers: [Buffer.concat([Buffer.from('inspector\r\n'), gbk(0xc3, 0xdc, 0xc2, 0xeb), Buffer.from(':')]), '\r\n<sw>'],
    logIn: ['inspector', password],
  },
  {
    name: 'by a password only',
    first: '\r\nLogin authentication\r\n\r\nPassword:',
    answers: ['\r\n<sw>'],
    logIn: [password],
  },
  {
    name: 'with a line of the last log-in',
    first: 'Username:',
    answers: ['inspector\r\nPassword:', '\r\nLast login: Mon Mar  2 from 192.0.2.7\r\n<sw>'],
    logIn: ['inspector', password],
  },
])('the log-in $name is answered once', async ({ first, answers, logIn }) => {
  await withDevice({ first, answers }, async (target, lines) => {
    const session = await openSession(target, options());

    expect(session.prompt).toBe('<sw>');
    expect(lines.slice(0, logIn.length)).toEqual(logIn);
    expect(lines.slice(logIn.length).every((line) => line === '')).toBe(true);
    await session.close();
  });
});

test('a device without any log-in is let through', async () => {
  await withDevice({ first: 'Welcome\r\n<sw>', answers: [] }, async (target, lines) => {
    const session = await openSession(target, options());

    expect(session.prompt).toBe('<sw>');
    expect(lines).not.toContain(password);
    await session.close();
  });
});

test.each([
  { name: 'says so', answer: '\r\nLogin incorrect\r\nlogin : ' },
  { name: 'says so in Chinese', answer: '\r\n用户名或密码错误\r\n用户名：' },
  { name: 'asks again', answer: '\r\nPassword: ' },
])('a device that refuses and $name gets no second try', async ({ answer }) => {
  await withDevice({ first: 'login : ', answers: ['inspector\r\npassword : ', answer] }, async (target, lines) => {
    await expect(openSession(target, options())).rejects.toMatchObject({ code: 'telnet.auth-failed', phase: 'auth' });

    expect(lines).toEqual(['inspector', password]);
  });
});

test('a device that hangs up after the password has refused it', async () => {
  await withDevice(
    { first: 'login : ', answers: ['inspector\r\npassword : ', '\r\n'], closes: true },
    async (target) => {
      await expect(openSession(target, options())).rejects.toMatchObject({ code: 'telnet.auth-failed' });
    },
  );
});

test('a question about the password after log-in is answered with no', async () => {
  const answers = ['inspector\r\nPassword:', '\r\nThe password needs to be changed. Change now? [Y/N]:', 'N\r\n<sw>'];
  await withDevice({ first: 'Username:', answers }, async (target, lines) => {
    const session = await openSession(target, options());

    expect(lines.slice(0, 3)).toEqual(['inspector', password, 'N']);
    await session.close();
  });
});

test('an unknown question after log-in stops, unanswered', async () => {
  const answers = ['inspector\r\nPassword:', '\r\nTake over the other session? [Y/N]:'];
  await withDevice({ first: 'Username:', answers }, async (target, lines) => {
    await expect(openSession(target, options())).rejects.toMatchObject({ code: 'cli.question', phase: 'prompt' });

    expect(lines).toEqual(['inspector', password]);
  });
});

test('a device that waits for RETURN after the log-in has let us in', () =>
  withDevice(
    { first: 'login: ', answers: ['inspector\r\nPassword: ', '\r\nPress RETURN to get started.\r\n'] },
    async (target) => {
      const session = await openSession(target, labOptions({ budgets: { connectMs: 5000 } }));
      expect(session.prompt).toBe('<sw>');
      await session.close();
    },
  ));
