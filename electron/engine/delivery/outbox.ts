import type { ChannelConfig, Delivery, Message, OutboxEntry } from '../../../shared/model/channel';
import type { ChannelId } from '../../../shared/model/ids';
import { AppError } from '../../../shared/errors';
import { translate, type MessageKey } from '../../../shared/i18n/translate';
import { clockWatch } from '../clock-watch';
import type { Clock } from '../ports';
import type { Ledger, OutboxItem } from '../store/ledger/ledger';
import { testMessage } from './compose-message';
import { endOf, longestWaitMs, type EntryEnd } from './retry-plan';
import { readyChannel, sendOne, type ReadyChannel, type SendPorts } from './send-one';

/** A parked entry comes back by itself after this time, should the channel it waits for never end. */
const parkMs = 60_000;
/** Waits up to this long count as work at hand, not as waiting for another day. */
const dueSoonMs = 10_000;
/** Timers stand still while a machine sleeps; none is set for longer. */
const longestTimerMs = 15 * 60_000;
const lockedWaitMs = 60_000;

export type OutboxPorts = SendPorts & {
  readonly ledger: Pick<Ledger, 'outbox'>;
  readonly configs: () => readonly ChannelConfig[];
  readonly clock: Clock;
  /** What every message passes before it is kept. */
  readonly clean: <T>(value: T) => T;
  /** Told of every entry that was queued, tried or settled. */
  readonly onChange: (entry: OutboxEntry) => void;
};

export type EnqueueOptions = {
  /** False leaves out the channels that want problems only. Default true. */
  readonly hasProblems?: boolean;
  /** Only these of the enabled channels, whatever they want; default: every enabled one. */
  readonly channelIds?: readonly ChannelId[];
};

/**
 * Messages on their way, in the ledger before anything is sent. Promise: every message arrives once, or is reported
 * as not arrived. `accepted` is the service's own yes. A send cut off without an answer (time-out, crash) is made
 * again only where a repetition is recognised (WeCom's duplicate check, a mail's Message-ID), otherwise it ends as
 * `uncertain` and is left to a person.
 */
export type Outbox = {
  /** Queues one entry a channel; what is queued already is left as it is. Returns how many were new. */
  enqueue(message: Message, options?: EnqueueOptions): number;
  /** Takes up what an earlier life of the program left, and begins to send. */
  start(): void;
  /** Looks at once for what is due: after sleep, after the vault was opened, after a channel was changed. */
  wake(): void;
  /** Resolves when nothing is being sent and nothing is due; entries that wait for a later try do not count. */
  idle(): Promise<void>;
  /** Tries a refused, uncertain or waiting entry again now; one that arrived, if only in part, is left as it is. */
  retry(entryId: string): void;
  /**
   * Sends a test message now, past the queue.
   *
   * @throws AppError `vault.locked`
   */
  sendTest(config: ChannelConfig): Promise<Delivery>;
  /** Sends nothing more; resolves when what is on the wire has ended. */
  stop(): Promise<void>;
};

/** Makes the outbox over a ledger; nothing is sent before `start`. */
export function createOutbox(ports: OutboxPorts): Outbox {
  return new OutboxWorker(ports);
}

class OutboxWorker implements Outbox {
  private isRunning = false;
  private cancelTimer = (): void => undefined;
  /** Sends on the wire, one a channel at most. */
  private readonly onWire = new Map<ChannelId, Promise<void>>();
  /** Entries put back because their channel was busy or its rate was spent for a moment. */
  private readonly parked = new Set<string>();
  /** Entries that wait for the vault. */
  private readonly lockedOut = new Set<string>();
  /** When a credential may be used again. */
  private readonly freeAt = new Map<string, Moment>();
  /** How often in a row a credential was told that it sends too fast or too much. */
  private readonly refusedInRow = new Map<string, number>();
  /** Entries of which a try ended without an answer. */
  private readonly mayHaveArrived = new Set<string>();
  private waiting: (() => void)[] = [];
  private readonly steppedBackMs: () => number;

  constructor(private readonly ports: OutboxPorts) {
    this.steppedBackMs = clockWatch(ports.clock);
  }

  enqueue(message: Message, { hasProblems = true, channelIds }: EnqueueOptions = {}): number {
    const { ledger, clock } = this.ports;
    const configs = this.ports
      .configs()
      .filter(({ isEnabled }) => isEnabled)
      .filter(({ id, sendOn }) => channelIds?.includes(id) ?? (hasProblems || sendOn === 'always'));
    const clean = this.ports.clean(message);
    const items = configs.map((config) => ({ entry: entryOf(clean, config, clock.now()), message: clean }));
    const added = ledger.outbox.add(items);
    items.forEach(({ entry }) => this.tell(entry.id));
    this.work(undefined);
    return added;
  }

  start(): void {
    this.isRunning = true;
    for (const item of this.ports.ledger.outbox.interrupted()) this.takeUp(item);
    this.disbelieve();
    this.work(undefined);
  }

