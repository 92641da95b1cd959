import type { Socket } from 'node:net';
import ssh2, { type AuthContext, type Connection, type ServerChannel, type Session } from 'ssh2';
import { flood } from './flood';
import type { LoginTry } from './device-record';
import { scpPath, serveScp } from './scp-server';
import { serveFiles } from './sftp-server';
import { OneLineEnd } from './line-editor';
import { Shell, type TerminalSize, type Wire } from './shell';
import type { SimulatedDevice } from './simulated-device';

/** What AOS 6 before 6.7.2 and its contemporaries offer (devices.md, reaching the switch). */
const legacyAlgorithms = {
  kex: ['diffie-hellman-group14-sha1', 'diffie-hellman-group1-sha1'],
  serverHostKey: ['ssh-rsa'],
  cipher: ['aes128-cbc', '3des-cbc'],
  hmac: ['hmac-sha1', 'hmac-md5'],
};

/** Makes the SSH end of a device; it takes over sockets that somebody else has accepted. */
export function sshServer(device: SimulatedDevice, hostKey: string): (socket: Socket) => void {
  const { ssh } = device.personality;
  const algorithms = device.fault.hasLegacySsh ? legacyAlgorithms : (device.spec.algorithms ?? ssh.algorithms);
  // Algorithm names come from data; ssh2 checks them itself and throws on one it does not have.
  const config = { hostKeys: [hostKey], ident: ssh.ident, algorithms } as ssh2.ServerConfig;
  // ssh2 does not say which socket a connection came by; the far port does.
  const sockets = new Map<number, Socket>();
  const server = new ssh2.Server(config, (client, { port }) => serveConnection(device, client, sockets.get(port)));
  return (socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
    server.injectSocket(socket);
  };
}

function serveConnection(device: SimulatedDevice, client: Connection, socket: Socket | undefined): void {
  const shells = new Set<Shell>();
  let user = '';
  let channels = 0;
  // A client that goes away in the middle of anything is an everyday event for a device.
  client.on('error', () => client.end());
  let saidGoodbye = false;
  // ssh2 keeps the message SSH_MSG_DISCONNECT to itself, but ends its side as soon as it has come; a client that just goes
  // away has ours still open. First in line, for Node's own listener ends it in both cases.
  socket?.prependOnceListener('end', () => (saidGoodbye = socket.writableEnded));
  client.on('close', () => {
    for (const shell of shells) shell.closed(saidGoodbye);
  });
  const authenticate = loginDesk(device, client);
  client.on('authentication', (context) => {
    user = context.username;
    authenticate(context);
  });
  client.on('session', (accept, reject) => {
    channels += 1;
    if (device.fault.hasOneChannel && channels > 1) {
      channels -= 1;
      return reject();
    }
    const session = accept();
    session.on('close', () => (channels -= 1));
    serveSession(device, session, { user, shells, cut: () => socket?.destroy() });
  });
}

/** Decides on logins and writes each try down; after three refusals it hangs up, like a switch. */
function loginDesk(device: SimulatedDevice, client: Connection): (context: AuthContext) => void {
  const methods = device.personality.ssh.authMethods;
  let refusals = 0;
  const decide = (context: AuthContext, isRight: boolean): void => {
    const method: LoginTry['method'] = context.method;
    device.record.logins.push({ user: context.username, method, accepted: isRight });
    if (isRight) return context.accept();
    refusals += 1;
    if (refusals >= 3) client.end();
    else context.reject([...methods]);
  };
  const isRight = (context: AuthContext, password: string | undefined) =>
    context.username === device.username && password === device.password;
  return (context) => {
    if (context.method === 'password' && methods.includes('password'))
      return decide(context, isRight(context, context.password));
    if (context.method !== 'keyboard-interactive' || !methods.includes('keyboard-interactive'))
      return context.reject([...methods]);
    const question = device.personality.ssh.question.replace('{{user}}', context.username);
    context.prompt([{ prompt: question, echo: false }], (answers) => decide(context, isRight(context, answers[0])));
  };
}

type SessionContext = { readonly user: string; readonly shells: Set<Shell>; readonly cut: () => void };

function serveSession(device: SimulatedDevice, session: Session, { user, shells, cut }: SessionContext): void {
  const size: TerminalSize = { columns: 80, rows: 24 };
  let shell: Shell | undefined;
  session.on('pty', (accept, _reject, info) => {
    Object.assign(size, { columns: info.cols, rows: info.rows });
    accept?.();
  });
  session.on('window-change', (accept, _reject, info) => {
    shell?.resize({ columns: info.cols, rows: info.rows });
    accept?.();
  });
  session.on('shell', (accept) => {
    const channel = accept();
    shell = new Shell(device, channelWire(channel, cut), user, size);
    attach(channel, shell, shells);
  });
  session.on('exec', (accept, reject, info) => {
    const path = scpPath(info.command);
    if (device.spec.scp !== undefined && path !== undefined) return serveScp(device, accept(), path);
    if (!device.personality.ssh.hasExec) return reject();
    execute(device, accept(), info.command);
  });
  session.on('sftp', (accept, reject) => {
    if (device.fault.sftp === 'refused') return reject();
    serveFiles(device, accept());
  });
}

function attach(channel: ServerChannel, shell: Shell, shells: Set<Shell>): void {
  shells.add(shell);
  const lineEnds = new OneLineEnd();
  channel.on('data', (bytes: Buffer) => shell.feed(lineEnds.take(bytes)));
  const end = () => {
    shell.closed(true);
    shells.delete(shell);
  };
  channel.on('end', end);
  channel.on('close', end);
  // Writing to a channel that the client has just closed is no fault of the device.
  channel.on('error', end);
  shell.start();
}

function channelWire(channel: ServerChannel, cut: () => void): Wire {
  return {
    write: (bytes) => {
      if (channel.writable) channel.write(bytes);
    },
    flood: (piece) => flood(channel, piece),
    end: () => {
      channel.exit(0);
      channel.end();
    },
    destroy: cut,
  };
}

function execute(device: SimulatedDevice, channel: ServerChannel, command: string): void {
  const answer = device.answer(command, device.spec.enableSecret === undefined);
  const isOutput = answer.kind === 'output' || answer.kind === 'refusal';
  if (isOutput) channel.write(answer.wire.toString().replaceAll('\r\n', '\n'));
  channel.exit(answer.kind === 'refusal' ? 1 : 0);
  channel.end();
}
