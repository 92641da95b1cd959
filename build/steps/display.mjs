import { existsSync } from 'node:fs';

/** True when a person can see a window here. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * The command wrapped so that it finds a display and a session bus: as it is where there is a display.
 *
 * @param always a virtual display even where there is a real one: tests must not fight with a person for the mouse
 */
export function onDisplay(command, args, { always = false } = {}) {
  if (hasDisplay() && !always) return { command, args };
  const screen = ['-a', '-s', '-screen 0 1440x900x24', 'dbus-run-session', '--', command, ...args];
  return { command: 'xvfb-run', args: screen };
}

/** Switches that Electron needs on this machine: root may not use the sandbox of the operating system. */
export function electronSwitches() {
  const isRoot = process.platform === 'linux' && process.getuid() === 0;
  return isRoot || existsSync('/.dockerenv') ? ['--no-sandbox'] : [];
}
