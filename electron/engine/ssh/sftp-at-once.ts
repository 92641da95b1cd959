import type { SFTPWrapper } from './ssh2';

/** What any server gives in one answer, bytes (draft-ietf-secsh-filexfer-02, section 3). Most configurations are no longer. */
export const oneAnswerBytes = 32_768;

/**
 * Reads a small file by its bare requests: open, read, read to the end. A stream would cost twice the processor time.
 *
 * @param size what the device said; a file that has become longer since comes with one byte more
 * @param onData called each time some bytes come
 * @throws Error of the library, with the status of SFTP as `code`
 */
export async function readAtOnce(sftp: SFTPWrapper, path: string, size: number, onData: () => void): Promise<Buffer> {
  const handle = await opened(sftp, path);
  try {
    const room = Buffer.alloc(size + 1);
    let have = 0;
    for (let count = -1; count !== 0 && have < room.length; have += count) {
      count = await readAt(sftp, handle, room, have);
      onData();
    }
    return room.subarray(0, have);
  } finally {
    // Nobody waits for it: the channel ends with the session anyway.
    sftp.close(handle, () => undefined);
  }
}

function opened(sftp: SFTPWrapper, path: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    sftp.open(path, 'r', (error, handle) => (error ? reject(error) : resolve(handle)));
  });
}

/** How many bytes came; 0 at the end of the file. */
function readAt(sftp: SFTPWrapper, handle: Buffer, room: Buffer, at: number): Promise<number> {
  return new Promise((resolve, reject) => {
    sftp.read(handle, room, at, room.length - at, at, (error, count) => (error ? reject(error) : resolve(count)));
  });
}
