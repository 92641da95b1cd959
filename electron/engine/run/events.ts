import type { RunId } from '../../../shared/model/ids';
import type { RunEvent } from '../../../shared/model/run';
import type { Clock } from '../ports';

/** An event before it has its stamp. */
type WithoutStamp<E> = E extends RunEvent ? Omit<E, 'seq' | 'runId' | 'at'> : never;
export type RunNews = WithoutStamp<RunEvent>;

/** Where one run tells what happens; the window and the command line are two readers of it. */
export type RunStream = {
  emit(news: RunNews): void;
  /** False while nobody listens to what devices print: then there is no need to tell it. */
  wantsOutput(): boolean;
};

/** All runs' events, to whoever listens. */
export type RunBus = {
  open(runId: RunId): RunStream;
  /** @param withOutput false for a listener that has no use for what devices print; it may get it all the same */
  subscribe(listener: (event: RunEvent) => void, withOutput?: boolean): () => void;
};

/**
 * A bus that numbers the events of each run from 0 without gaps.
 *
 * @param clean what every event passes; what devices print has passed a filter of its own, which sees more than a piece
 */
export function createRunBus(clock: Clock, clean: <T>(news: T) => T = (news) => news): RunBus {
  const listeners = new Set<(event: RunEvent) => void>();
  const readers = new Set<(event: RunEvent) => void>();
  return {
    open(runId) {
      let seq = 0;
      return {
        emit(news) {
          const number = seq++;
          // The command line has no listener, and a device tells thirty things.
          if (listeners.size === 0) return;
          const shown = news.kind === 'device-output' ? news : clean(news);
          const event: RunEvent = { ...shown, seq: number, runId, at: clock.now() };
          for (const listener of listeners) listener(event);
        },
        wantsOutput: () => readers.size > 0,
      };
    },
    subscribe(listener, withOutput = true) {
      listeners.add(listener);
      if (withOutput) readers.add(listener);
      return () => {
        listeners.delete(listener);
        readers.delete(listener);
      };
    },
  };
}

/** Events on their way to the window. */
export type Coalesced = {
  add(event: RunEvent): void;
  /** Hands on at once what waits: before a snapshot is taken, so that nothing in it comes again. */
  flush(): void;
  stop(): void;
};

/**
 * Gathers events and hands them on at most once in `everyMs`; neighbouring outputs of one device become one event with
 * the later number, so that 20 devices that talk at once do not flood the window.
 */
export function coalesce(clock: Clock, everyMs: number, handOn: (events: readonly RunEvent[]) => void): Coalesced {
  let waiting: RunEvent[] = [];
  let cancel: (() => void) | undefined;
  const send = () => {
    cancel = undefined;
    const batch = waiting;
    waiting = [];
    if (batch.length > 0) handOn(mergeOutputs(batch));
  };
  const flush = () => {
    cancel?.();
    send();
  };
  return {
    add(event) {
      waiting.push(event);
      cancel ??= clock.after(everyMs, send);
    },
    flush,
    stop: flush,
  };
}

/**
 * Joins the outputs of each device inside a batch. The joined event stands where its last piece stood, with that
 * piece's number, so that numbers still grow and a device's outputs stay in order with its other events.
 */
export function mergeOutputs(batch: readonly RunEvent[]): RunEvent[] {
  const merged: (RunEvent | undefined)[] = [];
  const open = new Map<string, number>();
  for (const event of batch) {
    if (event.kind !== 'device-output') {
      if ('deviceId' in event) open.delete(event.deviceId);
      merged.push(event);
      continue;
    }
    const place = open.get(event.deviceId);
    const before = place === undefined ? undefined : merged[place];
    const text = before?.kind === 'device-output' ? before.text + event.text : event.text;
    if (place !== undefined) merged[place] = undefined;
    open.set(event.deviceId, merged.push({ ...event, text }) - 1);
  }
  return merged.filter((event) => event !== undefined);
}
