import { createServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';
import { generateKeyPairSync } from 'node:crypto';
import ssh2 from 'ssh2';

/** Servers of an attacker on loopback, which take whatever they are sent and keep it. */
export type Elsewhere = {
  /** Takes every log-in, and asks for more passwords on its command line. */
  readonly sshPort: number;
  /** Answers as telnet, SMTP and HTTP servers do, all on one port. */
  readonly plainPort: number;
  /** All that arrived, in clear and with its base64 words opened. */
  heard(): string;
  close(): Promise<void>;
};

/** Starts the servers. */
export async function startElsewhere(): Promise<Elsewhere> {
  const heard: string[] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
  };
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
  });
  const ssh = new ssh2.Server({ hostKeys: [privateKey] }, (client) => {
    client.on('error', () => undefined);
    client.on('authentication', (context) => {
      if (context.method === 'password') heard.push(context.password);
      if (context.method !== 'keyboard-interactive')
        return context.method === 'none' ? context.reject() : context.accept();
      context.prompt([{ prompt: 'Password: ', echo: false }], (answers) => {
        heard.push(...answers);
        context.accept();
      });
    });
    client.on('session', (accept) => {
      const session = accept();
      session.on('pty', (ok) => ok?.());
      session.on('shell', (ok) => talk(ok(), heard, 'sw>'));
    });
  });
  const plain = createServer((socket) => {
    keep(socket);
    talk(socket, heard, 'login: ');
  });
  const raw: TcpServer = createServer((socket) => {
    keep(socket);
    ssh.injectSocket(socket);
  });
  await Promise.all([raw, plain].map((server) => new Promise<void>((done) => server.listen(0, '127.0.0.1', done))));
  return {
    sshPort: (raw.address() as AddressInfo).port,
    plainPort: (plain.address() as AddressInfo).port,
    heard: () => opened(heard.join('\n')),
    async close() {
      sockets.forEach((socket) => socket.destroy());
      await Promise.all([raw, plain].map((server) => new Promise((done) => server.close(done))));
    },
  };
}

type Talk = { on(event: 'data', listener: (bytes: Buffer) => void): unknown; write(text: string): unknown };

/** Keeps each line, and answers so that the other side goes on to its secrets. */
function talk(stream: Talk, heard: string[], hello: string): void {
  stream.write(hello === 'login: ' ? `220 elsewhere\r\n${hello}` : hello);
  stream.on('data', (bytes) => {
    const text = bytes.toString('latin1');
    heard.push(text);
    if (/^(GET|POST) /.test(text)) stream.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}');
    else if (/^EHLO/i.test(text)) stream.write('250-elsewhere\r\n250 AUTH PLAIN LOGIN\r\n');
    else if (/^AUTH LOGIN/i.test(text)) stream.write('334 VXNlcm5hbWU6\r\n');
    else stream.write('Password: ');
  });
}

function opened(text: string): string {
  const words = text.match(/[A-Za-z0-9+/_-]{8,}={0,2}/g) ?? [];
  const decoded = words.map((word) => Buffer.from(word, 'base64').toString('latin1'));
  return [text, decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25')), ...decoded].join('\n');
}
