import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { icnsOf, icoOf, type Picture } from './icon-containers';
import { appIcon, shades, smallAppIcon, trayIcon, trayStates } from './icon-drawings';

/**
 * Draws every icon of the product anew: `npx tsx build/make-icons.ts`. The pictures are committed, so this runs only
 * after a drawing was changed. Needs a Chromium; CHROMIUM names another one than Debian's.
 */
const folder = join(__dirname, 'icons');
const appSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024];
/** Windows and macOS draw tray icons on 16 points, Linux panels on 22 to 24. */
const trayFolders = [
  { name: '.', base: 16 },
  { name: 'linux', base: 24 },
];
const scales = [
  { suffix: '', factor: 1 },
  { suffix: '@1.5x', factor: 1.5 },
  { suffix: '@2x', factor: 2 },
];

/** One drawing as a PNG with a transparent ground. */
async function draw(page: Page, svg: string, size: number): Promise<Buffer> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>html,body{margin:0;background:transparent}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`,
  );
  return page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: size, height: size } });
}

function write(name: string, content: Buffer): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

async function drawApp(page: Page): Promise<void> {
  const pictures: Picture[] = [];
  for (const size of appSizes) {
    pictures.push({ size, png: await draw(page, size <= 32 ? smallAppIcon() : appIcon(), size) });
  }
  for (const { size, png } of pictures) {
    if ([32, 256, 512].includes(size)) write(`app-${size}.png`, png);
    if (size <= 512) write(`app/${size}x${size}.png`, png);
  }
  write('app.ico', icoOf(pictures.filter(({ size }) => size <= 256)));
  write('app.icns', icnsOf(pictures));
}

async function drawTray(page: Page): Promise<void> {
  for (const { name, base } of trayFolders) {
    for (const { suffix, factor } of scales) {
      for (const state of trayStates) {
        for (const shade of shades) {
          const png = await draw(page, trayIcon(state, shade), base * factor);
          write(join(name, `tray-${state}-${shade}${suffix}.png`), png);
        }
      }
    }
  }
}

async function main(): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    const page = await browser.newPage();
    await drawApp(page);
    await drawTray(page);
  } finally {
    await browser.close();
  }
}

void main();
