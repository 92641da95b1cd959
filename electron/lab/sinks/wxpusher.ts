import * as z from 'zod';
import { startHttpSink, type SinkCall, type SinkReply } from './http-sink';
import type { ReceivedMessage } from './received';

/** What the service does with the next calls instead of the usual; one of them a call. */
export type WxPusherBehaviour =
  | { readonly kind: 'busy' }
  | { readonly kind: 'too-fast' }
  | { readonly kind: 'error'; readonly code: number; readonly msg: string }
  | { readonly kind: 'status'; readonly status: number }
  | { readonly kind: 'drop' }
  | { readonly kind: 'silent' };

export type WxPusherSink = {
  /** Base URL for the channel's options. */
  readonly url: string;
  readonly received: readonly ReceivedMessage[];
  readonly calls: readonly SinkCall[];
  /** Queues behaviours for the calls to come. */
  behave(...next: readonly WxPusherBehaviour[]): void;
  close(): Promise<void>;
};

export type WxPusherOptions = {
  readonly port?: number;
  /** The one app token that is known; any that looks like one when absent. */
  readonly appToken?: string;
  /** User ids that the service does not know. */
  readonly unknownUids?: readonly string[];
};

const Send = z.object({
  appToken: z.string().default(''),
  content: z.string().default(''),
  summary: z.string().default(''),
  contentType: z.int().min(1).max(3).default(1),
  uids: z.array(z.string()).default([]),
  topicIds: z.array(z.int()).default([]),
});
type Send = z.infer<typeof Send>;

/** A stand-in for WxPusher's send interface: HTTP 200 for everything, the verdict is in `code` and in each row. */
export async function startWxPusher(options: WxPusherOptions = {}): Promise<WxPusherSink> {
  const received: ReceivedMessage[] = [];
  const next: WxPusherBehaviour[] = [];
  let serial = 900;
  const rowOf = (uid: string | null, topicId: number | null) => {
    const isKnown = uid === null || (uid.startsWith('UID_') && !(options.unknownUids ?? []).includes(uid));
    serial += 1;
    return isKnown
      ? { uid, topicId, messageId: serial, sendRecordId: serial, code: 1000, status: '创建发送任务成功' }
      : { uid, topicId, messageId: null, sendRecordId: null, code: 1001, status: 'UID不存在或已取消关注' };
  };
  const take = (send: Send): SinkReply => {
    const refusal = refusalOf(send, options.appToken);
    if (refusal !== undefined) return failed(1001, refusal);
    const data = [...send.uids.map((uid) => rowOf(uid, null)), ...send.topicIds.map((topic) => rowOf(null, topic))];
    const to = data.filter(({ code }) => code === 1000).map(({ uid, topicId }) => uid ?? String(topicId));
    if (to.length > 0)
      received.push({
        service: 'wxpusher',
        at: Date.now(),
        to,
        title: send.summary,
        body: send.content,
        attachments: [],
      });
    return { json: { code: 1000, msg: '处理成功', data, success: true } };
  };
  const sink = await startHttpSink(({ method, path, body }) => {
    const behaviour = next.shift();
    if (behaviour !== undefined) return misbehave(behaviour);
    if (method !== 'POST' || path !== '/api/send/message') return { status: 404, text: '404 page not found' };
    const send = Send.safeParse(body);
    return send.success ? take(send.data) : failed(1001, '参数错误');
  }, options.port);
  return {
    url: sink.url,
    received,
    calls: sink.calls,
    behave: (...more) => void next.push(...more),
    close: sink.close,
  };
}

function refusalOf({ appToken, content, uids, topicIds }: Send, known: string | undefined): string | undefined {
  if (known === undefined ? !appToken.startsWith('AT_') : appToken !== known) return 'appToken不正确，请检查';
  if (content === '') return '发送内容不能为空';
  if (Array.from(content).length > 40_000) return '发送内容过长';
  if (uids.length + topicIds.length === 0) return 'uids和topicIds不能都为空';
  return undefined;
}

function misbehave(behaviour: WxPusherBehaviour): SinkReply {
  switch (behaviour.kind) {
    case 'busy':
      return failed(1001, '系统繁忙，请稍后再试');
    case 'too-fast':
      return failed(1001, '发送频率过快');
    case 'error':
      return failed(behaviour.code, behaviour.msg);
    case 'status':
      return { status: behaviour.status, text: '<html><body>gateway</body></html>' };
    case 'drop':
      return { drop: true };
    case 'silent':
      return { silent: true };
  }
}

function failed(code: number, msg: string): SinkReply {
  return { json: { code, msg, data: null, success: false } };
}
