import { expect, onTestFinished, test } from 'vitest';
import type { Channel } from '../../../../electron/engine/channels/channel';
import { wxpusher } from '../../../../electron/engine/channels/wxpusher';
import { HttpFailure } from '../../../../electron/engine/ports';
import { startWxPusher, type WxPusherBehaviour, type WxPusherOptions } from '../../../../electron/lab/sinks/wxpusher';
import { sampleMessage } from '../../../support/channel-messages';
import { deliverBy } from '../../../support/channel-parts';

const secrets = { appToken: 'AT_lab0123456789' };

async function service(options: WxPusherOptions = {}) {
  const sink = await startWxPusher(options);
  onTestFinished(() => sink.close());
  const send = (change: Readonly<Record<string, unknown>> = {}, parts: Parameters<typeof deliverBy>[3] = {}) =>
    deliverBy(wxpusher as Channel, { baseUrl: sink.url, uids: ['UID_a'], ...change }, secrets, parts);
  return { sink, send };
}

test('the request is the one the service documents', async () => {
  const { sink, send } = await service();

  const delivery = await send({ uids: ['UID_a', 'UID_b'], topicIds: ['1234'] });

  expect(delivery).toMatchObject({ kind: 'accepted', words: expect.stringContaining('1000 处理成功') });
  expect(sink.calls).toHaveLength(1);
  expect(sink.calls[0]).toMatchObject({ method: 'POST', path: '/api/send/message' });
  expect(sink.calls[0]?.body).toEqual({
    appToken: secrets.appToken,
    content: sampleMessage().html,
    summary: sampleMessage().notice,
    contentType: 2,
    uids: ['UID_a', 'UID_b'],
    topicIds: [1234],
    verifyPayType: 0,
  });
});

test('the page opens with the notice word for word, put there when the page lacks it', async () => {
  const { sink, send } = await service();

  await send({}, { message: sampleMessage({ notice: 'A < B & "C"', html: '<div>rest</div>' }) });

  expect(sink.received[0]?.title).toBe('A < B & "C"');
  expect(sink.received[0]?.body).toBe('<p>A &lt; B &amp; &quot;C&quot;</p><div>rest</div>');
});

test('a summary is cut to 100 characters, a page too long becomes cut text', async () => {
  const { sink, send } = await service();
  const notice = '异'.repeat(130);

  const delivery = await send(
    {},
    { message: sampleMessage({ notice, text: `${notice}${'&'.repeat(50_000)}`, html: 'x'.repeat(50_000) }) },
  );

  expect(delivery.kind).toBe('accepted');
  expect(sink.received[0]?.title).toBe(`${'异'.repeat(99)}…`);
  expect(Array.from(sink.received[0]?.body ?? '').length).toBeLessThanOrEqual(40_000);
  expect(sink.received[0]?.body).toContain(notice);
  expect(sink.received[0]?.body).toContain('内容过长');
});

test('one unknown reader is named, the others are served', async () => {
  const { sink, send } = await service({ unknownUids: ['UID_gone'] });

  const delivery = await send({ uids: ['UID_a', 'UID_gone'] });

  expect(delivery).toMatchObject({
    kind: 'partial',
    refused: [{ recipient: 'UID_gone', reason: '1001 UID不存在或已取消关注' }],
  });
  expect(sink.received[0]?.to).toEqual(['UID_a']);
});

test('only unknown readers is a refusal, though the service says 1000', async () => {
  const { send } = await service({ unknownUids: ['UID_gone'] });

  expect(await send({ uids: ['UID_gone'] })).toMatchObject({ kind: 'refused', class: 'permanent' });
});

test('a wrong app token is a matter of credentials', async () => {
  const { send } = await service({ appToken: 'AT_another' });

  expect(await send()).toMatchObject({ kind: 'refused', class: 'auth', words: '1001 appToken不正确，请检查' });
});

test.each<[WxPusherBehaviour, object]>([
  [{ kind: 'too-fast' }, { kind: 'retry', class: 'rate', afterMs: 15_000 }],
  [{ kind: 'busy' }, { kind: 'retry', class: 'transient' }],
  [
    { kind: 'error', code: 1002, msg: '未登录' },
    { kind: 'refused', class: 'auth' },
  ],
  [
    { kind: 'error', code: 1001, msg: '内容含有违规信息' },
    { kind: 'refused', class: 'permanent' },
  ],
  [{ kind: 'error', code: 1000, msg: '处理成功' }, { kind: 'uncertain' }],
  [
    { kind: 'status', status: 502 },
    { kind: 'retry', class: 'transient' },
  ],
  [{ kind: 'status', status: 504 }, { kind: 'uncertain' }],
  [
    { kind: 'status', status: 200 },
    { kind: 'refused', class: 'permanent' },
  ],
])('%j is read as %j', async (behaviour, expected) => {
  const { sink, send } = await service();
  sink.behave(behaviour);

  expect(await send()).toMatchObject(expected);
  expect(sink.received).toEqual([]);
});

test('a connection that ends without an answer may have delivered', async () => {
  const { sink, send } = await service();
  sink.behave({ kind: 'drop' });

  await expect(send()).rejects.toEqual(new HttpFailure('network', true));
});

test('a closed port has delivered nothing', async () => {
  const { sink, send } = await service();
  await sink.close();

  await expect(send()).rejects.toMatchObject({ kind: 'refused', wasSent: false });
});

test.each([
  [{ uids: [], topicIds: [] }],
  [{ topicIds: ['abc'] }],
  [{ topicIds: ['1', '2', '3', '4', '5', '6'] }],
  [{ baseUrl: 'http://push.example.com' }],
])('options %j are not taken', (options) => {
  expect(wxpusher.options.safeParse({ uids: ['UID_a'], ...options }).success).toBe(false);
});
