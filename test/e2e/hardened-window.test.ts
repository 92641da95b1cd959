import { createSocket } from 'node:dgram';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DrivenApp } from '../../build/app-driver';
import { startElsewhere } from '../support/elsewhere';
import { attacks, plantSecrets, type Ask } from '../support/planted-secrets';
import { setScene, until, type Scene } from './scene';

// Electron's own security checklist, on the real window: each wall is run against.
let scene: Scene;
let app: DrivenApp;

beforeAll(async () => {
  scene = await setScene([]);
  app = await scene.start();
});

afterAll(async () => {
  await app.quit();
  await scene.end();
});

/** What a script of the page comes to; an error is an answer. */
function inPage(script: string): Promise<unknown> {
  return app.app.evaluate(
    ({ BrowserWindow }, code) => BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code, true),
    `(async () => { ${script} })().catch((error) => 'failed: ' + error)`,
  );
}

test('WebRTC finds no candidate, and no packet of it arrives', async () => {
  let packets = 0;
  const udp = createSocket('udp4').on('message', () => (packets += 1));
  const tcp = createServer((socket) => {
    packets += 1;
    socket.destroy();
  });
  await new Promise<void>((done) => udp.bind(0, '127.0.0.1', done));
  await new Promise<void>((done) => tcp.listen(0, '127.0.0.1', done));
  const servers = [
    { urls: `stun:127.0.0.1:${udp.address().port}` },
    { urls: `turn:127.0.0.1:${udp.address().port}`, username: 'secret', credential: 'secret' },
    {
      urls: `turn:127.0.0.1:${(tcp.address() as AddressInfo).port}?transport=tcp`,
      username: 'secret',
      credential: 's',
    },
  ];
  const candidates = await inPage(`
    const peer = new RTCPeerConnection({ iceServers: ${JSON.stringify(servers)} });
    peer.createDataChannel('x');
    const found = [];
    const ended = new Promise((resolve) => {
      peer.onicecandidate = ({ candidate }) => (candidate ? candidate.candidate && found.push(candidate.candidate) : resolve());
    });
    await peer.setLocalDescription(await peer.createOffer());
    await ended;
    peer.close();
    return found;`);
  udp.close();
  tcp.close();

  expect({ candidates, packets }).toEqual({ candidates: [], packets: 0 });
});

test('no way of the page reaches a server: fetch, beacon, image, style, frame, ping, prefetch, form, window', async () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/secret`;
  const said = await inPage(`
    const url = ${JSON.stringify(url)};
    const blocked = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => blocked.push(effectiveDirective));
    const add = (name, more) => document.head.append(Object.assign(document.createElement(name), more));
    const ended = (name, more) => new Promise((resolve) => add(name, { ...more, onerror: resolve, onload: resolve }));
    navigator.sendBeacon(url, 'secret');
    add('link', { rel: 'prefetch', href: url });
    add('link', { rel: 'preconnect', href: url });
    add('link', { rel: 'dns-prefetch', href: url });
    await Promise.all([
      fetch(url).catch(() => undefined),
      ended('img', { src: url }),
      ended('script', { src: url }),
      ended('link', { rel: 'stylesheet', href: url }),
    ]);
    const violation = (name) => new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => event.effectiveDirective === name && resolve());
    });
    const framed = violation('frame-src');
    document.body.append(Object.assign(document.createElement('iframe'), { src: url }));
    await framed;
    const link = Object.assign(document.createElement('a'), { href: 'about:blank#', ping: url });
    const form = Object.assign(document.createElement('form'), { action: url, method: 'post' });
    document.body.append(link, form);
    const submitted = violation('form-action');
    form.submit();
    await submitted;
    link.click();
    const opened = window.open(url);
    location.href = url;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    return { blocked: [...new Set(blocked)].sort(), opened: opened === null, at: location.href };`);
  server.close();

  expect(connections).toBe(0);
  expect(said).toMatchObject({ opened: true, at: expect.stringMatching(/^xunjian:\/\/window\//) });
  expect((said as { blocked: string[] }).blocked).toEqual(
    expect.arrayContaining(['connect-src', 'form-action', 'frame-src', 'img-src', 'script-src-elem', 'style-src-elem']),
  );
});

test('no permission, no download, no eval, no frame of the page that reaches main', async () => {
  const said = await inPage(`
    const permission = await Notification.requestPermission();
    let evaluated = 'no';
    try { evaluated = eval('"yes"'); } catch { }
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const api = typeof frame.contentWindow.api;
    frame.remove();
    const place = await new Promise((resolve) => navigator.geolocation.getCurrentPosition(() => resolve('here'), () => resolve('no')));
    return { permission, evaluated, api, place };`);
  const downloads = await app.app.evaluate(({ BrowserWindow, session }) => {
    const states: boolean[] = [];
    session.defaultSession.on('will-download', (event) => states.push(event.defaultPrevented));
    BrowserWindow.getAllWindows()[0]?.webContents.downloadURL('data:text/plain,secret');
    return new Promise<boolean[]>((resolve) => setTimeout(() => resolve(states), 500));
  });

  expect(said).toEqual({ permission: 'denied', evaluated: 'no', api: 'undefined', place: 'no' });
  expect(downloads).toEqual([true]);
});

test('a page that was taken over moves no secret in the real window', async () => {
  const elsewhere = await startElsewhere();
  await app.call('vault.useSession', undefined);
  await app.app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 2, checkboxChecked: false });
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: true, filePath: '' });
  });
  const ask: Ask = (name, input) => app.call(name, input as never);
  const view = await app.call('settings.get', undefined);
  await app.call('settings.save', {
    ...view,
    budgets: { connectMs: 1000, commandMs: 150, fileMs: 150, deviceMs: 1000 },
  });
  const planted = await plantSecrets(ask);
  const { around, devices, channels } = attacks(planted, elsewhere);
  const replies: string[] = [];
  for (const [name, input] of [...around, ...devices, ...channels]) {
    replies.push(JSON.stringify(await ask(name, input).catch((error: unknown) => String(error))));
  }
  const heard = `${elsewhere.heard()}\n${replies.join('\n')}`;
  const left = planted.secrets.filter((secret) => heard.includes(secret));
  await elsewhere.close();

  console.log(`compromised page in Electron: ${left.length} of ${planted.secrets.length} secrets left`);
  expect(left).toEqual([]);
});

test('the window comes back after its process ended', async () => {
  const facts = () =>
    app.app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      return {
        pid: contents?.getOSProcessId() ?? 0,
        isCrashed: contents?.isCrashed(),
        isLoading: contents?.isLoading(),
      };
    });
  const { pid } = await facts();
  process.kill(pid, 'SIGKILL');
  const back = await until('another process of the window', async () => {
    const now = await facts();
    return now.pid !== pid && now.pid !== 0 && now.isCrashed === false && now.isLoading === false ? now : undefined;
  });
  const title = await inPage(`return typeof window.api.call`);

  expect(back.pid).not.toBe(pid);
  expect(title).toBe('function');
});
