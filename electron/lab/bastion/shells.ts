import { dial, sshTerminal, telnetTerminal, type BastionAsset, type Credential } from './relay';
import type { BastionTerminal } from './terminal';

/** What a bastion shows after its log-in. */
export const bastionKinds = ['menu', 'numbered', 'linux'] as const;
export type BastionKind = (typeof bastionKinds)[number];

/** What can go wrong on a bastion, by name. */
export type BastionFault =
  /** Its menu asks with other words than before. */
  | 'menu-changed'
  /** Says that it connects, and nothing more. */
  | 'hangs'
  /** Knows another host key of each device than the one it meets. */
  | 'host-key-changed';

export type BastionShellParts = {
  readonly assets: readonly BastionAsset[];
  readonly fault: BastionFault | undefined;
  /** Addresses whose host key was accepted. */
  readonly knownHosts: Set<string>;
  /** Every line that was typed where it shows. */
  readonly typed: string[];
};

/** Serves one user until he leaves. */
export async function serveBastion(kind: BastionKind, terminal: BastionTerminal, parts: BastionShellParts) {
  if (kind === 'linux') await linuxShell(terminal, parts);
  else if (kind === 'numbered') await numberedMenu(terminal, parts);
  else await searchMenu(terminal, parts);
  terminal.end();
}

async function asked(terminal: BastionTerminal, parts: BastionShellParts, question: string) {
  const line = (await terminal.ask(question))?.trim() ?? (terminal.isGone ? undefined : '');
  if (line !== undefined && line !== '') parts.typed.push(line);
  return line;
}

const greeting = `
\u001b[1;32m  张三, 欢迎使用运维审计系统\u001b[0m

\t1) 输入 \u001b[32mIP 或主机名\u001b[0m 直接登录.
\t2) 输入 \u001b[32mp\u001b[0m 显示有权限的资产.
\t3) 输入 \u001b[32mq\u001b[0m 退出.
`;

/** Takes an address at `Opt>`, a number where several fit, and asks for the account where there are several. */
async function searchMenu(terminal: BastionTerminal, parts: BastionShellParts): Promise<void> {
  const question = parts.fault === 'menu-changed' ? 'Choice: ' : 'Opt> ';
  terminal.print(greeting);
  while (!terminal.isGone) {
    const line = await asked(terminal, parts, question);
    if (line === undefined || line === 'q' || line === 'exit') return;
    if (line === '') continue;
    const found = parts.assets.filter(({ address, name }) => `${address} ${name}`.includes(line));
    const asset = found.length > 1 ? await oneOf(terminal, parts, found) : found[0];
    if (asset === undefined) {
      terminal.print(`没有资产\n提示：输入 p 显示有权限的资产\n`);
      continue;
    }
    const account = await accountOf(terminal, parts, asset);
    if (account !== undefined) await relay(terminal, parts, asset, account);
    terminal.print('\u001b[31m断开连接\u001b[0m\n');
  }
}

async function oneOf(terminal: BastionTerminal, parts: BastionShellParts, found: readonly BastionAsset[]) {
  const rows = found.map(({ name, address }, index) => `  ${index + 1}  | ${name} | ${address}`);
  terminal.print(['  ID | 名称 | 地址', '-----+------+------', ...rows, '提示：输入资产编号直接登录\n'].join('\n'));
  const line = await asked(terminal, parts, '[Host]> ');
  return found[Number(line) - 1];
}

async function accountOf(terminal: BastionTerminal, parts: BastionShellParts, { accounts = [] }: BastionAsset) {
  if (accounts.length < 2) return accounts[0];
  const rows = accounts.map(({ username }, index) => `  ${index + 1}  | ${username} | ${username}`);
  terminal.print(['  ID | 名称 | 用户名', '-----+------+--------', ...rows, '返回：B/b\n'].join('\n'));
  const line = await asked(terminal, parts, 'ID> ');
  return accounts[Number(line) - 1];
}

/** Lists its devices and takes a number. */
async function numberedMenu(terminal: BastionTerminal, parts: BastionShellParts): Promise<void> {
  while (!terminal.isGone) {
    const rows = parts.assets.map(({ name, address }, index) => `${String(index + 1).padStart(4)}: ${name} ${address}`);
    terminal.print(['', '可访问的设备：', ...rows, '   0: 退出', ''].join('\n'));
    const line = await asked(terminal, parts, parts.fault === 'menu-changed' ? '> press F2' : 'Select server: ');
    if (line === undefined || line === '0') return;
    const asset = parts.assets[Number(line) - 1];
    const account = asset?.accounts?.[0];
    if (asset !== undefined && account !== undefined) await relay(terminal, parts, asset, account);
    else terminal.print('编号无效\n');
  }
}

