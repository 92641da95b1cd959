import type { Bastion } from '../../../shared/model/bastion';
import { readBastionText } from '../../../shared/model/bastion-text';
import { AuthMethod, defaultPort, type Protocol } from '../../../shared/model/device';
import { judgeAddress } from './address';
import { isSkipMark, tidy } from './cells';
import { createCellReader, type CellReader } from './cell-reader';
import type { ColumnKey } from './columns';
import { acceptCommands, commandsOfCell } from './command-list';
import type { DeviceDraft, DeviceSource } from './device-draft';
import { isKnownStatus, isSwitchedOff } from './status';

/** Stands where a row has no address or type at all; such a row is never usable. */
const nothing = '-';

/**
 * Makes a device of one entry. Whatever cannot be right becomes a problem with its cell; the draft then holds the
 * nearest thing that can be shown.
 *
 * @param knownTypes device types that some platform reads
 */
export function rowToDevice(source: DeviceSource, knownTypes: readonly string[]): DeviceDraft {
  const read = createCellReader(source);
  const name = read.text('name', 128);
  const host = readHost(read, source);
  const { deviceType, platform, typeProtocol } = readPlatform(read, knownTypes);
  const protocol = readProtocol(read, typeProtocol, source);
  const port = readPort(read, source, 'port') ?? defaultPort(protocol);
  const comment = read.text('comment', 1000);
  const isSkipped = readSkipped(read, comment, source.isHidden === true);
  const commands = readCommands(source, deviceType);
  const draft = {
    sheet: source.sheet,
    row: source.row,
    host,
    port,
    protocol,
    platform,
    deviceType,
    name: name === '' ? undefined : name,
    username: read.text('username', 128),
    group: read.text('group', 128),
    comment: comment !== undefined && isSkipMark(comment) ? '' : comment,
    commands: commands?.commands,
    isSkipped,
    passwordText: read.secret('password'),
    enableSecretText: read.secret('secret'),
    ...readLogin(read),
    ftpPort: readPort(read, source, 'ftpPort'),
  };
  return { ...draft, problems: [...read.problems, ...(commands?.problems ?? [])] };
}

type Login = Pick<DeviceDraft, 'auth' | 'privateKeyText' | 'passphraseText' | 'jump' | 'bastion'>;

/** Words for the ways to log in, beside their ids. */
const authWords: Readonly<Record<string, AuthMethod>> = {
  密码: 'password',
  口令: 'password',
  私钥: 'key',
  密钥: 'key',
  privatekey: 'key',
  publickey: 'key',
  代理: 'agent',
  'ssh 代理': 'agent',
  'ssh-agent': 'agent',
};

/** How to log in and through whom; a private key alone is enough to say that it is meant. */
function readLogin(read: CellReader): Login {
  const word = read.text('auth', 32)?.toLowerCase();
  const named = AuthMethod.safeParse(authWords[word ?? ''] ?? word);
  if (word !== undefined && word !== '' && !named.success) read.report('error', 'bad-field', 'auth', word);
  const privateKeyText = read.secret('privateKey');
  const jump = read.text('jump', 255);
  return {
    auth: named.data ?? (privateKeyText === undefined ? undefined : 'key'),
    privateKeyText,
    passphraseText: read.secret('passphrase'),
    jump: jump === '' ? undefined : jump,
    bastion: readBastion(read),
  };
}

/** Longest text that the steps of a bastion can take. */
const maxBastionText = 10_000;

function readBastion(read: CellReader): Bastion | undefined {
  const text = read.text('bastion', maxBastionText) ?? '';
  if (text === '') return undefined;
  const result = readBastionText(text);
  if (result.kind === 'good') return result.bastion;
  // A literal password is what one of the problems is about: its line is not shown again.
  read.report('error', 'bad-bastion', 'bastion', result.problem === 'secret-in-text' ? '***' : result.found);
  return undefined;
}

