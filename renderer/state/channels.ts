import { useEffect } from 'react';
import type { OutputOf } from '../../shared/contract/define';
import type { AppContract } from '../../shared/contract/index';
import type { ChannelInput, ChannelView, OutboxEntry } from '../../shared/model/channel';
import type { ChannelId } from '../../shared/model/ids';
import { call, on } from '../api';
import { createResource, load, type Resource } from './resource';
import { createStore, useStore } from './store';

/** What a service answered to a test message. */
export type ChannelTest = OutputOf<AppContract, 'channels.test'>;

const outboxLimit = 200;
const channels = createResource<readonly ChannelView[]>();
const outbox = createResource<readonly OutboxEntry[]>();
const changes = createStore(0);

/** The configured channels. */
export function useChannels(): Resource<readonly ChannelView[]> {
  useEffect(() => {
    void loadChannels();
  }, []);
  return useStore(channels);
}

/** The newest messages of the outbox, kept up to date. */
export function useOutbox(): Resource<readonly OutboxEntry[]> {
  useEffect(() => {
    void loadOutbox();
  }, []);
  return useStore(outbox);
}

/** Changes whenever the outbox does, for lists that show messages of their own. */
export function useOutboxStamp(): number {
  return useStore(changes);
}

/** Reads the channels. */
export async function loadChannels(): Promise<void> {
  await load(channels, () => call('channels.list'));
}

/** Reads the outbox. */
export async function loadOutbox(): Promise<void> {
  await load(outbox, () => call('channels.outbox', { limit: outboxLimit }));
}

/** Begins to follow the outbox; returns how to stop. */
export function followOutbox(): () => void {
  return on('channels.outboxChanged', (entries) => {
    changes.update((count) => count + 1);
    outbox.update((now) =>
      now.kind === 'ready' ? { ...now, value: mergeOutbox(now.value, entries, outboxLimit) } : now,
    );
  });
}

/** The list with changed entries in their places and new ones on top, newest first. */
export function mergeOutbox(
  list: readonly OutboxEntry[],
  changed: readonly OutboxEntry[],
  limit: number,
): readonly OutboxEntry[] {
  const byId = new Map(list.map((entry) => [entry.id, entry]));
  for (const entry of changed) byId.set(entry.id, entry);
  return [...byId.values()].sort((one, other) => other.createdAt - one.createdAt).slice(0, limit);
}

/** Saves a channel and reads the list again. */
export async function saveChannel(input: ChannelInput): Promise<ChannelView> {
  const saved = await call('channels.save', input);
  await loadChannels();
  return saved;
}

/** Removes a channel with its secrets. */
export async function removeChannel(id: ChannelId): Promise<void> {
  await call('channels.remove', { id });
  await loadChannels();
}

/** Sends a test message now. */
export async function testChannel(id: ChannelId): Promise<ChannelTest> {
  return call('channels.test', { id });
}

/** Puts a refused message back into the queue. */
export async function retryMessage(entryId: string): Promise<void> {
  await call('channels.retry', { entryId });
  await loadOutbox();
}
