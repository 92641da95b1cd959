import { createServer, type Server, type Socket } from 'node:net';
import type { DeviceSpec, Fleet, FleetOptions, FleetStats, LabDevice } from './device-spec';
import { flood } from './flood';
import { serveFtp } from './ftp-server';
import { hostKeyStore, type HostKeys } from './host-keys';
import { simulateDevice, type SimulatedDevice } from './simulated-device';
import { sshServer } from './ssh-server';
import { serveTelnet } from './telnet-server';

/** How many ports are opened at the same time. */
const batch = 100;

/** Starts one server a device on loopback and waits until all of them listen. */
export async function startFleet(specs: readonly DeviceSpec[], options: FleetOptions = {}): Promise<Fleet> {
  const names = new Set(specs.map(({ name }) => name));
  if (names.size !== specs.length) throw new Error('two devices of the fleet have the same name');
  const keys = hostKeyStore(options.hostKeyDir);
  const fileCache = new Map<string, Buffer>();
  const now = options.now ?? (() => new Date());
  const running: Running[] = [];
  try {
    for (let from = 0; from < specs.length; from += batch)
      running.push(
        ...(await Promise.all(
          specs
            .slice(from, from + batch)
            .map((spec) => startDevice(simulateDevice(spec, now, fileCache), keys, options)),
        )),
      );
  } catch (error) {
    await Promise.all(running.map(({ close }) => close()));
    throw error;
  }
  const devices = running.map(({ device }) => device);
  const byName = new Map(devices.map((device) => [device.name, device]));
  return {
    devices,
    device: (name) => {
      const found = byName.get(name);
      if (found === undefined) throw new Error(`no device named "${name}" in the fleet`);
      return found;
    },
    stats: () => sum(devices),
    close: async () => {
      await Promise.all(running.map(({ close }) => close()));
    },
  };
}

type Running = { readonly device: LabDevice; readonly close: () => Promise<void> };

async function startDevice(simulated: SimulatedDevice, keys: HostKeys, options: FleetOptions): Promise<Running> {
  const { spec, personality, fault, record } = simulated;
  const host = options.host ?? '127.0.0.1';
  const protocol = spec.protocol ?? personality.protocol;
  const keyName = options.hostKeys === 'per-device' ? `device ${spec.name}` : `personality ${personality.id}`;
  const keyType = fault.hasLegacySsh ? 'rsa' : personality.ssh.hostKey;
  const keyOf = () =>
    spec.hostKey ?? (fault.hasFreshHostKey ? keys.makeNew(keyType) : keys.of(`${keyName} ${keyType}`, keyType));
  let ssh: ((socket: Socket) => void) | undefined;
  const serve = (socket: Socket): void => {
    if (fault.tcp === 'mute') return void socket.resume();
    if (fault.tcp === 'floods') return void flood(socket.resume(), 'Access to this system is monitored.\r\n');
    if (protocol === 'telnet') return serveTelnet(simulated, socket);
    ssh ??= sshServer(simulated, keyOf());
    ssh(socket);
  };
  const { port, close } = await listen({ host, port: spec.port ?? 0, isClosed: fault.tcp === 'closed' }, (socket) => {
    record.connections += 1;
    record.openConnections += 1;
    socket.once('close', () => (record.openConnections -= 1));
    serve(socket);
  });
  const ftp = spec.ftp === undefined ? undefined : await listen(ftpPlace(host), serveFtp(simulated, spec.ftp));
  const device: LabDevice = {
    name: spec.name,
    host,
    port,
    protocol,
    ftpPort: ftp?.port,
    username: simulated.username,
    password: simulated.storedPassword,
    enableSecret: spec.enableSecret,
    platform: personality.platform,
    personality: personality.id,
    fault: spec.fault,
    expected: simulated.expected,
    record,
    changeHostKey: () => (ssh = sshServer(simulated, keys.makeNew(keyType))),
  };
  return {
    device,
    close: async () => {
      await Promise.all([close(), ftp?.close()]);
    },
  };
}

function ftpPlace(host: string): Place {
  return { host, port: 0, isClosed: false };
}

type Place = { readonly host: string; readonly port: number; readonly isClosed: boolean };

async function listen(place: Place, serve: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    // Clients of a lab break connections on purpose; the close event that follows is what counts.
    socket.on('error', () => socket.destroy());
    serve(socket);
  });
  const port = place.isClosed && place.port === 0 ? await quietPort(server, place.host) : await bind(server, place);
  if (place.isClosed) await shut(server);
  const close = async () => {
    for (const socket of sockets) socket.destroy();
    if (server.listening) await shut(server);
  };
  return { port, close };
}

function bind(server: Server, { host, port }: { host: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port, backlog: 511 }, () => {
      server.off('error', reject);
      const address = server.address();
      if (address === null || typeof address === 'string') reject(new Error('the server has no port'));
      else resolve(address.port);
    });
  });
}

/** Ports that `quietPort` has given out, so that no two refusing devices share one. */
const quietPorts = new Set<number>();

/** A free port below the range that systems give out by themselves: nobody else will open it by chance. */
async function quietPort(server: Server, host: string): Promise<number> {
  for (let tries = 0; tries < 50; tries++) {
    const port = 12_000 + Math.floor(Math.random() * 16_000);
    if (quietPorts.has(port)) continue;
    const bound = await bind(server, { host, port }).catch(() => undefined); // taken by somebody: try the next one
    if (bound === undefined) continue;
    quietPorts.add(port);
    return bound;
  }
  throw new Error('no free port in 50 tries');
}

function shut(server: Server): Promise<void> {
  return new Promise((resolve, reject) => server.close((error) => (error === undefined ? resolve() : reject(error))));
}

function sum(devices: readonly LabDevice[]): FleetStats {
  const total = (count: (device: LabDevice) => number) => devices.reduce((all, device) => all + count(device), 0);
  const ended = (end: string) => total(({ record }) => record.sessions.filter((session) => session.end === end).length);
  return {
    connections: total(({ record }) => record.connections),
    openConnections: total(({ record }) => record.openConnections),
    sessions: total(({ record }) => record.sessions.length),
    loggedOut: ended('logged-out'),
    closed: ended('closed'),
    dropped: ended('dropped'),
    cutByDevice: ended('cut-by-device'),
    loginTries: total(({ record }) => record.logins.length),
    loginsRefused: total(({ record }) => record.logins.filter(({ accepted }) => !accepted).length),
    commands: total(({ record }) => record.sessions.reduce((all, session) => all + session.commands.length, 0)),
    filesRead: total(({ record }) => record.filesRead.length),
    writesTried: total(({ record }) => record.writesTried),
  };
}
