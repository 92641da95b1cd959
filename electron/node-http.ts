import { HttpFailure, type Http } from './engine/ports';

/** No service that we know answers with more than a few KB; what is longer is no answer, and never kept in memory. */
const answerBytes = 1_048_576;

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
) => Promise<{ readonly status: number; readonly body: ReadableBody | null }>;

/** What is used of a body: chunks as they come. */
type ReadableBody = {
  getReader(): {
    read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
    cancel(): Promise<void>;
  };
};

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
      return { status: reply.status, text: await textOf(reply.body) };
    } catch (cause) {
      if (cause instanceof HttpFailure) throw cause;
      // The error's own text may hold the whole address, secret and all: only its kind goes on.
      if (isLate) throw new HttpFailure('timeout', true);
      throw failureOf(cause);
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener('abort', onOuterAbort);
    }
  };
}

async function textOf(body: ReadableBody | null): Promise<string> {
  if (body === null) return '';
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done || value === undefined) return text + decoder.decode();
    bytes += value.length;
    if (bytes > answerBytes) {
      await reader.cancel();
      throw new HttpFailure('size', true);
    }
    text += decoder.decode(value, { stream: true });
  }
}

/**
 * The Http port in plain Node. A fresh connection each time: an idle one may be dead without our knowing. Goes through
 * the proxy of `HTTPS_PROXY` or `HTTP_PROXY` unless `NO_PROXY` names the host; Node's own fetch looks at none of them.
 */
export const nodeHttp: Http = async (request, signal) => {
  const closing = { ...request, headers: { ...request.headers, connection: 'close' } };
  const proxy = proxyFor(new URL(request.url), process.env);
  return proxy === undefined
    ? httpOver(globalThis.fetch)(closing, signal)
    : throughProxy(proxy, (fetch) => httpOver(fetch)(closing, signal));
};

async function throughProxy<T>(uri: string, work: (fetch: Fetch) => Promise<T>): Promise<T> {
  // The library's own complaint about a bad address repeats it, password and all.
  if (!URL.canParse(uri)) throw new HttpFailure('proxy', false);
  // Loaded where it is needed: most machines reach their services without a proxy.
  const { ProxyAgent, fetch } = await import('undici');
  const agent = new ProxyAgent({ uri });
  try {
    return await work((url, init) => fetch(url, { ...init, dispatcher: agent }));
  } finally {
    await agent.destroy();
  }
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The proxy that the environment names for an address, as curl reads it: the small name first. */
function proxyFor({ protocol, hostname, port }: URL, env: Environment): string | undefined {
  const named = (name: string) => env[name.toLowerCase()] ?? env[name] ?? '';
  const proxy = named(protocol === 'https:' ? 'HTTPS_PROXY' : 'HTTP_PROXY').trim();
  const isLeftOut = (entry: string) => {
    const [, host = '', at] = /^(?:\*?\.)?(.*?)(?::(\d+))?$/.exec(entry.toLowerCase()) ?? [];
    const isHost = hostname === host || hostname.endsWith(`.${host}`);
    return entry === '*' || (isHost && (at === undefined || at === (port || standardPorts[protocol])));
  };
  const left = named('NO_PROXY')
    .split(/[\s,]+/)
    .filter((entry) => entry !== '');
  return proxy === '' || left.some(isLeftOut) ? undefined : proxy;
}

const standardPorts: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** Codes of Node (system, undici, TLS) and names of Chromium that mean that nothing of the request went out. */
const unsent: readonly (readonly [HttpFailure['kind'], RegExp])[] = [
  ['proxy', /HTTP Tunneling|ERR_PROXY_CONNECTION_FAILED|ERR_TUNNEL_CONNECTION_FAILED/],
  ['refused', /^ECONNREFUSED$|ERR_CONNECTION_REFUSED/],
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
