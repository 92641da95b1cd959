import * as z from 'zod';
import type { Log } from '../ports';
import type { HostKeyRecord, HostKeys } from '../session/session';
import { openLightJsonFile } from './json-file';
import type { SetAside } from './set-aside';
import { openVersionedStore } from './versioned-store';

const HostKey = z.object({
  host: z.string(),
  port: z.int(),
  algorithm: z.string(),
  fingerprint: z.string(),
  firstSeenAt: z.number(),
  algorithms: z.array(z.string()).optional(),
  modern: z.array(z.string()).optional(),
});
type HostKey = z.infer<typeof HostKey>;
const HostKeysV1 = z.object({ version: z.literal(1), hostKeys: z.array(HostKey) });

/** Host keys trusted so far, with the review list of the settings page. */
export type HostKeyStore = HostKeys & {
  /** In the order they were first seen. */
  list(): readonly HostKeyRecord[];
  /** The next key of this address is trusted as a first one. */
  forget(host: string, port: number): void;
  /** Host keys that could not be read at the start: every device counts as new until it was seen again. */
  readonly setAside: SetAside | undefined;
};

type HostKeyParts = {
  /** The data folder; the file is `host-keys.json` in it. */
  readonly folder: string;
  readonly log: Log;
  /** Asked for each key seen for the first time; false refuses it. Trusts by default. */
  readonly mayTrustNew?: (record: HostKeyRecord) => boolean;
  /**
   * Does something in a while. With it, keys that come in quick succession are written together: a run over a new
   * fleet sees hundreds in a second, and a key that a kill took along is asked for again. At once when left out.
   */
  readonly later?: (ms: number, work: () => void) => void;
};

/** Keys that come within this time of a write are written together, milliseconds. */
const gatherMs = 250;

/** Opens the host keys. One write a new key, so the file is a light one. */
export function createHostKeyStore({ mayTrustNew = () => true, later, ...parts }: HostKeyParts): HostKeyStore {
  const store = openVersionedStore<z.infer<typeof HostKeysV1>>({
    ...parts,
    openFile: openLightJsonFile,
    name: 'host-keys',
    migrate: (stored) => HostKeysV1.parse(stored),
    initial: () => ({ version: 1, hostKeys: [] }),
    newestVersion: 1,
  });
  const byAddress = new Map(store.get().hostKeys.map((record) => [addressOf(record.host, record.port), record]));
  const keep = () => store.set({ version: 1, hostKeys: [...byAddress.values()] });
  const keepOrTell = () => {
    try {
      keep();
    } catch (cause) {
      // Called in the middle of a handshake: the key stays known until quit and goes out with the next write.
      parts.log.error('host key not written', {}, cause);
    }
  };
  let isGathering = false;
  let hasGathered = false;
  const keepWithOthers = () => {
    if (later === undefined) return keepOrTell();
    if (isGathering) {
      hasGathered = true;
      return;
    }
    isGathering = true;
    hasGathered = false;
    keepOrTell();
    later(gatherMs, () => {
      isGathering = false;
      if (hasGathered) keepWithOthers();
    });
  };
  return {
    find: (host, port) => byAddress.get(addressOf(host, port)),
    trustNew(record) {
      const address = addressOf(record.host, record.port);
      const known = byAddress.get(address);
      if (known !== undefined) return known.fingerprint === record.fingerprint;
      if (!mayTrustNew(record)) return false;
      byAddress.set(address, hostKeyOf(record));
      keepWithOthers();
      return true;
    },
    noteAlgorithms(host, port, names, modern) {
      const address = addressOf(host, port);
      const known = byAddress.get(address);
      if (known === undefined) return;
      byAddress.set(address, hostKeyOf({ ...known, algorithms: names, ...(modern && { modern }) }));
      keepWithOthers();
    },
    list: () => [...byAddress.values()],
    forget(host, port) {
      if (byAddress.delete(addressOf(host, port))) keep();
    },
    setAside: store.setAside,
  };
}

/** As it is stored: a record has just these fields. */
function hostKeyOf({ host, port, algorithm, fingerprint, firstSeenAt, algorithms, modern }: HostKeyRecord): HostKey {
  return {
    ...{ host, port, algorithm, fingerprint, firstSeenAt },
    ...(algorithms && { algorithms: [...algorithms] }),
    ...(modern && { modern: [...modern] }),
  };
}

function addressOf(host: string, port: number): string {
  return `[${host.toLowerCase()}]:${port}`;
}
