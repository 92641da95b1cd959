import { expect, test } from 'vitest';
import type { Http } from '../../../../electron/engine/ports';
import { nodeHttp } from '../../../../electron/node-http';
import { ChannelId } from '../../../../shared/model/ids';
import { sampleMessage } from '../../../support/channel-messages';
import { outboxBench } from './outbox-bench';

const second = 1000;
const minute = 60 * second;

test('one message reaches every enabled channel once', async () => {
  const { outbox, use, sinks, states, entries } = await outboxBench();
  ['email', 'wxpusher', 'wecom-app'].forEach((kind) => use(kind));
  use('wxpusher', { isEnabled: false }, 'wx-off');
  outbox.start();

  const added = outbox.enqueue(sampleMessage());
  await outbox.idle();

  expect(added).toBe(3);
  expect(states()).toEqual({ email: 'accepted', wxpusher: 'accepted', 'wecom-app': 'accepted' });
  expect(
    entries().every(
      ({ attempts, settledAt, nextAttemptAt }) => attempts === 1 && settledAt !== null && nextAttemptAt === null,
    ),
  ).toBe(true);
  expect(sinks.received()).toHaveLength(3);
});

test('the pushes open with the text of the desktop notification, word for word', async () => {
  const { outbox, use, sinks } = await outboxBench();
  ['wxpusher', 'wecom-app'].forEach((kind) => use(kind));
  outbox.start();

  outbox.enqueue(sampleMessage());
  await outbox.idle();

  const { notice } = sampleMessage();
  expect(sinks.wxpusher.received[0]?.title).toBe(notice);
  expect(sinks.wecom.received[0]?.body.startsWith(notice)).toBe(true);
});

test('a message that is queued already is not queued again', async () => {
  const { outbox, use, sinks } = await outboxBench();
  use('wxpusher');
  outbox.start();
  outbox.enqueue(sampleMessage());
  await outbox.idle();

  const added = outbox.enqueue(sampleMessage());
  await outbox.idle();

  expect(added).toBe(0);
  expect(sinks.wxpusher.calls).toHaveLength(1);
});

test('channels that want problems only get no good news, and chosen channels get what is chosen', async () => {
  const { outbox, use, states } = await outboxBench();
  use('email', { sendOn: 'problems' });
  use('wxpusher');

  outbox.enqueue(sampleMessage({ id: 'good' }), { hasProblems: false });
  outbox.enqueue(sampleMessage({ id: 'chosen' }), { hasProblems: false, channelIds: [ChannelId.parse('email')] });

  expect(Object.keys(states()).sort()).toEqual(['email', 'wxpusher']);
});

test('nothing is sent before the start, everything after it', async () => {
  const { outbox, use, sinks, states } = await outboxBench();
  use('wxpusher');
  outbox.enqueue(sampleMessage());

  expect(states()).toEqual({ wxpusher: 'queued' });
  outbox.start();
  await outbox.idle();

  expect(sinks.wxpusher.received).toHaveLength(1);
});

test('a channel that hangs does not delay the others', async () => {
  const { outbox, use, sinks, states, clock } = await outboxBench({
    http: (request, signal) =>
      request.url.includes('/api/send/message') ? new Promise(() => undefined) : nodeHttp(request, signal),
  });
  ['wxpusher', 'email', 'wecom-app'].forEach((kind) => use(kind));
  outbox.start();

  outbox.enqueue(sampleMessage());
  await expect.poll(() => [sinks.smtp.received.length, sinks.wecom.received.length]).toEqual([1, 1]);
  await expect.poll(states).toEqual({ email: 'accepted', 'wecom-app': 'accepted', wxpusher: 'sending' });
  clock.advance(3 * minute);
  await outbox.idle();

  expect(states()).toMatchObject({ wxpusher: 'uncertain' });
});

test('a transient failure is tried again when its time has come, not before', async () => {
  const { outbox, use, sinks, entries, clock } = await outboxBench();
  use('wxpusher');
  sinks.wxpusher.behave({ kind: 'busy' }, { kind: 'status', status: 502 });
  outbox.start();
  outbox.enqueue(sampleMessage());
  await outbox.idle();
  const first = entries()[0];
  clock.advance(29 * second);
  await outbox.idle();
  const before = sinks.wxpusher.calls.length;
  clock.advance(1 * second);
  await outbox.idle();
  clock.advance(4 * minute);
  await outbox.idle();

  expect(first).toMatchObject({ state: 'queued', attempts: 1, words: '1001 系统繁忙，请稍后再试' });
  expect(before).toBe(1);
  expect(sinks.wxpusher.calls).toHaveLength(3);
  expect(entries()[0]).toMatchObject({ state: 'accepted', attempts: 3 });
});

test('five failures in an hour end as refused, and retry by hand begins anew', async () => {
  const { outbox, use, sinks, entries, clock } = await outboxBench();
  use('wxpusher');
  sinks.wxpusher.behave(...Array.from({ length: 5 }, () => ({ kind: 'busy' }) as const));
  outbox.start();
  outbox.enqueue(sampleMessage());
  for (const waitMs of [0, 30 * second, 4 * minute, 15 * minute, 40 * minute]) {
    clock.advance(waitMs);
    await outbox.idle();
  }
  const end = entries()[0];
  clock.advance(minute);

  outbox.retry(end?.id ?? '');
  await outbox.idle();

  expect(end).toMatchObject({
    state: 'refused',
    attempts: 5,
    words: '已尝试 5 次，不再重试：1001 系统繁忙，请稍后再试',
  });
  expect(entries()[0]).toMatchObject({ state: 'accepted', attempts: 1 });
});