/** A shell on which `ssh` and `telnet` are typed. */
async function linuxShell(terminal: BastionTerminal, parts: BastionShellParts): Promise<void> {
  terminal.print('Last login: Mon Nov  2 08:00:12 2026 from 192.0.2.200\n');
  while (!terminal.isGone) {
    const line = await asked(terminal, parts, parts.fault === 'menu-changed' ? 'fish~ ' : 'ops@jump01:~$ ');
    if (line === undefined || line === 'exit') return;
    const ssh = /^ssh(?: -p (\d+))? (\S+)@(\S+)$/.exec(line);
    const telnet = /^telnet (\S+)(?: (\d+))?$/.exec(line);
    if (ssh !== null) await ssh2Device(terminal, parts, { user: ssh[2] ?? '', address: ssh[3] ?? '' });
    else if (telnet !== null) await telnetDevice(terminal, parts, telnet[1] ?? '');
    else if (line !== '') terminal.print(`-bash: ${line.split(' ')[0] ?? ''}: command not found\n`);
  }
}

async function ssh2Device(
  terminal: BastionTerminal,
  { assets, fault, knownHosts }: BastionShellParts,
  { user, address }: { readonly user: string; readonly address: string },
): Promise<void> {
  const asset = assets.find((each) => each.address === address);
  if (fault === 'hangs') return terminal.hang();
  const refusal = asset === undefined ? 'No route to host' : 'Connection refused';
  const probe = asset && (await dial(asset));
  if (asset === undefined || probe === undefined) {
    return terminal.print(`ssh: connect to host ${address} port 22: ${refusal}\n`);
  }
  probe.destroy();
  if (fault === 'host-key-changed') {
    return terminal.print('@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key verification failed.\n');
  }
  if (!knownHosts.has(address)) {
    terminal.print(`The authenticity of host '${address}' can't be established.\n`);
    terminal.print('ED25519 key fingerprint is SHA256:aW52ZW50ZWQgZmluZ2VycHJpbnQgb2YgdGhlIGxhYg.\n');
    const word = await terminal.ask('Are you sure you want to continue connecting (yes/no/[fingerprint])? ');
    if (word !== 'yes') return terminal.print('Host key verification failed.\n');
    knownHosts.add(address);
    terminal.print(`Warning: Permanently added '${address}' (ED25519) to the list of known hosts.\n`);
  }
  for (let tries = 0; tries < 3; tries += 1) {
    const password = await terminal.ask(`${user}@${address}'s password: `, false);
    if (password === undefined && !terminal.isGone) return;
    const socket = await dial(asset);
    // A client whose terminal goes away at this question sends an empty password, as OpenSSH's does.
    const device = socket && (await sshTerminal(socket, { username: user, password: password ?? '' }));
    if (device !== undefined) {
      await terminal.handTo(device);
      return terminal.print(`Connection to ${address} closed.\n`);
    }
    terminal.print('Permission denied, please try again.\n');
  }
}

async function telnetDevice(terminal: BastionTerminal, { assets, fault }: BastionShellParts, address: string) {
  terminal.print(`Trying ${address}...\n`);
  if (fault === 'hangs') return terminal.hang();
  const asset = assets.find((each) => each.address === address);
  const socket = asset && (await dial(asset));
  if (socket === undefined) return terminal.print('telnet: Unable to connect to remote host: Connection refused\n');
  terminal.print(`Connected to ${address}.\nEscape character is '^]'.\n`);
  await terminal.handTo(telnetTerminal(socket));
  terminal.print('Connection closed by foreign host.\n');
}

async function relay(terminal: BastionTerminal, parts: BastionShellParts, asset: BastionAsset, account: Credential) {
  terminal.print(`开始连接到 ${account.username}@${asset.address}  0.1\n`);
  if (parts.fault === 'hangs') return terminal.hang();
  const socket = await dial(asset);
  if (socket === undefined) return terminal.print('连接失败: connection refused\n');
  const device = asset.protocol === 'telnet' ? telnetTerminal(socket) : await sshTerminal(socket, account);
  if (device === undefined) return terminal.print('认证失败: unable to authenticate\n');
  await terminal.handTo(device);
}
