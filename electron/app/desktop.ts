import { join } from 'node:path';
import { app, BrowserWindow, Menu, nativeImage, nativeTheme, Notification, Tray } from 'electron';
import type { AppState, PageName } from '../../shared/contract/app';
import { translate } from '../../shared/i18n/translate';
import type { Run } from '../../shared/model/run';
import type { Locale } from '../../shared/model/text';
import type { Clock, DesktopNotice, Log } from '../engine/ports';
import { desktopNotices } from './desktop-notices';
import { pushTo } from './ipc-server';
import { trayView } from './tray';
import { trayActions, type TrayTargets } from './tray-actions';
import { trayModel } from './tray-model';
import { recoverWindow } from './window-recovery';
import { mainWindow, type MainWindow } from './windows';

/** What the tray shows beside the state. */
export type TrayFacts = {
  readonly lastRun: () => Run | undefined;
  readonly hasDevices: () => boolean;
  readonly locale: () => Locale;
};

/** Window, tray and notifications of the app, joined. */
export type Desktop = {
  readonly window: MainWindow;
  readonly notice: DesktopNotice;
  /** Shows the window, on a page if one is named. */
  show(page: PageName | undefined): void;
  /** Puts up the tray; from then on it follows `draw`. */
  startTray(facts: TrayFacts, targets: Omit<TrayTargets, 'show'>): void;
  draw(state: AppState): void;
};

export type DesktopOptions = {
  readonly log: Log;
  readonly isQuitting: () => boolean;
  readonly appFolder: string;
  readonly clock: Pick<Clock, 'elapsed' | 'after'>;
};

/** Windows shows notifications under this name; the installer registers the same one. */
const appId = 'io.xunjian.app';

/** Builds the desktop parts; electron must be ready. */
export function createDesktop({ log, isQuitting, appFolder, clock }: DesktopOptions): Desktop {
  app.setAppUserModelId(appId);
  let locale = (): Locale => 'zh-CN';
  const icons = join(appFolder, 'dist', 'icons');
  const icon = join(icons, 'app-256.png');
  const window = mainWindow({
    create: (options) => new BrowserWindow(options),
    appFolder,
    title: translate('zh-CN', 'app.name'),
    icon,
    isQuitting,
    onMade: (made) => recoverWindow(made, { ...clock, log, tell: tellRecovery }),
  });
  const show = (page: PageName | undefined) => {
    const { webContents } = window.show();
    if (page === undefined) return;
    const tell = () => pushTo(webContents, 'app.navigate', { page });
    if (webContents.isLoading()) webContents.once('did-finish-load', tell);
    else tell();
  };
  const notice = desktopNotices({
    create: (options) => new Notification(options),
    isSupported: () => Notification.isSupported(),
    icon,
    log,
    onClick: () => show('reports'),
  });
  const tellRecovery = (isBack: boolean) =>
    notice({
      title: translate(locale(), 'app.name'),
      body: translate(locale(), isBack ? 'notice.window.back' : 'notice.window.gone'),
    });
  let draw: (state: AppState) => void = () => undefined;
  return {
    window,
    notice,
    show,
    startTray(facts, targets) {
      locale = facts.locale;
      const tray = trayView({
        create: (image) => new Tray(image),
        buildMenu: (items) => Menu.buildFromTemplate(items),
        image: (path) => nativeImage.createFromPath(path),
        iconFolder: process.platform === 'linux' ? join(icons, 'linux') : icons,
        isDark: () => nativeTheme.shouldUseDarkColors,
        onAction: trayActions({ ...targets, show }),
      });
      draw = (state) =>
        tray.draw(
          trayModel({ state, lastRun: facts.lastRun(), hasDevices: facts.hasDevices(), locale: facts.locale() }),
        );
      app.on('before-quit', () => (draw = () => undefined));
    },
    draw: (state) => draw(state),
  };
}
