import { setup } from './setup.mjs';
import { onDisplay } from './steps/display.mjs';
import { closingLine, runTools, runVitest } from './steps/run-tests.mjs';
import { runMain } from './steps/say.mjs';

const eslintCache = ['--cache', '--cache-location', '.cache/eslint'];
const prettierCache = ['--cache', '--cache-location', '.cache/prettier'];
const oldest = ['build/oldest-runtime/node.tsconfig.json', 'build/oldest-runtime/window.tsconfig.json'];
/**
 * What the quick check runs; the rest starts whole fleets, waits for real logins or tries thousands of made-up inputs
 * (`*.long.test.ts`). These wait more than they reckon: four beside each other.
 */
const quickTests = [
  ...['test/unit', 'test/structure', 'test/integration/second-run'],
  ...['--exclude', '**/*.long.test.ts', '--maxWorkers=4'],
];

// Types, lint, format, unit and structure tests, then the end-to-end tests in the real Electron. `--quick` is the part of
// them that takes less than a minute; `--soak` is what would make them too long.
await runMain(async () => {
  if (process.argv.includes('--soak')) {
    await setup({ withWindow: false, forTests: true });
    return closingLine([await runVitest('every cut that npm test leaves out', 'vitest.soak.config.mts')]);
  }
  const isQuick = process.argv.includes('--quick');
  await setup({ withWindow: !isQuick, forTests: true });
  const parts = await runTools([
    ['types, and those of the oldest Node and Chromium', 'tsc', ['-b', '.', ...oldest]],
    ['lint', 'eslint', [...eslintCache, '-c', 'build/eslint.config.mjs', '.']],
    ['format', 'prettier', [...prettierCache, '--check', '.', '--log-level', 'warn']],
    ['registries', 'tsx', ['build/generate-registries.ts', '--check']],
  ]);
  parts.push(
    isQuick
      ? await runVitest('unit and structure tests, one headless run', 'vitest.config.mts', undefined, quickTests)
      : await runVitest('unit, integration and structure tests', 'vitest.config.mts'),
  );
  if (!isQuick) {
    const inDesktop = (command, args) =>
      onDisplay(process.execPath, ['build/desktop-session.mjs', command, ...args], { always: true });
    parts.push(await runVitest('end-to-end tests in the real Electron', 'vitest.e2e.config.mts', inDesktop));
  }
  return closingLine(parts);
});
