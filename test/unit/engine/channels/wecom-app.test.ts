import { expect, onTestFinished, test } from 'vitest';
import type { Channel, ChannelWorld } from '../../../../electron/engine/channels/channel';
import { byteLength } from '../../../../electron/engine/channels/cut';
import { wecomApp } from '../../../../electron/engine/channels/wecom-app';
import { startWecom, type WecomOptions } from '../../../../electron/lab/sinks/wecom';
import { sampleMessage } from '../../../support/channel-messages';
import { deliverBy, sampleWorld } from '../../../support/channel-parts';
import { manualClock } from '../../../support/manual-clock';

const secrets = { corpSecret: 'lab-secret-0123456789+/=' };
const base = { corpId: 'ww0123456789abcdef', agentId: 1000002, toUser: ['ZhangSan'] };

async function service(options: WecomOptions = {}) {
  const sink = await startWecom({ corpSecret: secrets.corpSecret, ...options });
  onTestFinished(() => sink.close());
  const clock = manualClock();
  const world: ChannelWorld = sampleWorld({ clock });
  const send = (change: Readonly<Record<string, unknown>> = {}, parts: Parameters<typeof deliverBy>[3] = {}) =>
    deliverBy(wecomApp as Channel, { baseUrl: sink.url, ...base, ...change }, secrets, { world, ...parts });
  return { sink, send, clock, world };
}

const failAt = (at: 'gettoken' | 'send', errcode: number, errmsg = 'no') =>
  ({ at, reply: { kind: 'error', errcode, errmsg } }) as const;

test('the request is the one WeCom documents', async () => {
  const { sink, send } = await service();

  const delivery = await send({ toUser: ['zhangsan', 'lisi'], toParty: ['2'] });

  expect(delivery).toMatchObject({ kind: 'accepted', words: expect.stringContaining('0 ok · msgid LAB-MSG-') });
  expect(sink.calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
    'GET /cgi-bin/gettoken',
    'POST /cgi-bin/message/send',
  ]);
  expect(sink.calls[0]?.query.get('corpsecret')).toBe(secrets.corpSecret);
  expect(sink.calls[1]?.body).toEqual({
    touser: 'zhangsan|lisi',
    toparty: '2',
    totag: '',
    agentid: 1000002,
    msgtype: 'text',
    text: { content: `${sampleMessage().text.trimEnd()}\n编号 20261122-090300-k3f9` },
    safe: 0,
    enable_duplicate_check: 1,
    duplicate_check_interval: 14_400,
  });
});

test('a token is fetched once and kept until 300 s before its end', async () => {
  const { sink, send, clock } = await service();

  await send();
  await send({}, { message: sampleMessage({ text: 'second' }) });
  clock.advance(6_899_000);
  await send({}, { message: sampleMessage({ text: 'third' }) });
  const before = sink.tokenCalls();
  clock.advance(2_000);
  await send({}, { message: sampleMessage({ text: 'fourth' }) });

  expect([before, sink.tokenCalls()]).toEqual([1, 2]);
});

test('two messages at once share one token call', async () => {
  const { sink, send } = await service();

  const both = await Promise.all([send(), send({}, { message: sampleMessage({ text: 'second' }) })]);

  expect(both.map(({ kind }) => kind)).toEqual(['accepted', 'accepted']);
  expect(sink.tokenCalls()).toBe(1);
});

test('a token ended before its time is renewed once, and the message arrives once', async () => {
  const { sink, send } = await service();
  await send();
  sink.expireTokens();

  const delivery = await send({}, { message: sampleMessage({ text: 'second' }) });

  expect(delivery.kind).toBe('accepted');
  expect(sink.tokenCalls()).toBe(2);
  expect(sink.received).toHaveLength(2);
});

test.each([40014, 42001, 40001])('%i after a fresh token is a matter of credentials, not a loop', async (errcode) => {
  const { sink, send } = await service();
  sink.behave(failAt('send', errcode), failAt('send', errcode));

  expect(await send()).toMatchObject({ kind: 'refused', class: 'auth' });
  expect(sink.calls).toHaveLength(4);
});

test('a wrong secret stops at the token', async () => {
  const { sink, send } = await service({ corpSecret: 'another' });

  expect(await send()).toMatchObject({ kind: 'refused', class: 'auth', words: 'gettoken 40001 invalid credential' });
  expect(sink.calls).toHaveLength(1);
});

