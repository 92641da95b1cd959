import type { OutboxEntry, Message } from '../../../../shared/model/channel';
import type { DeviceId, RunId, ScheduleId } from '../../../../shared/model/ids';
import type { Outcome, Run } from '../../../../shared/model/run';

/** A message and the channel it is for, as the outbox keeps it. */
export type OutboxItem = { readonly entry: OutboxEntry; readonly message: Message };

/** A configuration file as kept: the sealed bytes stay in the store. */
export type SnapshotRecord = {
  readonly deviceId: DeviceId;
  readonly runId: RunId;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
  /** Epoch milliseconds. */
  readonly takenAt: number;
};

/** A configuration file on its way into the store; `sealed` is `vault.seal(bytes)`. */
export type SnapshotInput = SnapshotRecord & { readonly sealed: Uint8Array };

/**
 * The history of the product in one SQLite file (WAL, one writer). Every method is one transaction: a kill at any
 * moment leaves all of it or nothing.
 */
export type Ledger = {
  readonly runs: {
    begin(run: Run): void;
    finish(id: RunId, end: Pick<Run, 'state' | 'endedAt' | 'counts'>): void;
    /** At start: runs that were going on when the program ended become `cut-off`. Returns them. */
    markCutOff(at: number): readonly Run[];
    find(id: RunId): Run | undefined;
    /** Newest first. */
    list(limit: number): readonly Run[];
    /** Removes a run with its outcomes and findings; open messages stay. */
    remove(id: RunId): void;
  };
  readonly outcomes: {
    /** The outcome with its readings, findings and snapshots, in one transaction. */
    save(outcome: Outcome, snapshots: readonly SnapshotInput[]): void;
    ofRun(id: RunId): readonly Outcome[];
    find(run: RunId, device: DeviceId): Outcome | undefined;
    /** The newest outcomes of a device that hold readings, newest first: what it is compared with. */
    recent(device: DeviceId, limit: number): readonly Outcome[];
    /** What the newest outcome of each device says of its model and software. */
    equipment(): readonly (Pick<Outcome, 'member' | 'readings'> & { readonly deviceId: DeviceId })[];
    /** The devices of which there is any outcome. */
    devices(): readonly DeviceId[];
    /** The newest outcome of each device: verdict and time for the device list. */
    latest(): readonly {
      readonly deviceId: DeviceId;
      readonly runId: RunId;
      readonly verdict: Outcome['verdict'];
      readonly at: number;
    }[];
  };
  readonly outbox: {
    /** Queues; an id that is already there is left as it is (a message is queued once). Returns how many were new. */
    add(items: readonly OutboxItem[]): number;
    /** Queued entries whose time has come, oldest first; each is marked `sending` in the same transaction. */
    claim(now: number, limit: number): readonly OutboxItem[];
    /** Writes what became of an entry: final, or back in the queue with its next time. */
    settle(id: string, end: Pick<OutboxEntry, 'state' | 'attempts' | 'nextAttemptAt' | 'settledAt' | 'words'>): void;
    /** At start: entries that were on the wire when the program ended. Returned, still `sending`; the outbox decides. */
    interrupted(): readonly OutboxItem[];
    /**
     * Queued entries whose times another clock wrote, one that was ahead: made later than `now`, or waiting for longer
     * than anything waits. They are made and due now. Returns how many there were.
     */
    disbelieve(now: number, longestWaitMs: number): number;
    /** Epoch milliseconds of the earliest queued entry, or undefined. */
    nextDue(): number | undefined;
    find(id: string): OutboxItem | undefined;
    ofRun(id: RunId): readonly OutboxEntry[];
    /** Newest first. */
    list(limit: number): readonly OutboxEntry[];
  };
  readonly snapshots: {
    latest(device: DeviceId, path: string): SnapshotRecord | undefined;
    /** Newest first. */
    ofDevice(device: DeviceId): readonly SnapshotRecord[];
    /** The sealed bytes. */
    read(device: DeviceId, path: string, takenAt: number): Uint8Array | undefined;
  };
  readonly schedules: {
    lastFiredAt(id: ScheduleId): number | undefined;
    setFired(id: ScheduleId, at: number): void;
  };
  readonly audit: {
    /** One line of who did what: import confirmed, secret changed, host key trusted. Never a secret. */
    add(entry: { readonly at: number; readonly action: string; readonly detail: string }): void;
    list(limit: number): readonly { readonly at: number; readonly action: string; readonly detail: string }[];
  };
  close(): void;
};
