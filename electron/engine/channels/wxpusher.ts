import * as z from 'zod';
import type { Delivery, Message } from '../../../shared/model/channel';
import type { HttpReply } from '../ports';
import { escapeMarkup } from '../text/escape-markup';
import { defineChannel, type ChannelWorld } from './channel';
import { cutChars, cutMark, opensWith } from './cut';
import { endpoint, judgeForeignReply, jsonOf, jsonPost, oneRequest, textList } from './one-request';

/** WxPusher's limits of one call, code points and recipients (open interface, 2026-07). */
const limits = { contentChars: 40_000, summaryChars: 100, uids: 2000, topics: 5 } as const;
const yes = 1000;

const Options = z
  .object({
    baseUrl: endpoint('https://wxpusher.zjiecode.com'),
    uids: textList(limits.uids),
    topicIds: textList(limits.topics).refine((list) => list.every((each) => /^\d{1,12}$/.test(each)), 'numbers only'),
  })
  .refine(({ uids, topicIds }) => uids.length + topicIds.length > 0, { path: ['uids'], message: 'no recipient' });
type Options = z.infer<typeof Options>;

const Row = z.object({
  uid: z.string().nullish(),
  topicId: z.union([z.number(), z.string()]).nullish(),
  code: z.number(),
  status: z.string().nullish(),
  sendRecordId: z.union([z.number(), z.string()]).nullish(),
});
type Row = z.infer<typeof Row>;
const Reply = z.object({ code: z.number(), msg: z.string().nullish(), data: z.unknown() });

/** WxPusher: an application token, and the users and topics that read it. */
export const wxpusher = defineChannel({
  id: 'wxpusher',
  labels: { 'zh-CN': 'WxPusher 微信推送', en: 'WxPusher' },
  note: {
    'zh-CN':
      'WxPusher 已不能再通过公众号模板消息送达微信，现在靠它自己的 App、桌面端或微信 ClawBot 接收；接口答复“成功”只表示已受理，不保证手机收到。请至少再配一个通道（企业微信或邮件）。',
    en: 'WxPusher no longer delivers into classic WeChat: readers need its own app, its desktop client or the WeChat ClawBot. Its "success" means taken for sending, not read on a phone. Set up a second channel (WeCom or e-mail) as well.',
  },
  options: Options,
  destination: ({ baseUrl }) => [baseUrl],
  fields: [
    {
      name: 'appToken',
      labels: { 'zh-CN': '应用 Token', en: 'App token' },
      help: {
        'zh-CN': '在 WxPusher 管理后台的应用里生成，以 AT_ 开头。',
        en: 'Made in the WxPusher console for your application; begins with AT_.',
      },
      type: 'secret',
      isRequired: true,
      example: 'AT_…',
    },
    {
      name: 'uids',
      labels: { 'zh-CN': '接收人 UID', en: 'User ids (UID)' },
      help: {
        'zh-CN': '每行一个。接收人关注应用后可在“我的 UID”里看到。与主题 ID 至少填一项。',
        en: 'One a line. Readers find theirs under "My UID" after they subscribe. Fill in this or the topics.',
      },
      type: 'list',
      isRequired: false,
      example: 'UID_…',
    },
    {
      name: 'topicIds',
      labels: { 'zh-CN': '主题 ID', en: 'Topic ids' },
      help: { 'zh-CN': '每行一个数字，最多 5 个。', en: 'One number a line, five at most.' },
      type: 'list',
      isRequired: false,
      example: '1234',
    },
    {
      name: 'baseUrl',
      labels: { 'zh-CN': '接口地址', en: 'Service address' },
      help: {
        'zh-CN': '一般不用改。走自建网关时填写，必须是 https（本机地址可用 http）。',
        en: 'Leave as it is unless you use a gateway of your own. https, or http to this machine.',
      },
      type: 'url',
      isRequired: false,
      example: 'https://wxpusher.zjiecode.com',
    },
  ],
  mirrorsNotice: true,
  // The service takes about 20 calls in 10 s; messages of an inspection are few, so half of that is plenty.
  perSecond: 1,
  deliver: oneRequest<Options>({
    request: ({ options, secrets, message }, world) =>
      jsonPost(`${options.baseUrl}/api/send/message`, {
        appToken: secrets['appToken'] ?? '',
        content: contentOf(message, world),
        summary: cutChars(message.notice, limits.summaryChars, '…'),
        contentType: 2,
        uids: options.uids,
        topicIds: options.topicIds.map(Number),
        verifyPayType: 0,
      }),
    delivery: (reply, { options }, world) => judge(reply, options, world),
  }),
});