test('an untrusted address is shown, so that it can be allowed', async () => {
  const { send } = await service({ untrustedIp: '198.51.100.7' });

  const delivery = await send();

  expect(delivery).toMatchObject({ kind: 'refused', class: 'auth' });
  expect(delivery.words).toMatch(/^请在企业微信管理后台把 198\.51\.100\.7 加入/);
  expect(delivery.words).toContain('60020');
});

test('members that do not exist or have no licence are named', async () => {
  const { send } = await service({ unknownUsers: ['WangWu'], unlicensedUsers: ['ZhaoLiu'] });

  expect(await send({ toUser: ['zhangsan', 'WangWu', 'ZhaoLiu'] })).toMatchObject({
    kind: 'partial',
    refused: [{ recipient: 'wangwu' }, { recipient: 'zhaoliu', reason: '成员没有基础接口许可' }],
  });
});

test('a yes that reaches nobody is a refusal', async () => {
  const { send } = await service({ unlicensedUsers: ['ZhaoLiu'] });

  expect(await send({ toUser: ['ZhaoLiu'] })).toMatchObject({ kind: 'refused', class: 'permanent' });
});

test.each([
  [-1, { kind: 'retry', class: 'transient' }],
  [45009, { kind: 'retry', class: 'rate' }],
  [45033, { kind: 'retry', class: 'rate' }],
  [81013, { kind: 'refused', class: 'permanent' }],
  [40056, { kind: 'refused', class: 'auth' }],
  [48002, { kind: 'refused', class: 'auth' }],
  [45002, { kind: 'refused', class: 'permanent' }],
  [99999, { kind: 'refused', class: 'permanent' }],
])('errcode %i is read as %j', async (errcode, expected) => {
  const { sink, send } = await service();
  sink.behave(failAt('send', errcode, 'in its own words'));

  const delivery = await send();

  expect(delivery).toMatchObject(expected);
  expect(delivery.words).toBe(`${errcode} in its own words`);
});

test('a token call without an answer has sent no message', async () => {
  const { sink, send } = await service();
  sink.behave({ at: 'gettoken', reply: { kind: 'drop' } }, { at: 'gettoken', reply: { kind: 'status', status: 504 } });

  await expect(send()).rejects.toMatchObject({ kind: 'network', wasSent: false });
  expect(await send()).toMatchObject({ kind: 'retry', class: 'transient' });
});

test('a send without an answer may have arrived', async () => {
  const { sink, send } = await service();
  sink.behave({ at: 'send', reply: { kind: 'drop' } });

  await expect(send()).rejects.toMatchObject({ kind: 'network', wasSent: true });
});

test.each([
  ['text', '🌐核心交换机-01：风扇停转\n'],
  ['markdown', '> <font color="warning">核心交换机-01：风扇停转</font>\n'],
])('a long %s keeps to 2048 bytes, opens with the notice and says that it was cut', async (format, line) => {
  const { sink, send } = await service();
  const { notice } = sampleMessage();
  const body = `${notice}\n\n${line.repeat(200)}`;

  await send({ format }, { message: sampleMessage({ text: body, markdown: body }) });

  const arrived = sink.received[0]?.body ?? '';
  expect(byteLength(arrived)).toBeLessThanOrEqual(2048);
  expect(byteLength(arrived)).toBeGreaterThan(1900);
  expect(arrived.startsWith(notice)).toBe(true);
  expect(arrived).toContain('内容过长');
  expect(arrived).not.toContain('\uFFFD');
  expect(arrived.split('<font').length).toBe(arrived.split('</font>').length);
});

test('two messages of the same words both arrive, and a repetition of one does not', async () => {
  const { sink, send } = await service();
  const first = sampleMessage();
  const other = sampleMessage({ id: 'run-20261122-090309-x1y2' });

  for (const message of [first, other, first]) await send({}, { message });

  expect(sink.received.map(({ body }) => body.split('\n').at(-1))).toEqual([
    '编号 20261122-090300-k3f9',
    '编号 20261122-090309-x1y2',
  ]);
});

test('a body that lacks the notice gets it', async () => {
  const { sink, send } = await service();

  await send({}, { message: sampleMessage({ text: 'details' }) });

  expect(sink.received[0]?.body).toBe(`${sampleMessage().notice}\n\ndetails\n编号 20261122-090300-k3f9`);
});

test.each([[{ toUser: [] }], [{ corpId: '' }], [{ agentId: 'abc' }], [{ baseUrl: 'http://qyapi.example.com' }]])(
  'options %j are not taken',
  (change) => {
    expect(wecomApp.options.safeParse({ ...base, ...change }).success).toBe(false);
  },
);
