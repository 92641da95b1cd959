import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { HostKeyKind, LabKeys } from './keys';

/** The account that exists only for the servers started here. */
export const account = { username: 'inspector', password: 'Lab-0nly.Passw0rd' } as const;
const passwordHash =
  '$6$xunjianlab$XG.fS8fseCKp/U/2ww6uMdSCit0TBqrcGE4pLkFEqhixgiZqi4HdCue7cwLVSoraP8oBj97JJsREavq43Vt7g0';
const prompt = 'lab-sw# ';
const commandLine = `env -i PS1='${prompt}' TERM=dumb /bin/sh -i`;

export type RealServer = { readonly port: number; readonly close: () => Promise<void> };

export type OpenSshOptions = {
  readonly hostKey?: HostKeyKind;
  readonly listen?: '127.0.0.1' | '::1';
  /** Further lines of its configuration: `Ciphers 3des-cbc`. */
  readonly lines?: readonly string[];
};

/** Real SSH servers on loopback, with an account of their own; nothing is changed on this machine. */
export type RealServers = {
  readonly openSsh: (options?: OpenSshOptions) => Promise<RealServer>;
  readonly dropbear: (hostKey: HostKeyKind) => Promise<RealServer>;
  /** An SSH agent that holds the agent key; the value for `SSH_AUTH_SOCK`. */
  readonly agent: () => Promise<{ readonly place: string; readonly close: () => Promise<void> }>;
};

/** Writes the account's files and hands out starters. */
export function realServers(folder: string, keys: LabKeys): RealServers {
  const env = accountIn(folder, keys);
  let count = 0;
  return {
    async openSsh({ hostKey = 'ed25519', listen = '127.0.0.1', lines = [] } = {}) {
      count += 1;
      const port = await freePort(listen);
      const path = join(folder, `sshd-${count}.conf`);
      writeFileSync(path, sshdConfig(port, listen, keys.hostKey(hostKey), keys.authorizedKeys, lines));
      const child = spawn('/usr/sbin/sshd', ['-D', '-e', '-f', path], { env, stdio: ['ignore', 'ignore', 'pipe'] });
      return { port, close: await started(child, 'Server listening') };
    },
    async dropbear(hostKey) {
      count += 1;
      const port = await freePort('127.0.0.1');
      const path = join(folder, `dropbear-${count}`);
      execFileSync('dropbearconvert', ['openssh', 'dropbear', keys.hostKey(hostKey), path], { stdio: 'pipe' });
      const words = ['-F', '-E', '-p', `127.0.0.1:${port}`, '-r', path, '-P', `${path}.pid`, '-c', commandLine];
      const child = spawn('/usr/sbin/dropbear', words, { env, stdio: ['ignore', 'ignore', 'pipe'] });
      return { port, close: await started(child, 'Not backgrounding') };
    },
    async agent() {
      const place = join(folder, 'agent.sock');
      const child = spawn('ssh-agent', ['-D', '-a', place], { stdio: ['ignore', 'pipe', 'ignore'] });
      const close = await started(child, 'SSH_AUTH_SOCK');
      execFileSync('ssh-add', ['-q', keys.agentKey], { env: { ...process.env, SSH_AUTH_SOCK: place }, stdio: 'pipe' });
      return { place, close };
    },
  };
}

function sshdConfig(port: number, listen: string, hostKey: string, authorizedKeys: string, lines: readonly string[]) {
  const common = [
    `ListenAddress ${listen}`,
    `Port ${port}`,
    `HostKey ${hostKey}`,
    'PidFile none',
    'UsePAM no',
    'StrictModes no',
    'PermitRootLogin yes',
    'RequiredRSASize 1024',
    'PubkeyAcceptedAlgorithms +ssh-rsa',
    `AuthorizedKeysFile ${authorizedKeys}`,
    `ForceCommand ${commandLine}`,
  ];
  // The first value of a setting counts.
  return [...lines, ...common].join('\n') + '\n';
}

/** A user that only programs started with this environment see. */
function accountIn(folder: string, keys: LabKeys): NodeJS.ProcessEnv {
  const library = ['x86_64-linux-gnu', 'aarch64-linux-gnu']
    .map((machine) => `/usr/lib/${machine}/libnss_wrapper.so`)
    .find(existsSync);
  if (library === undefined || !existsSync('/usr/sbin/sshd') || !existsSync('/usr/sbin/dropbear')) {
    throw new Error('openssh-server, dropbear-bin or libnss-wrapper is missing: run node build/setup.mjs');
  }
  const home = join(folder, 'home');
  mkdirSync(join(home, '.ssh'), { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  copyFileSync(keys.authorizedKeys, join(home, '.ssh', 'authorized_keys'));
  // OpenSSH as root locks its unprivileged half in here; its package makes the folder only at start-up.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  const ids = `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`;
  const files = {
    passwd: `${account.username}:x:${ids}:lab:${home}:/bin/sh\nsshd:x:65533:65534::/run/sshd:/usr/sbin/nologin\n`,
    group: `lab:x:${process.getgid?.() ?? 0}:\n`,
    shadow: `${account.username}:${passwordHash}:20000:0:99999:7:::\n`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o600 });
  return {
    PATH: process.env['PATH'] ?? '',
    LD_PRELOAD: library,
    NSS_WRAPPER_PASSWD: join(folder, 'passwd'),
    NSS_WRAPPER_GROUP: join(folder, 'group'),
    NSS_WRAPPER_SHADOW: join(folder, 'shadow'),
  };
}

function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, host, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** Waits for the server's own word that it is ready; the result ends it. */
function started(child: ChildProcess, ready: string): Promise<() => Promise<void>> {
  let said = '';
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const close = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', () => reject(new Error(`the server ended at once: ${said}`)));
    for (const stream of [child.stderr, child.stdout]) {
      stream?.on('data', (bytes: Buffer) => {
        said += bytes.toString();
        if (said.includes(ready)) resolve(close);
      });
    }
  });
}
