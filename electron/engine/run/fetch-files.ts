import type { Platform } from '../vendors/platform';
import type { CommandOutput, DeviceSession } from '../session/session';
import { captureConfig, type FilesFetched } from './capture-config';
import { fetchByWire, type FilesByWire, type FilesOrder } from './fetch-by-wire';

/**
 * Fetches a device's configuration once its commands are done: its files by SFTP, SCP or FTP, then what is missing from
 * the command line. Never throws for what a device does.
 *
 * @param early what `fetchByWire` brought while the commands were still running
 */
export async function fetchFiles(
  session: DeviceSession,
  platform: Platform | undefined,
  outputs: readonly CommandOutput[],
  order: FilesOrder,
  early?: FilesByWire,
): Promise<FilesFetched> {
  if (platform === undefined) return { files: [], fileFailures: [] };
  const byWire = await fetchByWire(session, platform, outputs, order, early);
  return captureConfig(session, platform, outputs, byWire, order);
}
