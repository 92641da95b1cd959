import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';

/** Starts the app with the user's session: by the system's own list, on Linux by an XDG autostart file. */
export function setStartAtLogin(app: App, isOn: boolean): void {
  if (process.platform !== 'linux') {
    app.setLoginItemSettings({ openAtLogin: isOn, args: ['--hidden'] });
    return;
  }
  const folder = join(process.env.XDG_CONFIG_HOME || join(homedir(), '.config'), 'autostart');
  const file = join(folder, 'xunjian.desktop');
  if (!isOn) {
    rmSync(file, { force: true });
    return;
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, desktopEntry(process.execPath));
}

/** The autostart entry; the path is quoted as the Desktop Entry Specification asks. */
export function desktopEntry(program: string): string {
  const quoted = `"${program.replace(/(["`$\\])/g, '\\$1')}"`;
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Xunjian',
    'Name[zh_CN]=巡检台',
    `Exec=${quoted} --hidden`,
    '',
  ].join('\n');
}
