import * as z from 'zod';
import { translate, type MessageKey } from '../../../shared/i18n/translate';
import type { Delivery, Message } from '../../../shared/model/channel';
import { defineChannel, MailFailure, type ChannelWorld, type MailRequest, type Send } from './channel';
import { isLoopback, textList } from './one-request';

/** Base64 makes a third more of it; mail services commonly refuse above 20 to 25 MB. */
const standardAttachmentMb = 15;
const address = z.email();

const Options = z
  .object({
    host: z.string().trim().min(1),
    port: z.coerce.number().int().min(1).max(65_535),
    security: z.enum(['tls', 'starttls', 'none']).default('tls'),
    username: z.string().trim().default(''),
    from: z.string().trim().default(''),
    to: textList(100),
    attach: z.boolean().default(true),
    maxAttachmentMb: z.coerce.number().min(0).max(100).default(standardAttachmentMb),
    allowPlain: z.boolean().default(false),
  })
  .superRefine((options, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (options.to.length === 0) wrong('to', 'no recipient');
    options.to.filter((each) => !address.safeParse(each).success).forEach((each) => wrong('to', each));
    if (!address.safeParse(bareAddress(senderOf(options))).success) wrong('from', 'no sender address');
    if (options.security === 'none' && !options.allowPlain && !isLoopback(options.host))
      wrong('security', 'plain text only to this machine');
  });
type Options = z.infer<typeof Options>;

/** E-mail through the user's own mail service, with the report bundle attached. */
export const email = defineChannel({
  id: 'email',
  labels: { 'zh-CN': '电子邮件', en: 'E-mail' },
  note: {
    'zh-CN':
      'QQ、163、126 邮箱须先开启 SMTP 服务，并用“授权码”代替登录密码，发件人须与登录账号一致。Microsoft 365 正在停用用户名加密码的 SMTP 登录（550 5.7.30）。',
    en: 'QQ, 163 and 126 mail need SMTP switched on and an authorisation code in place of the password; the sender must be the account itself. Microsoft 365 is switching off SMTP login by password (550 5.7.30).',
  },
  options: Options,
  destination: ({ host, port, security, username }) => [host, port, security, username],
  fields: [
    {
      name: 'host',
      labels: { 'zh-CN': 'SMTP 服务器', en: 'SMTP server' },
      type: 'text',
      isRequired: true,
      example: 'smtp.example.com',
    },
    {
      name: 'port',
      labels: { 'zh-CN': '端口', en: 'Port' },
      help: { 'zh-CN': 'TLS 一般为 465，STARTTLS 一般为 587。', en: 'Usually 465 for TLS, 587 for STARTTLS.' },
      type: 'number',
      isRequired: true,
      example: '465',
    },
    {
      name: 'security',
      labels: { 'zh-CN': '加密方式', en: 'Encryption' },
      type: 'select',
      isRequired: true,
      choices: [
        { value: 'tls', labels: { 'zh-CN': 'TLS（SSL）', en: 'TLS (SSL)' } },
        { value: 'starttls', labels: { 'zh-CN': 'STARTTLS（必须成功，否则不发）', en: 'STARTTLS (required)' } },
        { value: 'none', labels: { 'zh-CN': '不加密（仅限本机）', en: 'None (this machine only)' } },
      ],
    },
    {
      name: 'username',
      labels: { 'zh-CN': '登录账号', en: 'User name' },
      help: {
        'zh-CN': '一般是完整邮箱地址；服务器不要求登录时留空。',
        en: 'Usually the whole address; empty where the server asks for no login.',
      },
      type: 'text',
      isRequired: false,
      example: 'noc@example.com',
    },
    {
      name: 'password',
      labels: { 'zh-CN': '密码或授权码', en: 'Password or authorisation code' },
      type: 'secret',
      isRequired: false,
    },
    {
      name: 'from',
      labels: { 'zh-CN': '发件人', en: 'Sender' },
      help: { 'zh-CN': '留空则用登录账号。', en: 'Empty: the user name.' },
      type: 'text',
      isRequired: false,
      example: '网络巡检 <noc@example.com>',
    },
    {
      name: 'to',
      labels: { 'zh-CN': '收件人', en: 'Recipients' },
      help: { 'zh-CN': '每行一个地址。', en: 'One address a line.' },
      type: 'list',
      isRequired: true,
      example: 'ops@example.com',
    },
    {
      name: 'attach',
      labels: { 'zh-CN': '附上报告压缩包', en: 'Attach the report bundle' },
      type: 'boolean',
      isRequired: false,
    },
    {
      name: 'maxAttachmentMb',
      labels: { 'zh-CN': '附件上限（MB）', en: 'Largest attachment (MB)' },
      help: {
        'zh-CN': '超过时邮件照发，不带附件并在正文说明。',
        en: 'Above it the mail goes without the file and says so.',
      },
      type: 'number',
      isRequired: false,
      example: String(standardAttachmentMb),
    },
    {
      name: 'allowPlain',
      labels: { 'zh-CN': '允许向其他机器不加密发送', en: 'Allow plain text to other machines' },
      help: {
        'zh-CN': '密码和邮件内容会以明文经过网络，不建议。',
        en: 'Password and mail cross the network in clear; not advised.',
      },
      type: 'boolean',
      isRequired: false,
    },
  ],
  mirrorsNotice: false,
  // One mail in two seconds keeps common services from taking us for a mass mailer.
  perSecond: 0.5,
  // Message-ID stays the same, so that a mailbox can tell a repeated mail; two days cover every retry.
  dedupMs: 48 * 3_600_000,
  deliver: async (send, world) => {
    const files = filesOf(send);
    const first = await mail(send, world, files);
    if (!(first instanceof MailFailure)) return first;
    const leftOut = first.kind === 'file' ? 'message.mail.file-gone' : 'message.mail.too-large';
    const isOfFiles = first.kind === 'file' || first.responseCode === 552;
    if (!isOfFiles || files.attached.length === 0) return judge(first, world);
    // Too large for this server, or not readable any more: the words still have to arrive.
    const second = await mail(send, world, { attached: [], leftOut });
    return second instanceof MailFailure ? judge(second, world) : second;
  },
});