test('an accepted or partly accepted entry is never sent again by hand', async () => {
  const { outbox, use, sinks, entries } = await outboxBench({ sinks: { wxpusher: { unknownUids: ['UID_gone'] } } });
  use('wxpusher', { options: { uids: ['UID_a', 'UID_gone'] } });
  outbox.start();
  outbox.enqueue(sampleMessage());
  await outbox.idle();

  outbox.retry(entries()[0]?.id ?? '');
  await outbox.idle();

  expect(entries()[0]).toMatchObject({ state: 'partial', words: expect.stringContaining('UID_gone: 1001') });
  expect(sinks.wxpusher.calls).toHaveLength(1);
});

test('a spent rate holds up what follows on the same credential, in order', async () => {
  const { outbox, use, sinks, clock, states } = await outboxBench();
  use('wxpusher');
  sinks.wxpusher.behave({ kind: 'too-fast' });
  outbox.start();
  outbox.enqueue(sampleMessage({ id: 'a', notice: 'first' }));
  outbox.enqueue(sampleMessage({ id: 'b', notice: 'second' }));
  await clock.advanceAsync(0);
  await expect.poll(() => sinks.wxpusher.calls.length).toBe(1);
  await expect.poll(() => Object.values(states())).not.toContain('sending');
  clock.advance(59 * second);
  const early = sinks.wxpusher.calls.length;
  clock.advance(8 * second);
  await outbox.idle();
  clock.advance(2 * second);
  await outbox.idle();

  expect(early).toBe(1);
  expect(sinks.wxpusher.received.map(({ title }) => title)).toEqual(['first', 'second']);
});

test('messages of one credential keep their distance, one at a time', async () => {
  const http: { open: number; most: number; call: Http } = {
    open: 0,
    most: 0,
    call: async (request, signal) => {
      http.open += 1;
      http.most = Math.max(http.most, http.open);
      return nodeHttp(request, signal).finally(() => (http.open -= 1));
    },
  };
  const { outbox, use, sinks, clock } = await outboxBench({ http: http.call });
  use('wxpusher');
  outbox.start();
  ['a', 'b', 'c'].forEach((id) => outbox.enqueue(sampleMessage({ id, notice: id })));
  await expect.poll(() => sinks.wxpusher.received.length).toBe(1);
  const first = sinks.wxpusher.received.length;
  for (let ms = 0; ms < 4; ms += 1) {
    await clock.advanceAsync(second);
    await expect.poll(() => http.open).toBe(0);
  }
  await outbox.idle();

  expect([first, http.most]).toEqual([1, 1]);
  expect(sinks.wxpusher.received.map(({ title }) => title)).toEqual(['a', 'b', 'c']);
});

test('wrong credentials stop at once and say so', async () => {
  const { outbox, use, sinks, entries, clock } = await outboxBench({ sinks: { wxpusher: { appToken: 'AT_other' } } });
  use('wxpusher');
  outbox.start();
  outbox.enqueue(sampleMessage());
  await outbox.idle();
  clock.advance(120 * minute);
  await outbox.idle();

  expect(entries()[0]).toMatchObject({ state: 'refused', attempts: 1 });
  expect(sinks.wxpusher.calls).toHaveLength(1);
});

test.each([
  ['wxpusher', { options: { uids: [], topicIds: [] } }, '通道设置不完整或有误：接收人 UID。'],
  ['wxpusher', { secrets: {} }, '没有保存“应用 Token”，请在通道页填写'],
])('a channel set up badly is a refusal in words: %s %j', async (kind, change, words) => {
  const { outbox, use, entries } = await outboxBench();
  use(kind, change);
  outbox.start();
  outbox.enqueue(sampleMessage());
  await outbox.idle();

  expect(entries()[0]).toMatchObject({ state: 'refused', words });
});

test('a channel removed or switched off after queueing is reported, not forgotten', async () => {
  const { outbox, use, remove, entries } = await outboxBench();
  use('wxpusher');
  use('email');
  outbox.enqueue(sampleMessage());
  remove('wxpusher');
  use('email', { isEnabled: false });
  outbox.start();
  await outbox.idle();

  expect(entries().map(({ state, words }) => [state, words])).toEqual([
    ['refused', '通道已被删除，消息没有发送'],
    ['refused', '通道已停用，消息没有发送'],
  ]);
});

test('a locked vault makes messages wait, and opening it sends them', async () => {
  const { outbox, use, state, entries, sinks } = await outboxBench();
  use('wxpusher');
  state.isLocked = true;
  outbox.start();
  outbox.enqueue(sampleMessage());
  await outbox.idle();
  const waiting = entries()[0];
  outbox.wake();
  await outbox.idle();
  const before = entries()[0];
  state.isLocked = false;
  outbox.wake();
  await outbox.idle();

  expect(waiting).toMatchObject({ state: 'queued', attempts: 0, words: '密码库已锁定。请先输入主密码。' });
  expect(before).toMatchObject({ state: 'queued', attempts: 0 });
  expect(sinks.wxpusher.received).toHaveLength(1);
});

test('a test message goes past the queue and brings back the service’s own words', async () => {
  const { outbox, use, sinks, entries } = await outboxBench({ sinks: { wecom: { untrustedIp: '198.51.100.7' } } });

  const good = await outbox.sendTest(use('wxpusher'));
  const bad = await outbox.sendTest(use('wecom-app'));

  expect(good).toMatchObject({ kind: 'accepted', words: expect.stringContaining('1000 处理成功') });
  expect(bad).toMatchObject({ kind: 'refused', class: 'auth', words: expect.stringContaining('198.51.100.7') });
  expect(sinks.wxpusher.received[0]?.title).toContain('巡检台测试消息');
  expect(entries()).toEqual([]);
});
