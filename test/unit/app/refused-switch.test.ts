import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { refusedSwitch } from '../../../electron/app/refused-switch';

test.each([
  [['--remote-debugging-port=9222'], '--remote-debugging-port'],
  [['--hidden', '--remote-debugging-pipe'], '--remote-debugging-pipe'],
  [['-remote-debugging-port=0'], '-remote-debugging-port'],
  [['/remote-debugging-port=9222'], '/remote-debugging-port'],
  [['--Remote-Debugging-Port=1'], '--Remote-Debugging-Port'],
  [['--inspect'], '--inspect'],
  [['--inspect=0.0.0.0:9229'], '--inspect'],
  [['--inspect-brk'], '--inspect-brk'],
  [['--inspect-port=1'], '--inspect-port'],
  [['--js-flags=--expose-gc'], '--js-flags'],
  [['--renderer-cmd-prefix=gdb'], '--renderer-cmd-prefix'],
  [['--require', 'x.js'], '--require'],
])('%j is refused', (argv, name) => {
  expect(refusedSwitch(argv, {})).toBe(name);
});

test.each([[[]], [['--hidden']], [['--user-data-dir=/data/inspect']], [['/home/user/inspect']], [['--', '--inspect']]])(
  '%j is a start like any other',
  (argv) => {
    expect(refusedSwitch(argv, { NODE_OPTIONS: '--max-old-space-size=4096' })).toBeUndefined();
  },
);

test.each(['--inspect', '--max-old-space-size=9 --require x', '-r x', '--import=x'])(
  'NODE_OPTIONS %j is refused',
  (options) => {
    expect(refusedSwitch([], { NODE_OPTIONS: options })).toBe('NODE_OPTIONS');
  },
);

test('nothing of main is loaded before the switches were looked at', () => {
  const imports = readFileSync('electron/main.ts', 'utf8').match(/^import .*$/gm) ?? [];

  expect(imports[0]).toBe("import './app/refuse-debugger';");
});

test.each([
  'runAsNode: false',
  'enableNodeOptionsEnvironmentVariable: false',
  'enableNodeCliInspectArguments: false',
  'enableEmbeddedAsarIntegrityValidation: true',
  'onlyLoadAppFromAsar: true',
])('the package is built with the fuse %s', (fuse) => {
  expect(readFileSync('build/electron-builder.yml', 'utf8')).toContain(`  ${fuse}\n`);
});

test('notifications of Windows stand under the name that the installer registers', () => {
  const name = /^appId: (.+)$/m.exec(readFileSync('build/electron-builder.yml', 'utf8'))?.[1];

  expect(readFileSync('electron/app/desktop.ts', 'utf8')).toContain(`const appId = '${name}';`);
});
