import * as z from 'zod';
import { ChannelInput, ChannelView, Delivery, OutboxEntry } from '../model/channel';
import { ChannelId } from '../model/ids';
import { call, push, type Contract } from './define';

/** Messages about channels and what is sent by them. */
export const channelsContract = {
  'channels.list': call(z.void(), z.array(ChannelView)),
  'channels.save': call(ChannelInput, ChannelView),
  'channels.remove': call(z.object({ id: ChannelId }), z.void()),
  /** Sends a test message now and says what the service answered. */
  'channels.test': call(z.object({ id: ChannelId }), z.object({ delivery: Delivery, ms: z.number() })),
  'channels.outbox': call(z.object({ limit: z.int().min(1).max(500) }), z.array(OutboxEntry)),
  /** Puts a refused entry back into the queue. */
  'channels.retry': call(z.object({ entryId: z.string() }), z.void()),
  'channels.outboxChanged': push(z.array(OutboxEntry)),
} as const satisfies Contract;
