import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One call as it came. */
export type SinkCall = {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Parsed JSON, or the text where it is none. */
  readonly body: unknown;
};

/** What to answer: a reply, or the end of the connection with no word. */
export type SinkReply =
  | { readonly status?: number; readonly json: unknown }
  | { readonly status: number; readonly text: string }
  | { readonly drop: true }
  | { readonly silent: true };

export type HttpSink = {
  /** `http://127.0.0.1:port` */
  readonly url: string;
  readonly calls: readonly SinkCall[];
  close(): Promise<void>;
};

/** An HTTP server on loopback that answers every call by `answer`. */
export async function startHttpSink(answer: (call: SinkCall) => SinkReply, port = 0): Promise<HttpSink> {
  const calls: SinkCall[] = [];
  const server = createServer((request, response) => {
    void readBody(request).then((text) => {
      const url = new URL(request.url ?? '/', 'http://127.0.0.1');
      const call = { method: request.method ?? '', path: url.pathname, query: url.searchParams, body: asJson(text) };
      calls.push(call);
      const reply = answer(call);
      if ('drop' in reply) return void request.socket.destroy();
      if ('silent' in reply) return undefined;
      const body = 'json' in reply ? JSON.stringify(reply.json) : reply.text;
      const type = 'json' in reply ? 'application/json; charset=utf-8' : 'text/html; charset=utf-8';
      return void response.writeHead(reply.status ?? 200, { 'content-type': type }).end(body);
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const { port: bound } = server.address() as AddressInfo; // a TCP server's address is never a pipe name
  return {
    url: `http://127.0.0.1:${bound}`,
    calls,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const part of request) parts.push(part as Uint8Array); // a request without an encoding gives bytes
  return Buffer.concat(parts).toString('utf8');
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A call may come without a body, or with one that is not JSON: it is kept as it is.
    return text;
  }
}
