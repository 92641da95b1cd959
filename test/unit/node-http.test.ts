import { createServer, type RequestListener } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
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

afterEach(() => {
  vi.unstubAllEnvs();
});

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

test('an answer without end is not read on, and is told as what it is', async () => {
  let sent = 0;
  const url = await serverOf((_request, response) => {
    const chunk = Buffer.alloc(65_536, 'a');
    const more = (): void => {
      while (!response.destroyed && sent < 1_000_000_000 && response.write(chunk)) sent += chunk.length;
    };
    response.on('drain', more);
    more();
  });

  await expect(get(url)).rejects.toMatchObject({ kind: 'size', wasSent: true });
  // What lies in the buffers of both ends is sent and not read.
  expect(sent).toBeLessThan(32 * 1_048_576);
});

test('an answer that drips is ended by the budget of the whole', async () => {
  const url = await serverOf((_request, response) => {
    const drip = setInterval(() => response.write('a'), 20);
    response.on('close', () => clearInterval(drip));
  });

  await expect(get(url, 300)).rejects.toMatchObject({ kind: 'timeout', wasSent: true });
});

/** A proxy on loopback that leads every tunnel to one server, whatever name was asked for. */
async function proxyTo(target: string, mayPass = true): Promise<{ readonly url: string; readonly asked: string[] }> {
  const asked: string[] = [];
  const proxy = createServer();
  proxy.on('connect', (request, socket) => {
    asked.push(`${request.url ?? ''} ${request.headers['proxy-authorization'] ?? '-'}`);
    if (!mayPass) return void socket.end('HTTP/1.1 407 Proxy Authentication Required\r\n\r\n');
    const onward = connect(Number(new URL(target).port), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    onTestFinished(() => void onward.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void proxy.close());
  const { port } = proxy.address() as AddressInfo;
  return { url: `http://pusher:proxy-word-0001@127.0.0.1:${port}`, asked };
}

test('a proxy of the environment is asked, also for a name that only it can resolve', async () => {
  const target = await serverOf((_request, response) => response.end('behind the proxy'));
  const proxy = await proxyTo(target);
  vi.stubEnv('HTTP_PROXY', proxy.url);

  const reply = await get('http://push.service.invalid/send');

  expect(reply).toEqual({ status: 200, text: 'behind the proxy' });
  const login = Buffer.from('pusher:proxy-word-0001').toString('base64');
  expect(proxy.asked).toEqual([`push.service.invalid:80 Basic ${login}`]);
});

test.each(['127.0.0.1', 'a.example, 127.0.0.1', '*', '127.0.0.1:PORT', '.0.0.1'])(
  'a host that NO_PROXY (%s) names is reached without the proxy',
  async (left) => {
    const target = await serverOf((_request, response) => response.end('direct'));
    const proxy = await proxyTo(target);
    vi.stubEnv('HTTP_PROXY', proxy.url);
    vi.stubEnv('NO_PROXY', left.replace('PORT', new URL(target).port));

    expect(await get(target)).toEqual({ status: 200, text: 'direct' });
    expect(proxy.asked).toEqual([]);
  },
);

test.each(['27.0.0.1', '127.0.0.1:9', 'example'])('NO_PROXY=%s leaves another host to the proxy', async (left) => {
  const target = await serverOf((_request, response) => response.end('behind'));
  const proxy = await proxyTo(target);
  vi.stubEnv('HTTP_PROXY', proxy.url);
  vi.stubEnv('NO_PROXY', left);

  expect(await get(target)).toEqual({ status: 200, text: 'behind' });
  expect(proxy.asked).toHaveLength(1);
});

test.each(['refusing', 'http://pusher:proxy-word-0001@:::'])(
  'a proxy that lets nothing through (%s) is told as that, without its password',
  async (kind) => {
    const proxy = await proxyTo('http://127.0.0.1:9', false);
    vi.stubEnv('HTTP_PROXY', kind === 'refusing' ? proxy.url : kind);

    const failure: unknown = await get('http://push.service.invalid/send').catch((cause: unknown) => cause);

    expect(failure).toMatchObject({ kind: 'proxy', wasSent: false });
    expect(`${String(failure)} ${JSON.stringify(failure)} ${String((failure as Error).cause)}`).not.toContain(
      'word-0001',
    );
  },
);
