import * as z from 'zod';
import { translate, type MessageKey } from '../../../shared/i18n/translate';
import type { Delivery, Message } from '../../../shared/model/channel';
import { HttpFailure, type HttpReply } from '../ports';
import { defineChannel, type ChannelWorld, type Send } from './channel';
import { cutBytes, cutMark, cutMarkdown, opensWith } from './cut';
import { endpoint, exchangeTimeoutMs, judgeForeignReply, jsonOf, jsonPost, textList } from './one-request';

/** WeCom cuts longer content by itself, silently; bytes of UTF-8 (message/send, 2025-09). */
const contentBytes = 2048;
/** The longest window in which WeCom drops an identical message. */
const duplicateSeconds = 14_400;

const Options = z
  .object({
    baseUrl: endpoint('https://qyapi.weixin.qq.com'),
    corpId: z.string().trim().min(1),
    agentId: z.coerce.number().int().positive(),
    toUser: textList(1000),
    toParty: textList(100),
    toTag: textList(100),
    format: z.enum(['text', 'markdown']).default('text'),
  })
  .refine(({ toUser, toParty, toTag }) => toUser.length + toParty.length + toTag.length > 0, {
    path: ['toUser'],
    message: 'no recipient',
  });
type Options = z.infer<typeof Options>;

const TokenReply = z.object({
  errcode: z.number(),
  errmsg: z.string().nullish(),
  access_token: z.string().nullish(),
  expires_in: z.number().nullish(),
});
const list = z.string().nullish();
const SendReply = z.object({
  errcode: z.number(),
  errmsg: list,
  invaliduser: list,
  invalidparty: list,
  invalidtag: list,
  unlicenseduser: list,
  msgid: list,
});
type SendReply = z.infer<typeof SendReply>;

/** A token, or what WeCom said instead. */
type Token = { readonly token: string } | { readonly delivery: Delivery };

/** A self-built application of WeCom; members read it in WeCom, or in WeChat through the plug-in. */
export const wecomApp = defineChannel({
  id: 'wecom-app',
  labels: { 'zh-CN': '企业微信应用', en: 'WeCom application' },
  note: {
    'zh-CN':
      '2022 年 6 月 20 日以后创建的应用，须在管理后台把本机出口公网 IP 加入“企业可信IP”，否则一律被拒（60020）。文本消息可在微信插件里看到，Markdown 只在企业微信里显示。同一成员每分钟最多 30 条，超出的会被悄悄丢弃。',
    en: 'Applications made after 20 June 2022 must list the public address of this machine under "trusted IP" (企业可信IP), or every call is refused with 60020. Text also shows in the WeChat plug-in; Markdown shows in WeCom only. A member gets at most 30 messages a minute, the rest is dropped silently.',
  },
  options: Options,
  destination: ({ baseUrl, corpId, agentId }) => [baseUrl, corpId, agentId],
  fields: [
    {
      name: 'corpId',
      labels: { 'zh-CN': '企业 ID', en: 'Corp id' },
      help: { 'zh-CN': '管理后台“我的企业”页底部。', en: 'At the foot of "My Company" in the admin console.' },
      type: 'text',
      isRequired: true,
      example: 'ww0123456789abcdef',
    },
    {
      name: 'agentId',
      labels: { 'zh-CN': '应用 AgentId', en: 'AgentId' },
      type: 'number',
      isRequired: true,
      example: '1000002',
    },
    {
      name: 'corpSecret',
      labels: { 'zh-CN': '应用 Secret', en: 'Application secret' },
      help: {
        'zh-CN': '该应用自己的 Secret，在应用详情页查看。',
        en: 'The secret of this very application, on its page in the admin console.',
      },
      type: 'secret',
      isRequired: true,
    },
    {
      name: 'toUser',
      labels: { 'zh-CN': '接收成员账号', en: 'Members (userid)' },
      help: {
        'zh-CN': '每行一个成员账号；填 @all 则发给应用可见范围内的所有人。成员、部门、标签至少填一项。',
        en: 'One userid a line; @all is everybody who can see the application. Fill in members, departments or tags.',
      },
      type: 'list',
      isRequired: false,
      example: 'zhangsan',
    },
    {
      name: 'toParty',
      labels: { 'zh-CN': '接收部门 ID', en: 'Department ids' },
      type: 'list',
      isRequired: false,
      example: '2',
    },
    { name: 'toTag', labels: { 'zh-CN': '接收标签 ID', en: 'Tag ids' }, type: 'list', isRequired: false, example: '1' },
    {
      name: 'format',
      labels: { 'zh-CN': '消息格式', en: 'Format' },
      type: 'select',
      isRequired: true,
      choices: [
        { value: 'text', labels: { 'zh-CN': '文本（微信里也能看到）', en: 'Text (also shows in WeChat)' } },
        { value: 'markdown', labels: { 'zh-CN': 'Markdown（仅企业微信）', en: 'Markdown (WeCom only)' } },
      ],
    },
    {
      name: 'baseUrl',
      labels: { 'zh-CN': '接口地址', en: 'Service address' },
      help: {
        'zh-CN': '出口 IP 不固定时，可填自建的反向代理地址；必须是 https（本机地址可用 http）。',
        en: 'A reverse proxy of your own where the public address is not fixed. https, or http to this machine.',
      },
      type: 'url',
      isRequired: false,
      example: 'https://qyapi.weixin.qq.com',
    },
  ],
  mirrorsNotice: true,
  // 30 a minute for one member of one application, ours at 80 %; what is over is dropped without a word.
  perSecond: 0.4,
  // `enable_duplicate_check`: an identical request inside the window is not delivered again.
  dedupMs: duplicateSeconds * 1000,
  deliver: async (send, world) => {
    const first = await tokenOf(send, world, undefined);
    if ('delivery' in first) return first.delivery;
    const reply = await post(send, world, first.token);
    if (!isTokenRefused(reply)) return judge(reply, send.options, world);
    // The service may end a token before its time: one new token, one more try, never a third.
    const second = await tokenOf(send, world, first.token);
    if ('delivery' in second) return second.delivery;
    return judge(await post(send, world, second.token), send.options, world);
  },
});

