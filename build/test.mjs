import { setup } from './setup.mjs';
import { onDisplay } from './steps/display.mjs';
import { closingLine, runTool, runVitest } from './steps/run-tests.mjs';
import { runMain } from './steps/say.mjs';

const prettierCache = ['--cache', '--cache-location', '.cache/prettier'];
/** What the quick check runs; the rest starts whole fleets. */
const quickTests = ['test/unit', 'test/structure', 'test/integration/second-run'];

// Types, lint, format, unit and structure tests, then the end-to-end tests in the real Electron.
await runMain(async () => {
  const isQuick = process.argv.includes('--quick');
  await setup({ withWindow: !isQuick, forTests: true });
  const parts = [
    await runTool('registries', 'tsx', ['build/generate-registries.ts', '--check']),
    await runTool('types', 'tsc', ['-b']),
    await runTool('types of the oldest Node', 'tsc', ['-p', 'build/oldest-runtime/node.tsconfig.json']),
    await runTool('types of the oldest Chromium', 'tsc', ['-p', 'build/oldest-runtime/window.tsconfig.json']),
    await runTool('lint', 'eslint', [
      '--cache',
      '--cache-location',
      '.cache/eslint',
      '-c',
      'build/eslint.config.mjs',
      '.',
    ]),
    await runTool('format', 'prettier', [...prettierCache, '--check', '.', '--log-level', 'warn']),
    isQuick
      ? await runVitest('unit and structure tests, one headless run', 'vitest.config.ts', undefined, quickTests)
      : await runVitest('unit, integration and structure tests', 'vitest.config.ts'),
  ];
  if (!isQuick) {
    const inDesktop = (command, args) =>
      onDisplay(process.execPath, ['build/desktop-session.mjs', command, ...args], { always: true });
    parts.push(await runVitest('end-to-end tests in the real Electron', 'vitest.e2e.config.ts', inDesktop));
  }
  return closingLine(parts);
});
