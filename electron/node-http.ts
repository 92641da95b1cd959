import { HttpFailure, type Http } from './engine/ports';

/** What is used of `fetch`: Node's own, or Electron's `net.fetch`, which follows the system's proxy settings. */
export type Fetch = (
  url: string,
  init: {
    method: string;
    headers: Record<string, string>;
    body?: string | Uint8Array<ArrayBuffer>;
    redirect: 'manual';
    signal: AbortSignal;
  },
) => Promise<{ readonly status: number; text(): Promise<string> }>;

/** The Http port over a fetch. A redirect is an answer, not followed: the request may hold a secret. */
export function httpOver(fetch: Fetch): Http {
  return async ({ method, url, headers, body, timeoutMs }, signal) => {
    const abort = new AbortController();
    const onOuterAbort = (): void => abort.abort();
    signal?.addEventListener('abort', onOuterAbort, { once: true });
    if (signal?.aborted === true) throw new HttpFailure('network', false);
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      abort.abort();
    }, timeoutMs);
    try {
      const reply = await fetch(url, {
        method,
        headers: { ...headers },
        body: typeof body === 'object' ? new Uint8Array(body) : body,
        redirect: 'manual',
        signal: abort.signal,
      });
      return { status: reply.status, text: await reply.text() };
    } catch (cause) {
      // The error's own text may hold the whole address, secret and all: only its kind goes on.
      if (isLate) throw new HttpFailure('timeout', true);
      throw failureOf(cause);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onOuterAbort);
    }
  };
}

/** The Http port on Node's own fetch. A fresh connection each time: an idle one may be dead without our knowing. */
export const nodeHttp: Http = (request, signal) =>
  httpOver(globalThis.fetch)({ ...request, headers: { ...request.headers, connection: 'close' } }, signal);

/** Codes of Node (system, undici, TLS) and names of Chromium that mean that nothing of the request went out. */
const unsent: readonly (readonly [HttpFailure['kind'], RegExp])[] = [
  ['refused', /^ECONNREFUSED$|ERR_CONNECTION_REFUSED|ERR_PROXY_CONNECTION_FAILED|ERR_TUNNEL_CONNECTION_FAILED/],
  ['dns', /^ENOTFOUND$|^EAI_AGAIN$|ERR_NAME_NOT_RESOLVED/],
  ['timeout', /^UND_ERR_CONNECT_TIMEOUT$|ERR_CONNECTION_TIMED_OUT/],
  [
    'network',
    /^bad port$|ERR_UNSAFE_PORT|^EHOSTUNREACH$|^ENETUNREACH$|^EADDRNOTAVAIL$|ERR_INTERNET_DISCONNECTED|ERR_ADDRESS_UNREACHABLE/,
  ],
  ['tls', /CERT|SELF_SIGNED|UNABLE_TO_|^ERR_TLS|^ERR_SSL|^EPROTO$|net::ERR_SSL|before secure TLS connection/],
];

function failureOf(cause: unknown): HttpFailure {
  const signs = signsOf(cause);
  const known = unsent.find(([, pattern]) => signs.some((sign) => pattern.test(sign)));
  return known === undefined ? new HttpFailure('network', true) : new HttpFailure(known[0], false);
}

/** Codes and messages of an error and of what caused it; several addresses give several causes. */
function signsOf(cause: unknown, depth = 0): readonly string[] {
  if (!(cause instanceof Error) || depth > 4) return [];
  const code = 'code' in cause && typeof cause.code === 'string' ? [cause.code] : [];
  const several = cause instanceof AggregateError ? cause.errors : [];
  return [...code, cause.message, ...[cause.cause, ...several].flatMap((each) => signsOf(each, depth + 1))];
}