  wake(): void {
    const now = this.ports.clock.now();
    for (const id of this.lockedOut) {
      const item = this.ports.ledger.outbox.find(id);
      if (item?.entry.state === 'queued') this.ports.ledger.outbox.settle(id, back(item, now));
    }
    this.lockedOut.clear();
    this.work(undefined);
  }

  /** @param freed channel whose send has just ended; what waited for it is due */
  private work(freed: ChannelId | undefined): void {
    if (!this.isRunning) return;
    try {
      if (this.steppedBackMs() > 0) this.disbelieve();
      if (freed !== undefined) this.release(freed);
      this.pump();
      this.setTimer(this.ports.ledger.outbox.nextDue());
    } catch (cause) {
      // The ledger could not be read or written (disk full): entries stay where they are and are looked for again.
      this.ports.log.error('outbox could not be worked', {}, cause);
      this.setTimer(this.ports.clock.now() + parkMs);
    }
    if (this.isIdle()) this.waiting.splice(0).forEach((resolve) => resolve());
  }

  idle(): Promise<void> {
    if (this.isIdle()) return Promise.resolve();
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  retry(entryId: string): void {
    const item = this.ports.ledger.outbox.find(entryId);
    if (item === undefined || !['refused', 'uncertain', 'queued'].includes(item.entry.state)) return;
    const { words } = item.entry;
    this.settle(entryId, {
      state: 'queued',
      attempts: 0,
      nextAttemptAt: this.ports.clock.now(),
      settledAt: null,
      words,
    });
    this.work(undefined);
  }

  async sendTest(config: ChannelConfig): Promise<Delivery> {
    const prepared = readyChannel(config, this.ports);
    if ('refused' in prepared) return prepared.refused;
    const message = testMessage(this.ports.locale(), this.ports.clock.now());
    return sendOne(prepared.ready, message, `${message.id}/${config.id}`, this.ports);
  }

  async stop(): Promise<void> {
    this.isRunning = false;
    this.cancelTimer();
    await Promise.all(this.onWire.values());
    this.waiting.splice(0).forEach((resolve) => resolve());
  }

  /** One entry after the other, so that only what goes out at once is ever marked as on the wire. */
  private pump(): void {
    for (;;) {
      const [item] = this.ports.ledger.outbox.claim(this.ports.clock.now(), 1);
      if (item === undefined) return;
      this.parked.delete(item.entry.id);
      this.lockedOut.delete(item.entry.id);
      this.dispatch(item);
    }
  }

  private dispatch(item: OutboxItem): void {
    const { entry } = item;
    const now = this.ports.clock.now();
    if (this.onWire.has(entry.channelId)) return this.park(item, now + parkMs, true);
    const config = this.ports.configs().find(({ id }) => id === entry.channelId);
    if (config === undefined) return this.refuse(item, 'message.outbox.channel-removed');
    if (!config.isEnabled) return this.refuse(item, 'message.outbox.channel-disabled');
    const ready = this.ready(item, config);
    if (ready === undefined) return;
    const waitMs = this.waitFor(ready.credential);
    if (waitMs > 0) return this.park(item, now + waitMs, waitMs <= dueSoonMs);
    this.busyFor(ready.credential, Math.ceil(1000 / ready.channel.perSecond));
    const sending = this.send(item, ready).finally(() => {
      this.onWire.delete(entry.channelId);
      this.work(entry.channelId);
    });
    this.onWire.set(entry.channelId, sending);
  }

  /** The channel ready to send; undefined when the entry was settled or put back instead. */
  private ready(item: OutboxItem, config: ChannelConfig): ReadyChannel | undefined {
    try {
      const prepared = readyChannel(config, this.ports);
      if ('ready' in prepared) return prepared.ready;
      this.settle(item.entry.id, endOf(prepared.refused, this.factsOf(item, undefined)));
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause;
      // A locked vault is no answer of a service: the entry waits until it is opened.
      const words = translate(this.ports.locale(), `error.${cause.code}`, cause.params);
      const at = this.ports.clock.now() + lockedWaitMs;
      this.lockedOut.add(item.entry.id);
      this.settle(item.entry.id, { ...back(item, at), words });
    }
    return undefined;
  }

  private async send(item: OutboxItem, ready: ReadyChannel): Promise<void> {
    this.tell(item.entry.id);
    const delivery = await sendOne(ready, item.message, item.entry.id, this.ports);
    this.count(delivery, ready.credential);
    const end = endOf(delivery, this.factsOf(item, ready));
    if (delivery.kind === 'uncertain') this.mayHaveArrived.add(item.entry.id);
    // What a credential spent holds up everything else that uses it, so that the queue keeps its order.
    if (delivery.kind === 'retry' && delivery.class !== 'transient' && end.nextAttemptAt !== null)
      this.busyFor(ready.credential, end.nextAttemptAt - this.ports.clock.now());
    try {
      this.settle(item.entry.id, end);
    } catch (cause) {
      // It stays `sending` in the ledger; the next start treats it as cut off, which is what we know of it.
      this.ports.log.error('delivery could not be recorded', { entry: item.entry.id, state: end.state }, cause);
    }
  }

  private count(delivery: Delivery, credential: string): void {
    const isSpent = delivery.kind === 'retry' && delivery.class !== 'transient';
    if (isSpent) this.refusedInRow.set(credential, (this.refusedInRow.get(credential) ?? 0) + 1);
    else if (delivery.kind === 'accepted' || delivery.kind === 'partial') this.refusedInRow.delete(credential);
  }

  private busyFor(credential: string, ms: number): void {
    const { clock } = this.ports;
    this.freeAt.set(credential, { wall: clock.now() + ms, elapsed: clock.elapsed() + ms });
  }

  /** The wall clock may be put back and the other one stands still in sleep: the first that says so frees. */
  private waitFor(credential: string): number {
    const { clock } = this.ports;
    const free = this.freeAt.get(credential);
    return free === undefined ? 0 : Math.ceil(Math.min(free.wall - clock.now(), free.elapsed - clock.elapsed()));
  }

  /** Entries that waited by a clock that was ahead are tried again now. */
  private disbelieve(): void {
    const entries = this.ports.ledger.outbox.disbelieve(this.ports.clock.now(), longestWaitMs);
    if (entries > 0) this.ports.log.warn('messages had times of a clock that was ahead', { entries });
  }

  private factsOf({ entry }: OutboxItem, ready: ReadyChannel | undefined) {
    return {
      attempts: entry.attempts + 1,
      createdAt: entry.createdAt,
      now: this.ports.clock.now(),
      jitter: this.ports.world.random.fraction(),
      dedupMs: ready?.channel.dedupMs,
      refusedInRow: ready === undefined ? 0 : (this.refusedInRow.get(ready.credential) ?? 0),
      mayHaveArrived: this.mayHaveArrived.has(entry.id),
      locale: this.ports.locale(),
    };
  }

  /** An entry that was on the wire when the program ended: again where that is recognised, else a person decides. */
  private takeUp(item: OutboxItem): void {
    const { entry } = item;
    const now = this.ports.clock.now();
    const channel = this.ports.channels.find(({ id }) => id === entry.channelKind);
    const ageMs = now - entry.createdAt;
    // Made later than now: nobody knows how old it is, nor whether it would still be recognised.
    if (channel?.dedupMs !== undefined && ageMs >= 0 && ageMs < channel.dedupMs) {
      this.mayHaveArrived.add(entry.id);
      this.settle(entry.id, { ...back(item, now), attempts: entry.attempts + 1 });
      return;
    }
    const words = translate(this.ports.locale(), 'message.outbox.interrupted');
    const attempts = entry.attempts + 1;
    this.settle(entry.id, { state: 'uncertain', attempts, nextAttemptAt: null, settledAt: now, words });
  }

  private refuse(item: OutboxItem, key: MessageKey): void {
    const words = translate(this.ports.locale(), key);
    const { attempts } = item.entry;
    const settledAt = this.ports.clock.now();
    this.settle(item.entry.id, { state: 'refused', attempts, nextAttemptAt: null, settledAt, words });
  }

  private park(item: OutboxItem, at: number, isSoon: boolean): void {
    if (isSoon) this.parked.add(item.entry.id);
    this.ports.ledger.outbox.settle(item.entry.id, back(item, at));
  }

  /** Entries that waited for their channel are due now. */
  private release(channelId: ChannelId): void {
    const now = this.ports.clock.now();
    for (const id of this.parked) {
      const item = this.ports.ledger.outbox.find(id);
      if (item?.entry.state !== 'queued' || item.entry.channelId !== channelId) continue;
      this.ports.ledger.outbox.settle(id, back(item, now));
    }
  }

  private settle(id: string, end: EntryEnd): void {
    this.ports.ledger.outbox.settle(id, end);
    if (end.state !== 'queued') this.mayHaveArrived.delete(id);
    this.tell(id);
  }

  private tell(id: string): void {
    const entry = this.ports.ledger.outbox.find(id)?.entry;
    if (entry !== undefined) this.ports.onChange(entry);
  }

  private isIdle(): boolean {
    return !this.isRunning || (this.onWire.size === 0 && this.parked.size === 0);
  }

  private setTimer(due: number | undefined): void {
    this.cancelTimer();
    if (due === undefined) return;
    const waitMs = Math.min(Math.max(due - this.ports.clock.now(), 0), longestTimerMs);
    this.cancelTimer = this.ports.clock.after(waitMs, () => this.work(undefined));
  }
}

/** One moment on both clocks, milliseconds. */
type Moment = { readonly wall: number; readonly elapsed: number };

function entryOf(message: Message, config: ChannelConfig, now: number): OutboxEntry {
  return {
    id: `${message.id}/${config.id}`,
    runId: message.runId,
    channelId: config.id,
    channelKind: config.kind,
    channelName: config.name,
    title: message.title,
    state: 'queued',
    attempts: 0,
    createdAt: now,
    nextAttemptAt: now,
    settledAt: null,
    words: null,
  };
}

/** Back in the queue, untouched but for its time. */
function back({ entry }: OutboxItem, at: number): EntryEnd {
  return { state: 'queued', attempts: entry.attempts, nextAttemptAt: at, settledAt: null, words: entry.words };
}