function readHost(read: CellReader, source: DeviceSource): string {
  const text = read.text('host', 255) ?? '';
  if (text === '') {
    read.report('error', 'no-address', 'host');
    return nothing;
  }
  const verdict = judgeAddress(text);
  // A date such as 2026-01-02 reads like a host name.
  if (verdict.kind === 'good' && source.cell('host')?.kind !== 'date') return verdict.host;
  read.report('error', verdict.kind === 'placeholder' ? 'placeholder-address' : 'bad-address', 'host', text);
  return text;
}

type PlatformCell = {
  readonly deviceType: string;
  readonly platform: string;
  /** The transport that the type's name ends in, as in `cisco_ios_telnet`. */
  readonly typeProtocol: Protocol | undefined;
};

function readPlatform(read: CellReader, knownTypes: readonly string[]): PlatformCell {
  const deviceType = read.text('platform', 64) ?? '';
  if (deviceType === '') {
    read.report('error', 'no-platform', 'platform');
    return { deviceType, platform: nothing, typeProtocol: undefined };
  }
  const lower = deviceType.toLowerCase();
  const suffix = /_(telnet|ssh)$/.exec(lower)?.[1];
  const platform = suffix === undefined ? lower : lower.slice(0, -suffix.length - 1);
  const isKnown = knownTypes.some((type) => [lower, platform].includes(type.toLowerCase()));
  if (!isKnown) read.report('warning', 'unknown-platform', 'platform', deviceType);
  return { deviceType, platform, typeProtocol: suffix === 'telnet' || suffix === 'ssh' ? suffix : undefined };
}

/** Telnet when either the type's name or the column says so; without both, port 23 is telnet and all else SSH. */
function readProtocol(read: CellReader, typeProtocol: Protocol | undefined, source: DeviceSource): Protocol {
  const text = read.text('protocol', 32) ?? '';
  const word = text.toLowerCase().replace(/[\s_-]/g, '');
  const isTelnet = word === 'telnet';
  const isSsh = ['ssh', 'ssh2', 'sshv2'].includes(word);
  if (word !== '' && !isTelnet && !isSsh) read.report('error', 'unknown-protocol', 'protocol', text);
  if (isTelnet || typeProtocol === 'telnet') return 'telnet';
  if (word === '' && typeProtocol === undefined && tidy(source.cell('port')?.text ?? '') === '23') return 'telnet';
  return 'ssh';
}

function readPort(read: CellReader, source: DeviceSource, key: 'port' | 'ftpPort'): number | undefined {
  const text = read.text(key, 32) ?? '';
  if (text === '') return undefined;
  const isWhole = /^\d{1,5}$/.test(text) && source.cell(key)?.kind !== 'date';
  const port = Number(text);
  if (isWhole && port >= 1 && port <= 65535) return port;
  read.report('error', 'bad-port', key, text);
  return undefined;
}

/** Undefined when the file has nothing that could take a row out. */
function readSkipped(read: CellReader, comment: string | undefined, isHidden: boolean): boolean | undefined {
  const status = read.text('status', 64);
  if (status !== undefined && !isKnownStatus(status)) read.report('warning', 'bad-field', 'status', status);
  const mark: ColumnKey | undefined =
    status !== undefined && isSwitchedOff(status)
      ? 'status'
      : comment !== undefined && isSkipMark(comment)
        ? 'comment'
        : undefined;
  if (mark !== undefined) read.report('warning', 'skipped-row', mark, mark === 'status' ? status : comment);
  // Rows are hidden when their devices are out of use; to dial one would try an old password.
  if (isHidden) read.report('warning', 'hidden-row', null);
  if (mark !== undefined || isHidden) return true;
  return status === undefined ? undefined : false;
}

function readCommands(source: DeviceSource, deviceType: string): ReturnType<typeof acceptCommands> | undefined {
  const cell = source.cell('commands');
  const texts = source.commands ?? (cell === undefined ? undefined : commandsOfCell(cell.text));
  const column = source.heading('commands');
  return (
    texts &&
    acceptCommands(
      texts.map((text) => ({ text, sheet: source.sheet, row: source.row, column })),
      deviceType,
    )
  );
}
