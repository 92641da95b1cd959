import { createHash } from 'node:crypto';
import { AppError, type ErrorCode, type ErrorParams } from '../../../shared/errors';
import type { Protocol } from '../../../shared/model/device';
import { isReadOnly, sameCommand } from '../judge/platform-lookup';
import type { Platform } from '../vendors/platform';
import type { CommandOutput, DeviceSession, FetchedFile } from '../session/session';
import { isWholeFile } from './whole-file';

/** A configuration file that could not be fetched, and why. */
export type FileFailure = { readonly path: string; readonly code: ErrorCode; readonly params: ErrorParams };

export type FilesOrder = {
  readonly host: string;
  readonly protocol: Protocol;
  readonly signal: AbortSignal;
  /** Told before each file or command, with how many are done and how many there are. */
  readonly onFile: (what: string, done: number, total: number) => void;
};

/** What came by SFTP, SCP or FTP. */
export type FilesByWire = {
  readonly files: readonly FetchedFile[];
  readonly fileFailures: readonly FileFailure[];
  /** Paths that are done with, whatever became of them. */
  readonly tried: readonly string[];
  /** Answers that were asked for on the way, beside those at hand. */
  readonly asked: readonly CommandOutput[];
  /** True where the device gives no files, so that only the command line is left. */
  readonly isRefused: boolean;
};

/** Codes by which a way itself is refused, not one file. */
export const refusals: readonly ErrorCode[] = ['files.no-sftp', 'files.no-ftp'];

/**
 * True once the answers at hand tell which files there are to fetch. Fetching may begin then, beside the commands that
 * are still to come: files have channels of their own.
 */
export function knowsFiles(platform: Platform, outputs: readonly CommandOutput[]): boolean {
  const { configFilesFrom } = platform;
  return configFilesFrom === undefined || outputs.some(({ command }) => sameCommand(command, configFilesFrom));
}

/**
 * Fetches the configuration files of a device by SFTP, SCP or FTP, each only where the one before is refused. May run
 * beside the commands of the same session. Never throws for what a device does.
 *
 * @param early what an earlier call brought, before all answers were at hand: only what they name beside it is fetched
 */
export async function fetchByWire(
  session: DeviceSession,
  platform: Platform,
  outputs: readonly CommandOutput[],
  order: FilesOrder,
  early: FilesByWire = nothing,
): Promise<FilesByWire> {
  const asked = [...early.asked, ...(await askForFiles(session, platform, [...outputs, ...early.asked]))];
  const isRefused = early.isRefused || !(session.carriesFiles ?? order.protocol === 'ssh');
  if (isRefused || order.signal.aborted) return { ...early, asked, isRefused };
  const texts = textsOf([...outputs, ...asked]);
  const isNew = (path: string): boolean => !early.tried.includes(path);
  const paths = platform.configFiles(texts).filter(isNew);
  const optional = (platform.optionalFiles?.(texts) ?? []).filter(isNew);
  const { files, fileFailures, tried } = await fetchPaths(session, platform, { paths, optional }, order);
  return {
    files: [...early.files, ...files],
    fileFailures: [...early.fileFailures, ...fileFailures],
    tried: [...early.tried, ...tried],
    asked,
    isRefused: fileFailures.some(({ code }) => refusals.includes(code)),
  };
}

const nothing: FilesByWire = { files: [], fileFailures: [], tried: [], asked: [], isRefused: false };

/** The answer that names the files, and often whether they are what runs, where it is not at hand. */
async function askForFiles(
  session: DeviceSession,
  platform: Platform,
  outputs: readonly CommandOutput[],
): Promise<readonly CommandOutput[]> {
  const { configFilesFrom } = platform;
  if (configFilesFrom === undefined || knowsFiles(platform, outputs) || !session.isOpen()) return [];
  return [await session.run(configFilesFrom)];
}

function textsOf(outputs: readonly CommandOutput[]): ReadonlyMap<string, string> {
  return new Map(outputs.filter(({ end }) => end === 'complete').map(({ command, text }) => [command.trim(), text]));
}

/** Paths on a device: those that have to be there, and those that need not. */
type Paths = { readonly paths: readonly string[]; readonly optional: readonly string[] };

async function fetchPaths(
  session: DeviceSession,
  platform: Platform,
  { paths, optional }: Paths,
  order: FilesOrder,
): Promise<Pick<FilesByWire, 'files' | 'fileFailures' | 'tried'>> {
  const all = [...paths, ...optional];
  const files: FetchedFile[] = [];
  const fileFailures: FileFailure[] = [];
  const tried: string[] = [];
  for (const [index, path] of all.entries()) {
    // Where a needed file failed, the others would fail the same way, each with its own wait.
    if (index >= paths.length && fileFailures.length > 0) break;
    order.onFile(path, index, all.length);
    tried.push(path);
    try {
      const file = await session.fetch(path);
      const code = await faultOf(file, session, platform);
      if (code === undefined) files.push(file);
      else fileFailures.push({ path, code, params: { host: order.host, path } });
    } catch (error) {
      // One file that cannot be had is a finding of its own; the others are still fetched.
      if (!(error instanceof AppError)) throw error;
      if (error.code === 'files.not-found' && optional.includes(path)) continue;
      fileFailures.push({ path, code: error.code, params: error.params });
      if (refusals.includes(error.code) || order.signal.aborted) break;
    }
  }
  return { files, fileFailures, tried };
}

/** Why a file of the right size is not kept: its own end is missing, or the device makes another hash of it. */
async function faultOf(
  file: FetchedFile,
  session: DeviceSession,
  platform: Platform,
): Promise<'files.cut' | 'files.mismatch' | undefined> {
  if (!isWholeFile(file, platform.configCommand)) return 'files.cut';
  const { fileHash } = platform;
  if (fileHash === undefined) return undefined;
  const command = fileHash.command(file.path);
  if (command === undefined || !isReadOnly(platform, command) || !session.isOpen()) return undefined;
  const { end, text } = await session.run(command);
  // Accounts that may not ask, and releases that lack the command, leave the size as the proof.
  const told = end === 'complete' ? fileHash.parse(text) : undefined;
  if (told === undefined) return undefined;
  const own = createHash(fileHash.algorithm).update(file.bytes).digest('hex');
  return told.toLowerCase() === own ? undefined : 'files.mismatch';
}
