import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { build } from 'esbuild';
import { chromium, type Browser, type Page } from 'playwright-core';
import { channels, formats, platforms, checks } from '../../../electron/engine/registries.generated';
import { sampleReport } from '../sample-report';
import type { Scene, SceneName } from './scene';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.map': 'application/json',
};

/** What a window is opened with. */
export type WindowWish = {
  readonly scene: SceneName;
  readonly locale: Scene['locale'];
  readonly theme: Scene['theme'];
  readonly width: number;
  readonly height: number;
  readonly devices?: number;
};

/** Serves the built window and opens pages of it in a browser, each with a made-up main process behind it. */
export class WindowHarness {
  private constructor(
    private readonly server: Server,
    private readonly browser: Browser,
    private readonly script: string,
    private readonly fixed: Pick<Scene, 'catalogue' | 'report' | 'docxBase64' | 'html'>,
  ) {}

  static async start(executablePath: string, folder = 'dist/renderer'): Promise<WindowHarness> {
    const server = createServer((request, reply) => {
      const path = normalize((request.url ?? '/').split('?')[0] ?? '/');
      readFile(join(folder, path === '/' ? 'index.html' : path)).then(
        (body) => {
          reply.setHeader('content-type', types[extname(path === '/' ? 'index.html' : path)] ?? 'text/plain');
          reply.end(body);
        },
        () => {
          reply.statusCode = 404;
          reply.end();
        },
      );
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
    return new WindowHarness(server, browser, await madeUpScript(), await fixedParts());
  }

  /** A page with the window; what it prints as errors is collected. */
  async open(wish: WindowWish): Promise<{ readonly page: Page; readonly errors: string[] }> {
    const { port } = this.server.address() as AddressInfo;
    const context = await this.browser.newContext({
      viewport: { width: wish.width, height: wish.height },
      locale: wish.locale,
    });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on('console', (line) => {
      if (line.type() === 'error' || line.type() === 'warning') errors.push(line.text());
    });
    page.on('pageerror', (error) => errors.push(String(error)));
    const { scene: name, locale, theme, devices = 60 } = wish;
    const scene: Scene = { name, locale, theme, devices, ...this.fixed };
    await page.addInitScript({ content: `window.scene = ${JSON.stringify(scene)};\n${this.script}` });
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.getByTestId('nav-devices').waitFor();
    return { page, errors };
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await new Promise((done) => this.server.close(done));
  }
}

async function madeUpScript(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['test/support/window-harness/made-up-main.ts'],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'chrome130',
  });
  return outputFiles[0]?.text ?? '';
}

async function fixedParts(): Promise<Pick<Scene, 'catalogue' | 'report' | 'docxBase64' | 'html'>> {
  const report = sampleReport();
  const word = await formats.find((format) => format.id === 'docx')?.write(report);
  const page = await formats.find((format) => format.id === 'html')?.write(report);
  const named = ({ id, labels }: { id: string; labels: Scene['catalogue']['checks'][number]['labels'] }) => ({
    id,
    labels,
  });
  return {
    report,
    docxBase64: Buffer.from(word ?? []).toString('base64'),
    html: page === undefined ? '<h1>巡检报告</h1>' : Buffer.from(page).toString('utf8'),
    catalogue: {
      deviceTypes: [
        {
          id: 'alcatel_aos',
          labels: { 'zh-CN': '阿尔卡特朗讯 OmniSwitch（AOS）', en: 'Alcatel-Lucent OmniSwitch (AOS)' },
        },
        { id: 'cisco_asa', labels: { 'zh-CN': '思科 ASA 防火墙', en: 'Cisco ASA firewall' } },
      ],
      platforms: platforms.map(named),
      checks: checks.map(named),
      formats: formats.map(named),
      channels: channels.map(({ id, labels, note, fields, mirrorsNotice }) => ({
        id,
        labels,
        note,
        fields: [...fields],
        mirrorsNotice: mirrorsNotice ?? false,
      })),
    },
  };
}