/** The page behind the notice: HTML that opens with the notice; a page too long becomes plain text, cut. */
function contentOf(message: Message, world: ChannelWorld): string {
  const notice = escapeMarkup(message.notice);
  const page = message.html.includes(notice) ? message.html : `<p>${notice}</p>${message.html}`;
  if (Array.from(page).length <= limits.contentChars) return page;
  const text = opensWith(message.notice, message.text) ? message.text : `${message.notice}\n\n${message.text}`;
  // Escaping lengthens a character to six at most.
  const room = Math.floor((limits.contentChars - 200) / 6);
  const cut = cutChars(text, room, `\n${cutMark(world.locale?.() ?? 'zh-CN')}`);
  return `<div style="white-space:pre-wrap;word-break:break-word">${escapeMarkup(cut)}</div>`;
}

function judge(reply: HttpReply, options: Options, world: ChannelWorld): Delivery {
  const parsed = Reply.safeParse(jsonOf(reply));
  if (!parsed.success) return judgeForeignReply(reply, world);
  const { code, msg, data } = parsed.data;
  const words = `${code} ${msg ?? ''}`.trim();
  if (code !== yes) return refusal(code, words, msg ?? '');
  const rows = z.array(Row).safeParse(data);
  // A yes without a word on any recipient is no yes to any of them.
  if (!rows.success || rows.data.length === 0) return { kind: 'uncertain', words };
  return byRecipient(rows.data, options, words);
}

function byRecipient(rows: readonly Row[], options: Options, words: string): Delivery {
  const rowOf = (id: string) => rows.find((row) => row.uid === id || String(row.topicId ?? '') === id);
  const verdicts = [...options.uids, ...options.topicIds].map((recipient) => ({ recipient, row: rowOf(recipient) }));
  const refused = verdicts
    .filter(({ row }) => row?.code !== yes)
    .map(({ recipient, row }) => ({
      recipient,
      reason: row === undefined ? 'no answer for this recipient' : `${row.code} ${row.status ?? ''}`.trim(),
      row,
    }));
  if (refused.length === 0) {
    const records = rows.flatMap(({ sendRecordId }) => (sendRecordId == null ? [] : [String(sendRecordId)]));
    return { kind: 'accepted', words: records.length === 0 ? words : `${words} · ${records.slice(0, 5).join(' ')}` };
  }
  if (refused.length < verdicts.length)
    return { kind: 'partial', words, refused: refused.map(({ recipient, reason }) => ({ recipient, reason })) };
  const reasons = refused.map(({ recipient, reason }) => `${recipient}: ${reason}`).join('; ');
  return refusal(refused[0]?.row?.code ?? 1001, reasons, refused[0]?.row?.status ?? '');
}

/** Words of a cap that opens again on another day. */
const dayCap =
  /[今当每]\s*[日天]|[一二三四七\d]\s*天|(?:24|48|72)\s*(?:小时|hours?)|本月|每月|上限|额度|配额|quota|daily|per day|monthly/i;
/** Words of a window so short that it is no day's cap, whatever else is said. */
const shortWindow = /分钟|每秒|\bsecond|\bminute/i;

/** 1001 stands for every refusal of the service; only its words tell which one. */
function refusal(code: number, words: string, msg: string): Delivery {
  const isCap = dayCap.test(msg) || /次数.{0,6}(?:超过|限制)/.test(msg);
  if (isCap && !shortWindow.test(msg)) return { kind: 'retry', class: 'quota', words };
  if (/频率|频繁|太快|过快|次数|限流|frequen|too (many|fast)|rate limit/i.test(msg))
    return { kind: 'retry', class: 'rate', words, afterMs: 15_000 };
  if (/繁忙|稍后|系统(异常|错误)|busy|internal/i.test(msg)) return { kind: 'retry', class: 'transient', words };
  if (code === 1002 || /token|应用|登录|未授权|app/i.test(msg)) return { kind: 'refused', class: 'auth', words };
  return { kind: 'refused', class: 'permanent', words };
}
