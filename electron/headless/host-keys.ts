import type { HostKeyRecord, HostKeys } from '../engine/session/session';
import type { Log } from '../engine/ports';
import { lockFolder } from '../engine/store/folder-lock';
import { createHostKeyStore } from '../engine/store/host-key-store';
import { programName } from './console';

/** How a command line that is no run treats host keys. */
export type HostKeyOrder = {
  /** Folder of the keys, the one that runs use; undefined keeps keys for this call alone. */
  readonly data: string | undefined;
  readonly acceptNewHostKeys: boolean;
};

/**
 * The host keys of `test` and `record`, checked as a run checks them: a changed key is refused before any password,
 * a new one unless it was accepted on the command line.
 *
 * @throws AppError `data.in-use` where keys would be written into a folder that another program uses
 */
export function hostKeysOf({ data, acceptNewHostKeys }: HostKeyOrder, log: Log): HostKeys {
  const mayTrustNew = () => acceptNewHostKeys;
  if (data === undefined) return keysOfThisCall(mayTrustNew);
  // Held to the end of the process.
  if (acceptNewHostKeys) lockFolder(data, programName);
  return createHostKeyStore({ folder: data, log, mayTrustNew });
}

/** One jump host carries many devices: its key must stay the same from the first to the last. */
function keysOfThisCall(mayTrustNew: () => boolean): HostKeys {
  const known = new Map<string, HostKeyRecord>();
  const addressOf = (host: string, port: number) => `${host.toLowerCase()} ${port}`;
  return {
    find: (host, port) => known.get(addressOf(host, port)),
    trustNew(record) {
      if (!mayTrustNew()) return false;
      known.set(addressOf(record.host, record.port), record);
      return true;
    },
  };
}
