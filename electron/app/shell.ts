import type {
  App,
  BrowserWindow,
  Dialog,
  OpenDialogOptions,
  SaveDialogOptions,
  Shell as ElectronShell,
} from 'electron';
import type { FileFilter, Shell } from '../engine/ports';
import { setStartAtLogin } from './autostart';

const mutable = (filters: readonly FileFilter[]) =>
  filters.map(({ name, extensions }) => ({ name, extensions: [...extensions] }));

/** The desktop's dialogs and programs, in front of our window. */
export function desktopShell(
  app: App,
  dialog: Dialog,
  shell: ElectronShell,
  parent: () => BrowserWindow | undefined,
): Shell {
  const openDialog = (options: OpenDialogOptions) => {
    const window = parent();
    return window === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options);
  };
  const saveDialog = (options: SaveDialogOptions) => {
    const window = parent();
    return window === undefined ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options);
  };
  return {
    async pickFile(title, filters) {
      const { canceled, filePaths } = await openDialog({ title, filters: mutable(filters), properties: ['openFile'] });
      return canceled ? null : (filePaths[0] ?? null);
    },
    async pickTarget(title, name, filters) {
      const { canceled, filePath } = await saveDialog({ title, defaultPath: name, filters: mutable(filters) });
      return canceled || filePath === undefined || filePath === '' ? null : filePath;
    },
    async choose({ message, detail, buttons }) {
      const last = buttons.length - 1;
      const box = { type: 'warning' as const, message, detail, buttons: [...buttons], defaultId: last, cancelId: last };
      const options = { ...box, noLink: true, normalizeAccessKeys: false };
      const window = parent();
      const asked = window === undefined ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options);
      return (await asked).response;
    },
    async open(path) {
      const said = await shell.openPath(path);
      if (said !== '') throw new Error(said);
    },
    setStartAtLogin: (isOn) => setStartAtLogin(app, isOn),
  };
}
