import { createServer, type Server, type Socket } from 'node:net';
import ssh2 from 'ssh2';
import { systemClock } from '../../../electron/node-clock';
import { TortureDevice, type DeviceScript, type Split } from './torture-device';

/** A device on a port of its own. */
export type WireDevice = { readonly port: number; readonly close: () => Promise<void> };

const iac = 0xff;
/** What telnet servers throw in at any time: nothing, go ahead, an offer, a question with an answer of some length. */
const interjections = [
  Buffer.from([iac, 241]),
  Buffer.from([iac, 249]),
  Buffer.from([iac, 251, 5]),
  Buffer.from([iac, 253, 39]),
  Buffer.from([iac, 250, 24, 1, iac, 240]),
];

async function listening(server: Server, sockets: ReadonlySet<Socket>): Promise<WireDevice> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host: '127.0.0.1', port: 0 }, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const close = (): Promise<void> => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  };
  return { port: address.port, close };
}

function serverOf(serve: (socket: Socket) => void): Promise<WireDevice> {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    // Clients go away as they like.
    socket.on('error', () => socket.destroy());
    serve(socket);
  });
  return listening(server, sockets);
}

const asTyped = (text: string): string => text.replaceAll('\r\n', '\n').replaceAll('\r\0', '\n').replaceAll('\r', '\n');

/** A login over real telnet, with negotiation in the middle of the data, then the device. */
export function telnetDevice(script: DeviceScript, split: Split, random: () => number): Promise<WireDevice> {
  return serverOf((socket) => {
    const device = new TortureDevice(script, systemClock);
    device.restart(split);
    let typed = '';
    let lines = 0;
    const write = (chunk: Buffer): void => {
      if (!socket.writable) return;
      const doubled = Buffer.from([...chunk].flatMap((byte) => (byte === iac ? [iac, iac] : [byte])));
      const thrownIn = interjections[Math.floor(random() * interjections.length * 6)];
      socket.write(thrownIn === undefined ? doubled : Buffer.concat([thrownIn, doubled]));
    };
    device.transport.onData(write);
    device.transport.onClose(() => socket.destroy());
    socket.on('data', (bytes: Buffer) => {
      const text = asTyped(withoutCommands(bytes).toString('utf8'));
      if (lines >= 2) return device.transport.write(text);
      typed += text;
      for (let at = typed.indexOf('\n'); at >= 0 && lines < 2; at = typed.indexOf('\n')) {
        typed = typed.slice(at + 1);
        lines += 1;
        write(Buffer.from(lines === 1 ? 'inspector\r\nPassword: ' : '\r\n'));
      }
      if (lines === 2) device.start();
    });
    socket.write(Buffer.from([iac, 251, 1, iac, 251, 3, iac, 253, 24]));
    write(Buffer.from('\r\nlogin: '));
  });
}

/** Takes negotiation out of what a client sends. */
function withoutCommands(bytes: Buffer): Buffer {
  const kept: number[] = [];
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== iac) kept.push(bytes[at] ?? 0);
    else if (bytes[at + 1] === 250) at = bytes.indexOf(Buffer.from([iac, 240]), at) + 1;
    else at += 2;
  }
  return Buffer.from(kept);
}

/** The device in a shell over real SSH. */
export function sshDevice(script: DeviceScript, split: Split, hostKey: string): Promise<WireDevice> {
  const server = new ssh2.Server({ hostKeys: [hostKey] }, (client) => {
    client.on('error', () => client.end());
    client.on('authentication', (context) => context.accept());
    client.on('session', (accept) => {
      const session = accept();
      session.on('pty', (accepted) => accepted?.());
      session.on('shell', (accepted) => {
        const channel = accepted();
        const device = new TortureDevice(script, systemClock);
        device.restart(split);
        device.transport.onData((chunk) => void (channel.writable && channel.write(chunk)));
        device.transport.onClose(() => client.end());
        channel.on('error', () => channel.end());
        channel.on('data', (bytes: Buffer) => device.transport.write(asTyped(bytes.toString('utf8'))));
        device.start();
      });
    });
  });
  return serverOf((socket) => server.injectSocket(socket));
}
