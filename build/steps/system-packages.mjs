import { runProcess } from './run-process.mjs';
import { say, SetupError } from './say.mjs';

/** Debian packages that a machine without a desktop needs to run the window. */
const windowPackages = [
  'xvfb',
  'xauth',
  'dbus',
  'dbus-x11',
  'libnss3',
  'libatk-bridge2.0-0',
  'libgtk-3-0',
  'libgbm1',
  'libasound2',
  'fonts-noto-cjk',
];

/**
 * What the tests need beside: a tray, notifications and a mouse, and the SSH and FTP servers they log in to. These are started by
 * the tests alone, on loopback, with users that exist only there.
 */
const testPackages = [
  'openbox',
  'trayer',
  'dunst',
  'systemd', // for busctl, by which dunstctl reads its history
  'xdotool',
  'x11-utils',
  'openssh-client',
  'openssh-server',
  'dropbear-bin',
  'libnss-wrapper',
  'python3-pyftpdlib',
  'p7zip-full', // packs archives
];

async function missing(packages) {
  const { output } = await runProcess('dpkg-query', ['-W', '-f', '${Package} ${Status}\n', ...packages], {
    capture: true,
  });
  return packages.filter(
    (name) => !new RegExp(`^${name.replaceAll('.', '\\.')} install ok installed$`, 'm').test(output),
  );
}

/** Installs the system packages on Debian or Ubuntu as root; elsewhere says what to do. */
export async function installSystemPackages({ forTests }) {
  if (process.platform !== 'linux') return;
  const { code } = await runProcess('dpkg-query', ['--version'], { capture: true });
  if (code !== 0) {
    say(
      '· This Linux is not Debian or Ubuntu: make sure that GTK 3, NSS, Xvfb and a Chinese font (Noto CJK) are installed.',
    );
    return;
  }
  const names = await missing([...windowPackages, ...(forTests ? testPackages : [])]);
  if (names.length === 0) return;
  if (process.getuid() !== 0) {
    const needed = process.env.DISPLAY ? 'Some' : 'The window cannot be shown without them: some';
    const sentence = `${needed} system packages are missing. Install them, then run this again:\n  sudo apt-get install ${names.join(' ')}`;
    if (process.env.DISPLAY) say(`· ${sentence}`);
    else throw new SetupError(sentence);
    return;
  }
  say(`· System packages: apt-get install ${names.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runProcess('apt-get', ['update', '-qq'], { capture: true, env });
  const install = await runProcess('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], {
    capture: true,
    env,
  });
  if (install.code !== 0) throw new SetupError(`apt-get install failed:\n${install.output.trim().slice(-2000)}`);
}