async function mail(send: Send<Options>, world: ChannelWorld, files: Files): Promise<Delivery | MailFailure> {
  try {
    const { response, rejected } = await world.mail(requestOf(send, world, files));
    if (rejected.length === 0) return { kind: 'accepted', words: response };
    return { kind: 'partial', words: response, refused: [...rejected] };
  } catch (cause) {
    // A mail's own failure is an answer to be judged; everything else goes on up.
    if (cause instanceof MailFailure) return cause;
    throw cause;
  }
}

/** The files that go along, and the words for the reader where they do not. */
type Files = { readonly attached: Message['attachments']; readonly leftOut: MessageKey | undefined };

function filesOf({ options, message }: Send<Options>): Files {
  if (!options.attach) return { attached: [], leftOut: undefined };
  return bytesOf(message) > options.maxAttachmentMb * 1_048_576
    ? { attached: [], leftOut: 'message.mail.left-out' }
    : { attached: message.attachments, leftOut: undefined };
}

function bytesOf({ attachments }: Message): number {
  return attachments.reduce((sum, each) => sum + each.bytes, 0);
}

function requestOf(
  { options, secrets, message, entryId }: Send<Options>,
  world: ChannelWorld,
  { attached, leftOut }: Files,
): MailRequest {
  const locale = world.locale?.() ?? 'zh-CN';
  const megabytes = Math.ceil(bytesOf(message) / 1_048_576);
  const note = leftOut === undefined ? '' : translate(locale, leftOut, { megabytes, limit: options.maxAttachmentMb });
  return {
    host: options.host,
    port: options.port,
    security: options.security,
    username: options.username,
    password: secrets['password'] ?? '',
    from: senderOf(options),
    to: options.to,
    subject: message.title,
    text: note === '' ? message.text : `${message.text}\n\n${note}\n`,
    html: page(note === '' ? message.html : `${message.html}<p style="color:#9a5b00">${note}</p>`, locale),
    messageId: messageIdOf(entryId, bareAddress(senderOf(options))),
    attachments: attached.map(({ name, path }) => ({ name, path })),
    timeoutMs: 120_000,
  };
}

