import { join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { App, Net, Protocol, Session, WebContents, WebFrameMain } from 'electron';

/** Address of our window. A scheme of our own: no `file:` page has our rights, and ours has none over files. */
export const windowUrl = 'xunjian://window/index.html';
const scheme = 'xunjian';

const policy = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "connect-src 'self'",
  // The report's frame is a `srcdoc`, which needs none.
  "frame-src 'none'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** Must be called before the app is ready. */
export function registerScheme(protocol: Protocol): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme, privileges }]);
}

/** True for pages of our own window. */
export function isOurPage(url: string | undefined): boolean {
  return url !== undefined && url.startsWith(`${scheme}://window/`);
}

/** True for our own window itself: a frame in it, even one of ours, is not answered. */
export function isOurFrame(frame: Pick<WebFrameMain, 'url' | 'parent'> | null): boolean {
  return frame !== null && frame.parent === null && isOurPage(frame.url);
}

/** Path of a file of the window, or undefined when the address leads outside its folder. */
export function windowFile(folder: string, url: string): string | undefined {
  const { host, pathname } = new URL(url);
  const path = normalize(join(folder, decodeURIComponent(pathname)));
  return host === 'window' && path.startsWith(folder + sep) ? path : undefined;
}

/** Serves the window's files, with the policy on every answer. */
export function serveWindow(protocol: Protocol, net: Net, folder: string): void {
  protocol.handle(scheme, async (request) => {
    const path = windowFile(folder, request.url);
    if (path === undefined) return new Response('not found', { status: 404 });
    const reply = await net.fetch(pathToFileURL(path).href);
    const headers = new Headers(reply.headers);
    headers.set('Content-Security-Policy', policy);
    headers.set('X-Content-Type-Options', 'nosniff');
    return new Response(reply.body, { status: reply.status, headers });
  });
}

/** No permission is ever given, no page but ours is ever shown, nothing opens a second window, nothing leaves by it. */
export async function lockDown(app: App, session: Session): Promise<void> {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !isOwnRequest(url) }));
  app.on('web-contents-created', (_event, contents) => lockContents(contents));
  // The window needs no network. WebRTC asks neither policy nor the handler above: it finds a way that ends nowhere.
  await session.setProxy({ mode: 'fixed_servers', proxyRules: 'http://127.0.0.1:1', proxyBypassRules: '<-loopback>' });
}

function lockContents(contents: WebContents): void {
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  contents.on('will-navigate', (event, url) => {
    if (!isOurPage(url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Our own files, and what stands in the page itself. */
function isOwnRequest(url: string): boolean {
  return /^(?:xunjian:\/\/window\/|file:|data:|blob:|devtools:)/.test(url);
}
