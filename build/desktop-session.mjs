// Runs a command inside a small desktop: window manager, tray and notifications, on the display that is there.
import { spawn } from 'node:child_process';
import { runProcess } from './steps/run-process.mjs';
import { runMain, SetupError } from './steps/say.mjs';

const parts = [
  ['openbox', []],
  ['dunst', []],
  ['trayer', ['--edge', 'top', '--align', 'right', '--width', '20', '--height', '28', '--expand', 'true']],
];

/** Waits until the tray's window is there: an icon put up before is never shown. */
async function untilTray() {
  for (let tries = 0; tries < 300; tries += 1) {
    const { output } = await runProcess('xwininfo', ['-root', '-tree'], { capture: true });
    if (/"panel"|trayer/.test(output)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new SetupError('The tray did not start within 30 s.');
}

await runMain(async () => {
  const [command, ...args] = process.argv.slice(2);
  const children = parts.map(([program, words]) => spawn(program, words, { stdio: 'ignore' }));
  try {
    await untilTray();
    const { code } = await runProcess(command, args);
    return code;
  } finally {
    for (const child of children) child.kill();
  }
});
