import * as z from 'zod';
import { translate } from '../../../shared/i18n/translate';
import type { Delivery } from '../../../shared/model/channel';
import type { HttpReply, HttpRequest } from '../ports';
import type { ChannelWorld, Send } from './channel';

/** Budget of one exchange with a push service, milliseconds. */
export const exchangeTimeoutMs = 20_000;

/** True for this machine's own addresses. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '').toLowerCase();
  return bare === 'localhost' || bare === '::1' || /^127(\.\d{1,3}){3}$/.test(bare);
}

/** Base address of a service: https, or plain http to this machine only. Stored without a closing slash. */
export function endpoint(standard: string) {
  return z
    .string()
    .trim()
    .default(standard)
    .transform((text) => (text === '' ? standard : text).replace(/(?<!\/)\/+$/, ''))
    .refine(isSafeEndpoint, 'https, or http to this machine only');
}

/** What people put between recipients in one line; an id or an address holds none of it. */
const separators = /[\s,，;；|、]+/;

/** A list of recipients as the form gives it: several may stand in a line; repetitions are dropped. */
export function textList(max: number) {
  return z
    .array(z.coerce.string().trim())
    .default([])
    .transform((list) => [...new Set(list.flatMap((each) => each.split(separators)).filter((each) => each !== ''))])
    .refine((list) => list.length <= max, `at most ${max}`);
}

/** POST of a JSON body with the usual headers and budget. */
export function jsonPost(url: string, body: unknown): HttpRequest {
  return {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/json; charset=utf-8', accept: 'application/json' },
    body: JSON.stringify(body),
    timeoutMs: exchangeTimeoutMs,
  };
}

/** The reply's JSON, or undefined when it is none. */
export function jsonOf(reply: HttpReply): unknown {
  try {
    return JSON.parse(reply.text);
  } catch {
    // Not JSON is an answer too: the caller judges it by the status.
    return undefined;
  }
}

/** What a reply means that is not in the service's own format: a gateway, a proxy, a wrong address. */
export function judgeForeignReply(reply: HttpReply, world: ChannelWorld): Delivery {
  const locale = world.locale?.() ?? 'zh-CN';
  const words = translate(locale, 'message.reply.foreign', { status: reply.status });
  if (reply.status === 429) return { kind: 'retry', class: 'rate', words };
  if (reply.status === 401 || reply.status === 403) return { kind: 'refused', class: 'auth', words };
  // The gateway gave up waiting: the service behind it may have taken the message.
  if (reply.status === 504) return { kind: 'uncertain', words };
  if (reply.status === 408 || reply.status >= 500) return { kind: 'retry', class: 'transient', words };
  return { kind: 'refused', class: 'permanent', words };
}

/** `deliver` of a service that takes one HTTP request: what to ask, and how to read the answer. */
export function oneRequest<O>(service: {
  readonly request: (send: Send<O>, world: ChannelWorld) => HttpRequest;
  readonly delivery: (reply: HttpReply, send: Send<O>, world: ChannelWorld) => Delivery;
}): (send: Send<O>, world: ChannelWorld) => Promise<Delivery> {
  return async (send, world) => service.delivery(await world.http(service.request(send, world)), send, world);
}

function isSafeEndpoint(text: string): boolean {
  const parts = /^(https?):\/\/([^/?#@]+?)(:\d{1,5})?(\/[^?#]*)?$/i.exec(text);
  if (parts === null) return false;
  return parts[1]?.toLowerCase() === 'https' || isLoopback(parts[2] ?? '');
}
