import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Writes beside and renames: a killed program leaves the old file or the new one, never half of one.
 *
 * @param mode file mode; 0o600 for what only the user may read
 */
export async function writeWhole(path: string, content: string | Uint8Array, mode = 0o600): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.part`;
  const file = await open(beside, 'w', mode);
  try {
    await file.writeFile(content);
    await file.sync();
  } catch (cause) {
    await file.close();
    await rm(beside, { force: true });
    throw cause;
  }
  await file.close();
  await rename(beside, path);
}
