import { expect, test } from 'vitest';
import { mergeOutbox } from '../../../../renderer/state/channels';
import type { OutboxEntry } from '../../../../shared/model/channel';
import { ChannelId } from '../../../../shared/model/ids';

const entry = (id: string, createdAt: number, state: OutboxEntry['state'] = 'queued'): OutboxEntry => ({
  id,
  runId: null,
  channelId: ChannelId.parse('c-1'),
  channelKind: 'email',
  channelName: 'mail',
  title: '',
  state,
  attempts: 0,
  createdAt,
  nextAttemptAt: null,
  settledAt: null,
  words: null,
});

test('a changed entry replaces the one it was, a new one comes on top', () => {
  const merged = mergeOutbox([entry('b', 2), entry('a', 1)], [entry('a', 1, 'accepted'), entry('c', 3)], 10);

  expect(merged.map((each) => `${each.id} ${each.state}`)).toEqual(['c queued', 'b queued', 'a accepted']);
});

test('the list keeps to its limit and drops the oldest', () => {
  expect(mergeOutbox([entry('b', 2), entry('a', 1)], [entry('c', 3)], 2).map((each) => each.id)).toEqual(['c', 'b']);
});
