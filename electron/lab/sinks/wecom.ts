import * as z from 'zod';
import { startHttpSink, type SinkCall, type SinkReply } from './http-sink';
import type { ReceivedMessage } from './received';

/** What the service does with the next call of one interface instead of the usual. */
export type WecomBehaviour = {
  readonly at: 'gettoken' | 'send';
  readonly reply:
    | { readonly kind: 'error'; readonly errcode: number; readonly errmsg: string }
    | { readonly kind: 'status'; readonly status: number }
    | { readonly kind: 'drop' }
    | { readonly kind: 'silent' };
};

export type WecomSink = {
  /** Base URL for the channel's options. */
  readonly url: string;
  readonly received: readonly ReceivedMessage[];
  readonly calls: readonly SinkCall[];
  /** Queues behaviours for the calls to come. */
  behave(...next: readonly WecomBehaviour[]): void;
  /** Ends every token that was given out, before its time (errcode 42001). */
  expireTokens(): void;
  /** How often a token was asked for. */
  tokenCalls(): number;
  close(): Promise<void>;
};

export type WecomOptions = {
  readonly port?: number;
  /** The one secret that is known; any when absent. */
  readonly corpSecret?: string;
  /** Members that do not exist, and members without a licence. */
  readonly unknownUsers?: readonly string[];
  readonly unlicensedUsers?: readonly string[];
  /** Address that is told as not trusted (60020); undefined trusts everybody. */
  readonly untrustedIp?: string;
};

const Send = z.object({
  touser: z.string().default(''),
  toparty: z.string().default(''),
  totag: z.string().default(''),
  msgtype: z.enum(['text', 'markdown']),
  agentid: z.int(),
  text: z.object({ content: z.string() }).optional(),
  markdown: z.object({ content: z.string() }).optional(),
  enable_duplicate_check: z.int().default(0),
});
type Send = z.infer<typeof Send>;

/** A stand-in for WeCom's `gettoken` and `message/send`: HTTP 200 for everything, the verdict is in `errcode`. */
export async function startWecom(options: WecomOptions = {}): Promise<WecomSink> {
  const received: ReceivedMessage[] = [];
  const next: WecomBehaviour[] = [];
  const tokens = new Set<string>();
  const seen = new Set<string>();
  let serial = 0;
  const behaviourAt = (at: WecomBehaviour['at']) => {
    const index = next.findIndex((each) => each.at === at);
    return index < 0 ? undefined : next.splice(index, 1)[0];
  };
  const giveToken = ({ query }: SinkCall): SinkReply => {
    if (options.untrustedIp !== undefined) return untrusted(options.untrustedIp);
    if ((query.get('corpid') ?? '') === '') return wrong(40013, 'invalid corpid');
    const secret = query.get('corpsecret') ?? '';
    if (secret === '' || (options.corpSecret !== undefined && secret !== options.corpSecret))
      return wrong(40001, 'invalid credential');
    const token = `lab-token-${(serial += 1)}-${'x'.repeat(48)}`;
    tokens.add(token);
    return { json: { errcode: 0, errmsg: 'ok', access_token: token, expires_in: 7200 } };
  };
  const take = ({ query, body }: SinkCall): SinkReply => {
    const token = query.get('access_token') ?? '';
    if (token === '') return wrong(41001, 'access_token missing');
    if (!tokens.has(token)) return wrong(token.startsWith('lab-token-') ? 42001 : 40014, 'access_token expired');
    const send = Send.safeParse(body);
    if (!send.success) return wrong(40035, 'invalid parameter');
    const { message, reply } = judge(send.data, options, (serial += 1));
    const print = JSON.stringify(send.data);
    // What is word for word the same inside the window is answered with a yes and not delivered.
    const isRepeated = send.data.enable_duplicate_check === 1 && seen.has(print);
    seen.add(print);
    if (message !== undefined && !isRepeated) received.push(message);
    return reply;
  };
  const sink = await startHttpSink((call) => {
    const at = call.path.endsWith('/cgi-bin/gettoken') ? 'gettoken' : 'send';
    if (at === 'send' && !call.path.endsWith('/cgi-bin/message/send')) return { status: 404, text: 'not found' };
    const behaviour = behaviourAt(at);
    if (behaviour !== undefined) return misbehave(behaviour.reply);
    return at === 'gettoken' ? giveToken(call) : take(call);
  }, options.port);
  return {
    url: sink.url,
    received,
    calls: sink.calls,
    behave: (...more) => void next.push(...more),
    expireTokens: () => tokens.clear(),
    tokenCalls: () => sink.calls.filter(({ path }) => path.endsWith('/cgi-bin/gettoken')).length,
    close: sink.close,
  };
}

function judge(send: Send, options: WecomOptions, serial: number): { message?: ReceivedMessage; reply: SinkReply } {
  const names = (list: string) => list.split('|').filter((name) => name !== '');
  const content = (send.msgtype === 'text' ? send.text?.content : send.markdown?.content) ?? '';
  if (content === '') return { reply: wrong(44004, 'empty content') };
  const users = names(send.touser);
  const invalid = users.filter((user) => options.unknownUsers?.includes(user));
  const unlicensed = users.filter((user) => options.unlicensedUsers?.includes(user));
  const others = [...names(send.toparty), ...names(send.totag)];
  if (users.length + others.length === 0) return { reply: wrong(40003, 'invalid user id') };
  if (invalid.length === users.length && others.length === 0)
    return { reply: wrong(81013, 'user & party & tag all invalid') };
  const to = [...users.filter((user) => !invalid.includes(user) && !unlicensed.includes(user)), ...others];
  const reply: SinkReply = {
    json: {
      errcode: 0,
      errmsg: 'ok',
      invaliduser: invalid.join('|').toLowerCase(),
      invalidparty: '',
      invalidtag: '',
      unlicenseduser: unlicensed.join('|').toLowerCase(),
      msgid: `LAB-MSG-${serial}`,
    },
  };
  if (to.length === 0) return { reply };
  // The real service cuts longer content without a word.
  const body = new TextDecoder().decode(new TextEncoder().encode(content).slice(0, 2048));
  const title = body.split('\n', 1)[0] ?? '';
  return { message: { service: 'wecom', at: Date.now(), to, title, body, attachments: [] }, reply };
}

function misbehave(reply: WecomBehaviour['reply']): SinkReply {
  switch (reply.kind) {
    case 'error':
      return wrong(reply.errcode, reply.errmsg);
    case 'status':
      return { status: reply.status, text: '<html><body>gateway</body></html>' };
    case 'drop':
      return { drop: true };
    case 'silent':
      return { silent: true };
  }
}

function untrusted(ip: string): SinkReply {
  return wrong(60020, `not allow to access from your ip, hint: [0000000000000000000000], from ip: ${ip}`);
}

function wrong(errcode: number, errmsg: string): SinkReply {
  return { json: { errcode, errmsg } };
}