function post({ options, message }: Send<Options>, world: ChannelWorld, token: string): Promise<HttpReply> {
  const body = {
    touser: options.toUser.join('|'),
    toparty: options.toParty.join('|'),
    totag: options.toTag.join('|'),
    agentid: options.agentId,
    ...contentOf(message, options.format, world),
    enable_duplicate_check: 1,
    duplicate_check_interval: duplicateSeconds,
  };
  return world.http(
    jsonPost(`${options.baseUrl}/cgi-bin/message/send?access_token=${encodeURIComponent(token)}`, body),
  );
}

/** Ends with the message's number: WeCom drops, as a repetition, another message that is the same word for word. */
function contentOf(message: Message, format: Options['format'], world: ChannelWorld) {
  const locale = world.locale?.() ?? 'zh-CN';
  const mark = cutMark(locale);
  const number = `\n${translate(locale, 'message.number', { number: message.id.replace(/^[a-z]+-/, '') })}`;
  const room = contentBytes - Buffer.byteLength(number);
  const whole = (body: string) => (opensWith(message.notice, body) ? body : `${message.notice}\n\n${body}`).trimEnd();
  if (format === 'markdown')
    return { msgtype: 'markdown', markdown: { content: cutMarkdown(whole(message.markdown), room, mark) + number } };
  return { msgtype: 'text', text: { content: cutBytes(whole(message.text), room, `\n${mark}`) + number }, safe: 0 };
}

/** A token lives two hours by the service's own description, milliseconds. */
const longestTokenMs = 7200 * 1000;

/** Fetches under way, by the token store they fill: two messages at once ask for one token. */
const underWay = new WeakMap<ChannelWorld['tokens'], Map<string, Promise<Token>>>();

/** The token of this application: kept until shortly before its end, or fetched; `refused` is one not to use again. */
function tokenOf(send: Send<Options>, world: ChannelWorld, refused: string | undefined): Promise<Token> {
  const { baseUrl, corpId } = send.options;
  const key = JSON.stringify(['wecom', baseUrl, corpId, send.secrets['corpSecret'] ?? '']);
  const kept = world.tokens.get(key);
  const leftMs = (kept?.expiresAt ?? 0) - world.clock.now();
  // A token with more life than any begins with was fetched under a clock that was ahead.
  if (kept !== undefined && kept.token !== refused && leftMs > 0 && leftMs <= longestTokenMs)
    return Promise.resolve({ token: kept.token });
  const fetches = underWay.get(world.tokens) ?? new Map<string, Promise<Token>>();
  underWay.set(world.tokens, fetches);
  const going = fetches.get(key);
  if (going !== undefined) return going;
  world.tokens.delete(key);
  const fetch = fetchToken(send, world, key).finally(() => fetches.delete(key));
  fetches.set(key, fetch);
  return fetch;
}

