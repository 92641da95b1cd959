import { posix } from 'node:path';
import ssh2, { type Attributes, type SFTPWrapper } from 'ssh2';
import type { SimulatedDevice } from './simulated-device';

const { STATUS_CODE } = ssh2.utils.sftp;
const modes = { file: 0o100644, folder: 0o040755 };

type Handle = { readonly path: string; readonly file: Buffer | undefined; isListed: boolean };

/** Serves the files of a device, to read only; every attempt to write is refused and counted. */
export function serveFiles(device: SimulatedDevice, sftp: SFTPWrapper): void {
  const handles = new Map<number, Handle>();
  const { files } = device.expected;
  let lastHandle = 0;

  const open = (request: number, path: string, file: Buffer | undefined): void => {
    lastHandle += 1;
    handles.set(lastHandle, { path, file, isListed: false });
    const name = Buffer.alloc(4);
    name.writeUInt32BE(lastHandle);
    sftp.handle(request, name);
  };
  const handleOf = (name: Buffer): Handle | undefined =>
    name.length === 4 ? handles.get(name.readUInt32BE()) : undefined;
  const stat = (request: number, path: string): void => {
    const attributes = attributesOf(files, absolute(path));
    if (attributes === undefined) sftp.status(request, STATUS_CODE.NO_SUCH_FILE);
    else sftp.attrs(request, device.fault.sftp === 'huge' ? { ...attributes, size: 2 ** 40 } : attributes);
  };

  // A client that goes away in mid-transfer is an everyday event for a device.
  sftp.on('error', () => handles.clear());
  sftp.on('OPEN', (request, path, flags) => {
    const file = files.get(absolute(path));
    if ((flags & ~ssh2.utils.sftp.OPEN_MODE.READ) !== 0) return refuseWrite(device, sftp, request);
    if (file === undefined) return sftp.status(request, STATUS_CODE.NO_SUCH_FILE);
    device.record.filesRead.push(absolute(path));
    open(request, absolute(path), file);
  });
  sftp.on('OPENDIR', (request, path) => {
    if (namesIn(files, absolute(path)).length === 0) sftp.status(request, STATUS_CODE.NO_SUCH_FILE);
    else open(request, absolute(path), undefined);
  });
  sftp.on('READ', (request, name, offset, length) => {
    const file = handleOf(name)?.file;
    if (file === undefined) return sftp.status(request, STATUS_CODE.FAILURE);
    const { sftp: fault } = device.fault;
    if (fault === 'endless' || fault === 'huge') return sftp.data(request, Buffer.alloc(length));
    const end = fault === undefined ? file.length : Math.floor(file.length / 2);
    if (offset < end) return sftp.data(request, file.subarray(offset, Math.min(offset + length, end)));
    if (fault !== 'stalls') sftp.status(request, STATUS_CODE.EOF);
  });
  sftp.on('READDIR', (request, name) => {
    const handle = handleOf(name);
    if (handle === undefined) return sftp.status(request, STATUS_CODE.FAILURE);
    if (handle.isListed) return sftp.status(request, STATUS_CODE.EOF);
    handle.isListed = true;
    sftp.name(request, listing(files, handle.path));
  });
  sftp.on('CLOSE', (request, name) => {
    handles.delete(name.readUInt32BE());
    sftp.status(request, STATUS_CODE.OK);
  });
  sftp.on('REALPATH', (request, path) => sftp.name(request, [entry(absolute(path), modes.folder, 0)]));
  sftp.on('STAT', stat);
  sftp.on('LSTAT', stat);
  sftp.on('FSTAT', (request, name) => stat(request, handleOf(name)?.path ?? ''));
  for (const event of ['WRITE', 'FSETSTAT', 'SETSTAT', 'REMOVE', 'RMDIR', 'MKDIR', 'RENAME', 'SYMLINK'] as const)
    sftp.on(event, (request: number) => refuseWrite(device, sftp, request));
}

function refuseWrite(device: SimulatedDevice, sftp: SFTPWrapper, request: number): void {
  device.record.writesTried += 1;
  sftp.status(request, STATUS_CODE.PERMISSION_DENIED);
}

function absolute(path: string): string {
  return posix.resolve('/', path);
}

function attributesOf(files: ReadonlyMap<string, Buffer>, path: string): Attributes | undefined {
  const file = files.get(path);
  if (file !== undefined) return attributes(modes.file, file.length);
  return namesIn(files, path).length > 0 ? attributes(modes.folder, 0) : undefined;
}

function attributes(mode: number, size: number): Attributes {
  // A fixed time: the devices' files do not change.
  const seconds = 1_767_225_600;
  return { mode, uid: 0, gid: 0, size, atime: seconds, mtime: seconds };
}

/** Names directly below a folder. */
function namesIn(files: ReadonlyMap<string, Buffer>, folder: string): readonly string[] {
  const start = folder === '/' ? '/' : `${folder}/`;
  const below = [...files.keys()].filter((path) => path.startsWith(start));
  return [...new Set(below.map((path) => path.slice(start.length).split('/')[0] ?? ''))];
}

function listing(files: ReadonlyMap<string, Buffer>, folder: string) {
  return namesIn(files, folder).map((name) => {
    const file = files.get(posix.join(folder, name));
    return entry(name, file === undefined ? modes.folder : modes.file, file?.length ?? 0);
  });
}

function entry(filename: string, mode: number, size: number) {
  const kind = mode === modes.folder ? 'drwxr-xr-x' : '-rw-r--r--';
  const longname = `${kind} 1 admin user ${String(size).padStart(9)} Jan  1 2026 ${filename}`;
  return { filename, longname, attrs: attributes(mode, size) };
}
