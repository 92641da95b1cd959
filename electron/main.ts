import './app/refuse-debugger';
import './engine/ssh/crypto/electron-crypto';
import { join } from 'node:path';
import { app, dialog, ipcMain, net, powerMonitor, protocol, safeStorage, session, shell } from 'electron';
import { appLog } from './app/app-log';
import { createDesktop } from './app/desktop';
import { serveContract, pushTo } from './app/ipc-server';
import { isKeyringUnlocked } from './app/keyring-probe';
import { safeStorageKeyStore } from './app/safe-storage-key-store';
import { isOurFrame, lockDown, registerScheme, serveWindow } from './app/security';
import { desktopShell } from './app/shell';
import { compose } from './compose';
import { createFilter, createRedactor, loadElectronJsonFile } from './compose/first-parts';
import { systemClock } from './node-clock';
import { httpOver } from './node-http';
import { nodeMail } from './node-mail';
import { systemRandom } from './node-ports';
import { nodeTexts } from './node-texts';
import { AppError } from '../shared/errors';
import { translate } from '../shared/i18n/translate';

registerScheme(protocol);
// What is written is the user's alone, whatever the session allows.
process.umask(0o077);
if (app.requestSingleInstanceLock()) void start().catch(endWithWords);
else app.quit();

/** A start that fails is told in a box of the system: there may be no window yet. */
function endWithWords(error: unknown): void {
  const { code, params } = error instanceof AppError ? error : new AppError('internal');
  const words = (['zh-CN', 'en'] as const).map((locale) => translate(locale, `error.${code}`, params));
  process.stderr.write(`${words.join('\n')}\n`);
  dialog.showErrorBox('Xunjian 巡检台', words.join('\n\n'));
  app.exit(70);
}

/** Puts the app together once electron is ready; the second start of it only shows the window of the first. */
async function start(): Promise<void> {
  await app.whenReady();
  const appFolder = app.getAppPath();
  const dataFolder = app.getPath('userData');
  const redactor = createRedactor();
  const filter = createFilter(redactor);
  const log = appLog(dataFolder, filter.text);
  let isQuitting = false;
  const desktop = createDesktop({ log, appFolder, isQuitting: () => isQuitting, clock: systemClock });
  // In memory only: an address may hold a secret, and the default session writes what it fetched to the disk.
  const services = session.fromPartition('services', { cache: false });
  const contents = () => desktop.window.current()?.webContents;
  const {
    services: engine,
    handlers,
    ...life
  } = compose({
    clock: systemClock,
    random: systemRandom,
    log,
    redactor,
    texts: nodeTexts(redactor),
    http: httpOver((url, options) => services.fetch(url, options)),
    mail: nodeMail,
    notice: desktop.notice,
    shell: desktopShell(app, dialog, shell, desktop.window.current),
    keyStore: safeStorageKeyStore(safeStorage, {
      platform: process.platform,
      env: process.env,
      whenReady: () => app.whenReady(),
      isKeyringUnlocked,
    }),
    openFile: await loadElectronJsonFile(),
    dataFolder,
    version: app.getVersion(),
    runtime: `Electron ${process.versions.electron}`,
    platform: process.platform,
    onEvents: (events) => pushTo(contents(), 'runs.events', [...events]),
    onOutbox: (entries) => pushTo(contents(), 'channels.outboxChanged', [...entries]),
    onState: (state) => {
      pushTo(contents(), 'app.state', state);
      desktop.draw(state);
    },
  });
  await lockDown(app, session.defaultSession);
  serveWindow(protocol, net, join(appFolder, 'dist', 'renderer'));
  serveContract({ ipcMain, handlers, log, clean: filter.all, isOurs: (event) => isOurFrame(event.senderFrame) });
  const { ledger, inventory, settings } = engine;
  desktop.startTray(
    {
      lastRun: () => ledger.runs.list(1)[0],
      hasDevices: () => inventory.list().length > 0,
      locale: () => settings.get().locale,
    },
    {
      run: life.runFromTray,
      stop: life.stopRun,
      pause: life.pause,
      quit: () => app.quit(),
    },
  );
  app.on('second-instance', () => desktop.show(undefined));
  app.on('activate', () => desktop.show(undefined));
  app.on('window-all-closed', () => undefined);
  powerMonitor.on('resume', life.afterSleep);
  app.on('before-quit', (event) => {
    if (isQuitting) return;
    event.preventDefault();
    isQuitting = true;
    void life.stop().finally(() => app.quit());
  });
  await life.start();
  if (!process.argv.includes('--hidden')) desktop.show(undefined);
}