async function fetchToken({ options, secrets }: Send<Options>, world: ChannelWorld, key: string): Promise<Token> {
  const query = new URLSearchParams({ corpid: options.corpId, corpsecret: secrets['corpSecret'] ?? '' });
  const url = `${options.baseUrl}/cgi-bin/gettoken?${query.toString()}`;
  const reply = await world.http({ method: 'GET', url, timeoutMs: exchangeTimeoutMs }).catch((cause: unknown) => {
    // Nothing of the message went out yet, so that no try of this step can make it arrive twice.
    if (cause instanceof HttpFailure) throw new HttpFailure(cause.kind, false, { cause });
    throw cause;
  });
  const parsed = TokenReply.safeParse(jsonOf(reply));
  if (!parsed.success) return { delivery: notYetSent(judgeForeignReply(reply, world)) };
  const { errcode, errmsg, access_token: token, expires_in: seconds } = parsed.data;
  if (errcode !== 0 || token == null || token === '')
    return { delivery: refusal(errcode, `gettoken ${errcode} ${errmsg ?? ''}`, world) };
  // 300 s before its end, so that a message under way does not meet it.
  const lifeMs = Math.min(Math.max(60, (seconds ?? 7200) - 300) * 1000, longestTokenMs);
  world.tokens.set(key, { token, expiresAt: world.clock.now() + lifeMs });
  return { token };
}

function notYetSent(delivery: Delivery): Delivery {
  return delivery.kind === 'uncertain' ? { kind: 'retry', class: 'transient', words: delivery.words } : delivery;
}

function isTokenRefused(reply: HttpReply): boolean {
  const parsed = SendReply.safeParse(jsonOf(reply));
  return parsed.success && [40001, 40014, 42001].includes(parsed.data.errcode);
}

function judge(reply: HttpReply, options: Options, world: ChannelWorld): Delivery {
  const parsed = SendReply.safeParse(jsonOf(reply));
  if (!parsed.success) return judgeForeignReply(reply, world);
  const answer = parsed.data;
  const words = `${answer.errcode} ${answer.errmsg ?? ''}`.trim();
  if (answer.errcode !== 0) return refusal(answer.errcode, words, world);
  const refused = refusedOf(answer, world);
  const accepted = answer.msgid ? `${words} · msgid ${answer.msgid}` : words;
  if (refused.length === 0) return { kind: 'accepted', words: accepted };
  if (!isNobodyLeft(refused, options)) return { kind: 'partial', words: accepted, refused };
  const reasons = refused.map(({ recipient, reason }) => `${recipient}: ${reason}`).join('; ');
  return { kind: 'refused', class: 'permanent', words: `${words} · ${reasons}` };
}

/** The four lists of a yes that is not a yes for everybody; `|` between names. */
function refusedOf(answer: SendReply, world: ChannelWorld) {
  const locale = world.locale?.() ?? 'zh-CN';
  const lists: readonly (readonly [string | null | undefined, MessageKey])[] = [
    [answer.invaliduser, 'message.wecom.invalid-user'],
    [answer.invalidparty, 'message.wecom.invalid-party'],
    [answer.invalidtag, 'message.wecom.invalid-tag'],
    [answer.unlicenseduser, 'message.wecom.unlicensed-user'],
  ];
  return lists.flatMap(([names, reason]) =>
    (names ?? '')
      .split('|')
      .filter((name) => name !== '')
      .map((recipient) => ({ recipient, reason: translate(locale, reason) })),
  );
}

/** Names come back in lower case; departments, tags and @all may hold somebody we do not see. */
function isNobodyLeft(refused: readonly { readonly recipient: string }[], options: Options): boolean {
  if (options.toUser.includes('@all')) return false;
  const asked = [...options.toUser, ...options.toParty, ...options.toTag];
  const names = new Set(refused.map(({ recipient }) => recipient.toLowerCase()));
  return asked.every((name) => names.has(name.toLowerCase()));
}

const authCodes = [40001, 40013, 40014, 40056, 40091, 41001, 41004, 42001, 48002, 50003, 60011, 60020, 301002];

function refusal(code: number, words: string, world: ChannelWorld): Delivery {
  if (code === -1) return { kind: 'retry', class: 'transient', words };
  // A minute's limit blocks a minute, an hour's an hour; the outbox waits longer each time.
  if (code === 45009 || code === 45033) return { kind: 'retry', class: 'rate', words };
  if (!authCodes.includes(code)) return { kind: 'refused', class: 'permanent', words };
  return { kind: 'refused', class: 'auth', words: code === 60020 ? withTrustedIp(words, world) : words };
}

/** Says which address the administrator has to add; WeCom hides it in the middle of its words. */
function withTrustedIp(words: string, world: ChannelWorld): string {
  const ip = /from ip:\s*([0-9a-fA-F.:]+)/.exec(words)?.[1] ?? '?';
  return `${translate(world.locale?.() ?? 'zh-CN', 'message.wecom.trusted-ip', { ip })} ${words}`;
}
