import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { httpOver, nodeHttp } from '../../electron/node-http';

async function serverOf(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const get = (url: string, timeoutMs = 5000) => nodeHttp({ method: 'GET', url, timeoutMs });

test('a reply of any status is a reply', async () => {
  const url = await serverOf((_request, response) => response.writeHead(400).end('{"errcode":1}'));

  expect(await get(url)).toEqual({ status: 400, text: '{"errcode":1}' });
});

test('a redirect is not followed, since the request may hold a secret', async () => {
  const asked: string[] = [];
  const url = await serverOf((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(307, { location: '/elsewhere' }).end();
  });

  const { status } = await nodeHttp({ method: 'POST', url, body: 'secret', timeoutMs: 5000 });

  expect([status, asked]).toEqual([307, ['/']]);
});

test('no answer in time: it may have been sent', async () => {
  const url = await serverOf(() => undefined);

  await expect(get(url, 100)).rejects.toMatchObject({ kind: 'timeout', wasSent: true });
});

test('an answer that stops in the middle is no answer', async () => {
  const url = await serverOf((_request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => response.destroy());
  });

  await expect(get(url)).rejects.toMatchObject({ kind: 'network', wasSent: true });
});

test('a plain server asked for TLS has got nothing', async () => {
  const url = await serverOf((_request, response) => response.end());

  await expect(get(url.replace('http:', 'https:'))).rejects.toMatchObject({ kind: 'tls', wasSent: false });
});

test('a name that does not exist has got nothing', async () => {
  const cause = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
  const http = httpOver(() => Promise.reject(new TypeError('fetch failed', { cause })));

  await expect(http({ method: 'GET', url: 'http://127.0.0.1', timeoutMs: 100 })).rejects.toMatchObject({
    kind: 'dns',
    wasSent: false,
  });
});

test.each([
  ['net::ERR_CONNECTION_REFUSED', 'refused', false],
  ['net::ERR_NAME_NOT_RESOLVED', 'dns', false],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'tls', false],
  ['net::ERR_INTERNET_DISCONNECTED', 'network', false],
  ['net::ERR_CONNECTION_TIMED_OUT', 'timeout', false],
  ['net::ERR_CONNECTION_RESET', 'network', true],
  ['net::ERR_EMPTY_RESPONSE', 'network', true],
])('%s of Chromium is %s, sent: %s', async (message, kind, wasSent) => {
  const http = httpOver(() => Promise.reject(new Error(message)));

  await expect(http({ method: 'GET', url: 'http://127.0.0.1', timeoutMs: 100 })).rejects.toMatchObject({
    kind,
    wasSent,
  });
});

test('an error holds nothing of the address', async () => {
  const failure: unknown = await get('http://127.0.0.1:9/?corpsecret=hidden-0001').catch((cause: unknown) => cause);

  expect(`${String(failure)} ${JSON.stringify(failure)} ${String((failure as Error).cause)}`).not.toContain(
    'hidden-0001',
  );
});

test('a caller that gives up before the start has sent nothing', async () => {
  const gone = AbortSignal.abort();

  await expect(nodeHttp({ method: 'GET', url: 'http://127.0.0.1', timeoutMs: 100 }, gone)).rejects.toMatchObject({
    wasSent: false,
  });
});
