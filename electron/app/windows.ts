import { join } from 'node:path';
import type { BrowserWindow, BrowserWindowConstructorOptions } from 'electron';
import { windowUrl } from './security';

export type WindowOptions = {
  readonly create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly appFolder: string;
  readonly title: string;
  readonly icon: string;
  /** Told of each window that is made. */
  readonly onMade: (window: BrowserWindow) => void;
  /** True once the user asked to quit: closing then closes. */
  readonly isQuitting: () => boolean;
};

export type MainWindow = {
  /** Shows the window, made on first need. */
  show(): BrowserWindow;
  /** The window when it is there, shown or hidden. */
  current(): BrowserWindow | undefined;
};

/** One window; closing hides it, the tray brings it back. */
export function mainWindow(options: WindowOptions): MainWindow {
  let window: BrowserWindow | undefined;
  const make = () => {
    const made = options.create({
      width: 1280,
      height: 820,
      minWidth: 800,
      minHeight: 560,
      show: false,
      title: options.title,
      icon: options.icon,
      autoHideMenuBar: true,
      backgroundColor: '#00000000',
      webPreferences: {
        preload: join(options.appFolder, 'dist', 'preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
      },
    });
    made.once('ready-to-show', () => made.show());
    made.on('close', (event) => {
      if (options.isQuitting()) return;
      event.preventDefault();
      made.hide();
    });
    made.on('closed', () => (window = undefined));
    options.onMade(made);
    void made.loadURL(windowUrl);
    return made;
  };
  return {
    show() {
      if (window === undefined) {
        window = make();
        return window;
      }
      if (window.isMinimized()) window.restore();
      window.show();
      window.focus();
      return window;
    },
    current: () => window,
  };
}