function page(body: string, locale: string): string {
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"></head><body style="margin:0;padding:12px;background:#ffffff">${body}</body></html>`;
}

function senderOf({ from, username }: Pick<Options, 'from' | 'username'>): string {
  return from === '' ? username : from;
}

function bareAddress(sender: string): string {
  return /<([^<>]+)>\s*$/.exec(sender)?.[1] ?? sender;
}

/** The same for every try of one entry. */
function messageIdOf(entryId: string, sender: string): string {
  const local = entryId.replace(/[^0-9A-Za-z]+/g, '.').replace(/^\.|\.$/g, '');
  return `<${local}@${sender.slice(sender.lastIndexOf('@') + 1)}>`;
}

/** A day's cap: NetEase's MI:STC, Gmail's 5.4.5, and the words of others. A full mailbox is none of it. */
const dayCap =
  /\bMI:STC\b|\b5\.4\.5\b|daily (?:user )?(?:sending |message )?(?:limit|quota)|[今当每][日天].{0,12}(?:上限|限制|超过)/i;

/** SMTP's own rule: 4xx is worth another try, 5xx is not; with the exceptions that big services make. */
function judge(failure: MailFailure, world: ChannelWorld): Delivery {
  const { responseCode: code, words } = failure;
  if (code === undefined) return withoutAnswer(failure, world);
  const isLogin = failure.kind === 'auth' || [530, 534, 535].includes(code);
  if (dayCap.test(words)) return { kind: 'retry', class: 'quota', words };
  // Said of right passwords too. One more try tells: more of them would lock the account where it is wrong.
  if (isLogin && /system busy|系统(?:繁)?忙/i.test(words))
    return { kind: 'retry', class: 'transient', words, afterMs: 300_000, tries: 2 };
  if (/too much fail auth/i.test(words) || /\b5\.7\.30\b/.test(words)) return { kind: 'refused', class: 'auth', words };
  if (code >= 500 && isLogin) return { kind: 'refused', class: 'auth', words };
  if (code === 550 && /frequen|RP:FRL|频率/i.test(words))
    return { kind: 'retry', class: 'rate', words, afterMs: 3_600_000 };
  // Greylists and quarter-hour quotas open again after 2 to 15 minutes.
  if (code >= 400 && code < 500) return { kind: 'retry', class: 'transient', words, afterMs: 120_000 };
  return { kind: 'refused', class: 'permanent', words };
}

function withoutAnswer(failure: MailFailure, world: ChannelWorld): Delivery {
  const keys: Readonly<Record<MailFailure['kind'], MessageKey>> = {
    refused: 'message.net.network',
    auth: 'message.mail.auth',
    connect: 'message.net.refused',
    timeout: 'message.net.timeout',
    dns: 'message.net.dns',
    tls: 'message.net.tls',
    network: 'message.net.network',
    file: 'message.mail.file',
  };
  const own = translate(world.locale?.() ?? 'zh-CN', keys[failure.kind]);
  const words = failure.words === '' ? own : `${own} (${failure.words})`;
  if (failure.wasSent) return { kind: 'uncertain', words };
  if (failure.kind === 'auth') return { kind: 'refused', class: 'auth', words };
  if (failure.kind === 'tls' || failure.kind === 'file') return { kind: 'refused', class: 'permanent', words };
  return { kind: 'retry', class: 'transient', words };
}
