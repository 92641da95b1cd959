import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { WindowHarness, type WindowWish } from './open-window';

/**
 * Takes pictures of the built window: `tsx look.ts FOLDER [PART-OF-NAME]`. For eyes, not for comparison by machine.
 */
type View = {
  readonly name: string;
  readonly scene: WindowWish['scene'];
  readonly act: (page: Page) => Promise<void>;
};

const go = (page: Page, name: string): Promise<void> => page.getByTestId(`nav-${name}`).click();
const settle = (page: Page): Promise<void> => page.waitForTimeout(700);

const views: readonly View[] = [
  { name: 'devices-empty', scene: 'empty', act: async () => undefined },
  { name: 'devices', scene: 'full', act: async () => undefined },
  { name: 'devices-error', scene: 'error', act: async () => undefined },
  {
    name: 'devices-selected',
    scene: 'full',
    act: async (page) => {
      await page.getByTestId('device-row').nth(1).getByRole('checkbox').check();
      await page.getByTestId('device-row').nth(3).getByRole('checkbox').check();
    },
  },
  {
    name: 'device-drawer',
    scene: 'full',
    act: (page) => page.getByTestId('device-row').nth(1).getByRole('button').first().click(),
  },
  {
    name: 'device-bastion',
    scene: 'full',
    act: async (page) => {
      await page.getByTestId('device-row').nth(1).getByRole('button').first().click();
      await page.getByTestId('device-advanced').click();
      await page.getByTestId('device-bastion').click();
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowUp');
      await page
        .getByText(/^(自定义步骤|Own steps)$/)
        .last()
        .click();
      const steps = page.locator('textarea').first();
      await steps.fill('Opt> => {host}\nPassword: => hunter2');
      await steps.blur();
      await page.getByTestId('bastion-grammar').click();
      await page.getByTestId('bastion-grammar').scrollIntoViewIfNeeded();
    },
  },
  { name: 'device-add', scene: 'empty', act: (page) => page.getByTestId('first-start-add').click() },
  {
    name: 'device-test',
    scene: 'full',
    act: (page) => page.getByTestId('device-row').nth(1).getByRole('button').nth(1).click(),
  },
  { name: 'import', scene: 'empty', act: (page) => page.getByTestId('first-start-import').click() },
  {
    name: 'run',
    scene: 'full',
    act: async (page) => {
      await go(page, 'run');
      await page.evaluate(() => window.madeUp.stream());
      await page.locator('button[aria-pressed]').nth(1).click();
      await page.getByTestId('live-device').nth(1).click();
      await page.waitForTimeout(1200);
    },
  },
  {
    name: 'run-findings',
    scene: 'full',
    act: async (page) => {
      await go(page, 'run');
      await page.getByTestId('detail-findings').click();
    },
  },
  {
    name: 'run-ports',
    scene: 'full',
    act: async (page) => {
      await go(page, 'run');
      await page.getByTestId('live-device').nth(4).click();
      await page.getByTestId('detail-findings').click();
    },
  },
  {
    name: 'run-ports-low',
    scene: 'full',
    act: async (page) => {
      await go(page, 'run');
      await page.getByTestId('live-device').nth(4).click();
      await page.getByTestId('detail-findings').click();
      await page.getByTestId('findings-good').click();
      await page.getByTestId('findings-group').first().click();
      await page.getByTestId('findings-good').scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'run-commands',
    scene: 'full',
    act: async (page) => {
      await go(page, 'run');
      await page.getByTestId('detail-commands').click();
    },
  },
  {
    name: 'run-over',
    scene: 'full',
    act: async (page) => {
      await go(page, 'reports');
      await page.getByTestId('report-run-detail').click();
      await page.getByTestId('detail-output').click();
    },
  },
  { name: 'run-empty', scene: 'empty', act: (page) => go(page, 'run') },
  { name: 'reports', scene: 'full', act: (page) => go(page, 'reports') },
  {
    name: 'reports-cut-off',
    scene: 'full',
    act: async (page) => {
      await go(page, 'reports');
      await page.locator('[data-testid=report-row][data-state=cut-off]').first().click();
    },
  },
  {
    name: 'reports-html',
    scene: 'full',
    act: async (page) => {
      await go(page, 'reports');
      await page.getByTestId('report-open-html').click();
    },
  },
  {
    name: 'reports-docx',
    scene: 'full',
    act: async (page) => {
      await go(page, 'reports');
      await page.getByTestId('report-open-docx').click();
      await page.waitForTimeout(2500);
    },
  },
  {
    name: 'reports-send',
    scene: 'full',
    act: async (page) => {
      await go(page, 'reports');
      await page.getByTestId('report-send-again').click();
    },
  },
  {
    name: 'channels',
    scene: 'full',
    act: async (page) => {
      await go(page, 'channels');
      await page.getByTestId('channel-test').nth(1).click();
    },
  },
  {
    name: 'channel-drawer',
    scene: 'full',
    act: async (page) => {
      await go(page, 'channels');
      await page.getByTestId('channel-edit').nth(1).click();
    },
  },
  { name: 'channels-empty', scene: 'empty', act: (page) => go(page, 'channels') },
  { name: 'schedule', scene: 'full', act: (page) => go(page, 'schedule') },
  {
    name: 'schedule-drawer',
    scene: 'full',
    act: async (page) => {
      await go(page, 'schedule');
      await page.getByTestId('schedule-add').click();
    },
  },
  { name: 'settings', scene: 'full', act: (page) => go(page, 'settings') },
  {
    name: 'settings-low',
    scene: 'full',
    act: async (page) => {
      await go(page, 'settings');
      await page.getByText(/^(关于|About)$/).scrollIntoViewIfNeeded();
    },
  },
  {
    name: 'settings-middle',
    scene: 'full',
    act: async (page) => {
      await go(page, 'settings');
      await page.getByText(/^(判定限值|Limits)$/).scrollIntoViewIfNeeded();
      await page.mouse.move(500, 400);
      await page.mouse.wheel(0, 420);
    },
  },
  { name: 'settings-error', scene: 'error', act: (page) => go(page, 'settings') },
  { name: 'vault-locked', scene: 'locked', act: async () => undefined },
  { name: 'vault-new', scene: 'new', act: async () => undefined },
];

const looks = [
  { tag: 'zh-light-1440', locale: 'zh-CN', theme: 'light', width: 1440, height: 900 },
  { tag: 'en-dark-800', locale: 'en', theme: 'dark', width: 800, height: 600 },
  { tag: 'en-light-1100', locale: 'en', theme: 'light', width: 1100, height: 760 },
  { tag: 'zh-dark-1440', locale: 'zh-CN', theme: 'dark', width: 1440, height: 900 },
  { tag: 'zh-light-800', locale: 'zh-CN', theme: 'light', width: 800, height: 600 },
] as const;

async function main(): Promise<void> {
  const [folder = '/tmp/looks', wanted = '', wantedLook = ''] = process.argv.slice(2);
  mkdirSync(folder, { recursive: true });
  const harness = await WindowHarness.start(process.env['CHROMIUM'] ?? '/usr/bin/chromium');
  for (const look of looks.filter((each) => each.tag.includes(wantedLook))) {
    for (const view of views.filter((each) => each.name.includes(wanted))) {
      const { page, errors } = await harness.open({ ...look, scene: view.scene });
      await view.act(page).catch((error: unknown) => errors.push(String(error)));
      await settle(page);
      await page.screenshot({ path: join(folder, `${view.name}.${look.tag}.png`) });
      for (const error of errors) console.log(`${view.name}.${look.tag}: ${error}`);
      await page.context().close();
    }
  }
  await harness.stop();
}

void main();
