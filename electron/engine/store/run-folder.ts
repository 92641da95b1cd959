import { existsSync, readFileSync } from 'node:fs';
import { basename, join, posix, resolve, sep } from 'node:path';
import type { Device } from '../../../shared/model/device';
import type { RunId } from '../../../shared/model/ids';
import { withoutCutMark } from '../text/cut-mark';
import { makeFolders, writeFolderSync, writeWholeSync } from './atomic-file';
import { errnoOf } from './disk-failure';
import { openOwnedFiles, type OwnedFiles } from './owned-files';
import { NameClaims, safeName } from './safe-name';

/** What names a device's folders. */
type Named = Pick<Device, 'id' | 'name'>;

/** The output of one command, with its place in the list. */
export type Transcript = {
  readonly number: number;
  readonly command: string;
  readonly text: string;
  /** The end of the output is missing: the file is called `….partial.txt`. */
  readonly isPartial?: boolean;
};

/** The folder of one run: transcripts and configurations by device. Paths given back are inside it, with `/`. */
export type RunFolder = {
  /** Absolute. */
  readonly path: string;
  /**
   * Writes `transcripts/<device>/<NN>-<command>.txt` for all commands of a device, which appear together: one rename
   * instead of one a file.
   *
   * @throws AppError `disk.*`
   */
  writeTranscripts(device: Named, transcripts: readonly Transcript[]): Promise<readonly string[]>;
  /** Writes `configs/<device>/<file>`. @param source path on the device @throws AppError `disk.*` */
  writeConfig(device: Named, source: string, content: string | Uint8Array): Promise<string>;
  /**
   * The output in a transcript, without a last line of ours; empty when the file is not there any more.
   *
   * @param inside as `writeTranscripts` gave it
   */
  readTranscript(inside: string): string;
  /** The list of what was written, by which only what is ours is replaced or removed. */
  readonly owned: OwnedFiles;
};

/** Where a run of the app keeps its files: `<data>/runs/<run id>`. */
export function runFolderPath(dataFolder: string, id: RunId): string {
  return join(dataFolder, 'runs', safeName(id, 'run'));
}

/**
 * The folder of a run; nothing is created before the first write. Writing throws `out.foreign` where a file of somebody
 * else is in the way.
 *
 * @param devices in the order of the list, so that two of one name always get the same folders; without it the first
 *   to write gets the plain name
 */
export function openRunFolder(path: string, devices: readonly Named[] = []): RunFolder {
  const root = resolve(path);
  const owned = openOwnedFiles(root);
  const names = runNames(devices);
  // Small files are cheaper to write at once than by way of the thread pool (0.3 against 1 ms a device of
  // eight), and not forced to the disk: a run that a power cut ended is marked as cut off anyway.
  const made = new Set<string>();
  const write = async (inside: string, content: string | Uint8Array) => {
    owned.claim([inside]);
    return put(inside, content);
  };
  const put = (inside: string, content: string | Uint8Array) => {
    const folder = posix.dirname(inside);
    if (!made.has(folder)) makeFolders(join(root, folder));
    made.add(folder);
    writeWholeSync(join(root, inside), content, false);
    return inside;
  };
  // Looked for once: after that only we make folders in there.
  let isFresh: boolean | undefined;
  const isThere = (folder: string) => {
    isFresh ??= !existsSync(join(root, 'transcripts'));
    return made.has(folder) || (!isFresh && existsSync(join(root, folder)));
  };
  return {
    path: root,
    owned,
    async writeTranscripts(device, transcripts) {
      const files = transcripts.map(({ number, command, text, isPartial }) => ({
        inside: names.transcript(device, number, command, isPartial),
        text,
      }));
      const folder = `transcripts/${names.folder(device)}`;
      owned.claim(files.map(({ inside }) => inside));
      if (isThere(folder)) for (const { inside, text } of files) put(inside, text);
      else if (files.length > 0) {
        writeFolderSync(
          join(root, folder),
          files.map(({ inside, text }) => [posix.basename(inside), text]),
        );
        made.add(folder);
      }
      return files.map(({ inside }) => inside);
    },
    writeConfig: (device, source, content) => write(names.config(device, source), content),
    readTranscript: (inside) => withoutCutMark(readInside(root, inside)).text,
  };
}

/** Where the files of devices lie below a run's folder, each name given once. */
function runNames(devices: readonly Named[]) {
  const folder = deviceFolders(devices);
  const files = new Map<string, NameClaims>();
  const claimFile = (above: string, stem: string, ending: string) => {
    const claims = files.get(above) ?? new NameClaims();
    files.set(above, claims);
    return `${above}/${claims.claim(stem, ending)}`;
  };
  // The same commands for every device.
  const commandNames = new Map<string, string>();
  const commandName = (command: string) => {
    const name = commandNames.get(command) ?? safeName(command, 'command', '.txt').slice(0, -4);
    commandNames.set(command, name);
    return name;
  };
  return {
    folder,
    transcript(device: Named, number: number, command: string, isPartial = false) {
      const stem = `${String(number).padStart(2, '0')}-${commandName(command)}`;
      return claimFile(`transcripts/${folder(device)}`, stem, isPartial ? '.partial.txt' : '.txt');
    },
    config(device: Named, source: string) {
      const { stem, ending } = fileName(source);
      return claimFile(`configs/${folder(device)}`, stem, ending);
    },
  };
}

function deviceFolders(devices: readonly Named[]): (device: Named) => string {
  const claims = new NameClaims();
  const names = new Map<string, string>();
  const nameOf = ({ id, name }: Named) => {
    const known = names.get(id) ?? claims.claim(safeName(name, 'device'));
    names.set(id, known);
    return known;
  };
  for (const device of devices) nameOf(device);
  return nameOf;
}

/** The last part of a path on a device, whatever it separates with: `/flash/vcboot.cfg`, `flash:/startup.cfg`. */
function fileName(source: string): { readonly stem: string; readonly ending: string } {
  const last = source.split(/[/\\:]/).findLast((part) => part !== '') ?? '';
  const ending = /(?<=.)\.[A-Za-z0-9]{1,16}$/.exec(last)?.[0] ?? '';
  const name = safeName(last.slice(0, last.length - ending.length), 'file', ending);
  return { stem: name.slice(0, name.length - ending.length), ending };
}

function readInside(root: string, inside: string): string {
  const target = resolve(root, inside);
  if (!target.startsWith(root + sep)) throw new Error(`path outside the run: ${basename(inside)}`);
  try {
    return readFileSync(target, 'utf8');
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return '';
    throw cause;
  }
}
