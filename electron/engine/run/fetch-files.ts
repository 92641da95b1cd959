import { createHash } from 'node:crypto';
import { AppError, type ErrorCode, type ErrorParams } from '../../../shared/errors';
import type { Protocol } from '../../../shared/model/device';
import { isReadOnly, sameCommand } from '../judge/platform-lookup';
import type { ConfigCommand, Platform } from '../platforms/platform';
import type { CommandOutput, DeviceSession, FetchedFile } from '../session/session';

/** A configuration file that could not be fetched, and why. */
export type FileFailure = { readonly path: string; readonly code: ErrorCode; readonly params: ErrorParams };

export type FilesFetched = { readonly files: readonly FetchedFile[]; readonly fileFailures: readonly FileFailure[] };

export type FilesOrder = {
  readonly host: string;
  readonly protocol: Protocol;
  readonly signal: AbortSignal;
  /** Told before each file or command, with how many are done and how many there are. */
  readonly onFile: (what: string, done: number, total: number) => void;
};

/**
 * Fetches a device's configuration: its files by SFTP or SCP, and the answer of its configuration command where both
 * are refused, or where the platform has no such file. An answer that is at hand already is kept beside the files. Never
 * throws for what a device does.
 */
export async function fetchFiles(
  session: DeviceSession,
  platform: Platform | undefined,
  outputs: readonly CommandOutput[],
  order: FilesOrder,
): Promise<FilesFetched> {
  if (platform === undefined) return { files: [], fileFailures: [] };
  const { paths, optional } = await configPaths(session, platform, outputs);
  const byWire =
    order.protocol === 'ssh'
      ? await fetchPaths(session, platform, { paths, optional }, order)
      : { files: [], fileFailures: [] };
  const hasNoWay = order.protocol !== 'ssh' || byWire.fileFailures.some(({ code }) => code === 'files.no-sftp');
  const { configCommand } = platform;
  if (configCommand === undefined || order.signal.aborted) return byWire;
  const known = outputs.find(({ command, end }) => end === 'complete' && sameCommand(command, configCommand.command));
  if (known === undefined && paths.length > 0 && !hasNoWay) return byWire;
  const captured = await capture(session, platform, configCommand, known, order);
  if ('code' in captured) return { ...byWire, fileFailures: [...byWire.fileFailures, captured] };
  // The configuration is there; that it did not come as a file shows in the way of its record.
  const fileFailures = byWire.fileFailures.filter(({ code }) => code !== 'files.no-sftp');
  return { files: [...byWire.files, captured], fileFailures };
}

/** Paths on a device: those that have to be there, and those that need not. */
type Paths = { readonly paths: readonly string[]; readonly optional: readonly string[] };

/** What the platform calls its configuration files; asks for them where nothing else tells. */
async function configPaths(
  session: DeviceSession,
  platform: Platform,
  outputs: readonly CommandOutput[],
): Promise<Paths> {
  const pathsIn = (texts: ReadonlyMap<string, string>): Paths => ({
    paths: platform.configFiles(texts),
    optional: platform.optionalFiles?.(texts) ?? [],
  });
  const known = pathsIn(textsOf(outputs));
  const { configFilesFrom } = platform;
  if (known.paths.length > 0 || configFilesFrom === undefined || !session.isOpen()) return known;
  if (outputs.some(({ command }) => sameCommand(command, configFilesFrom))) return known;
  return pathsIn(textsOf([await session.run(configFilesFrom)]));
}

function textsOf(outputs: readonly CommandOutput[]): ReadonlyMap<string, string> {
  return new Map(outputs.filter(({ end }) => end === 'complete').map(({ command, text }) => [command.trim(), text]));
}

async function fetchPaths(
  session: DeviceSession,
  platform: Platform,
  { paths, optional }: Paths,
  order: FilesOrder,
): Promise<FilesFetched> {
  const all = [...paths, ...optional];
  const files: FetchedFile[] = [];
  const fileFailures: FileFailure[] = [];
  for (const [index, path] of all.entries()) {
    // Where a needed file failed, the others would fail the same way, each with its own wait.
    if (index >= paths.length && fileFailures.length > 0) break;
    order.onFile(path, index, all.length);
    try {
      const file = await session.fetch(path);
      if (isWhole(file, platform.configCommand)) files.push(file);
      else fileFailures.push({ path, code: 'files.cut', params: { host: order.host, path } });
    } catch (error) {
      // One file that cannot be had is a finding of its own; the others are still fetched.
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'files.not-found' && optional.includes(path)) continue;
      fileFailures.push({ path, code: error.code, params: error.params });
      if (error.code === 'files.no-sftp' || order.signal.aborted) break;
    }
  }
  return { files, fileFailures };
}

const endOfZip = Buffer.from('PK\x05\x06', 'latin1');
/** A ZIP's last record is 22 bytes, and a comment of at most 64 KiB. */
const zipTail = 22 + 0xffff;

/** False for a file whose own end is missing, whatever size the device told. */
function isWhole({ path, bytes }: FetchedFile, configCommand: ConfigCommand | undefined): boolean {
  if (/\.zip$/i.test(path)) return bytes.subarray(-zipTail).includes(endOfZip);
  if (configCommand?.endsWith === undefined || !/\.cfg$/i.test(path)) return true;
  return hasEnd(bytes.toString('latin1'), configCommand.endsWith);
}

/** True when the last line that is not blank is the mark. */
function hasEnd(text: string, mark: RegExp): boolean {
  const last = text.split(/\r?\n/).findLast((line) => line.trim() !== '') ?? '';
  return mark.test(last.trim());
}

/** Takes the configuration from the command line. @param known the answer, when it was asked for already */
async function capture(
  session: DeviceSession,
  platform: Platform,
  configCommand: ConfigCommand,
  known: CommandOutput | undefined,
  order: FilesOrder,
): Promise<FetchedFile | FileFailure> {
  const { command, endsWith, saveAs } = configCommand;
  const failure = (code: ErrorCode): FileFailure => ({
    path: command,
    code,
    params: { host: order.host, path: command },
  });
  if (!isReadOnly(platform, command)) return failure('cli.not-read-only');
  if (known === undefined) order.onFile(command, 0, 1);
  const output = known ?? (await session.run(command));
  if (output.end === 'refused') return failure('files.denied');
  if (output.end === 'partial') return failure('files.cut');
  if (output.end === 'unknown') return failure(output.code ?? 'files.failed');
  const isEmpty = output.text.trim() === '';
  if (isEmpty || (endsWith !== undefined && !hasEnd(output.text, endsWith))) return failure('files.cut');
  const bytes = Buffer.from(output.text, 'utf8');
  return { path: saveAs, bytes, sha256: createHash('sha256').update(bytes).digest('hex'), way: 'cli' };
}
