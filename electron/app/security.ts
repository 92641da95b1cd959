import { join, normalize, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { App, Net, Protocol, Session } from 'electron';

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
  "frame-src 'self' blob: data: about:",
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

/** No permission is ever given, no page but ours is ever shown, nothing opens a second window. */
export function lockDown(app: App, session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, url) => {
      if (!isOurPage(url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
