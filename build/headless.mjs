import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './steps/paths.mjs';
import { runMain } from './steps/say.mjs';
import { setup } from './setup.mjs';

await runMain(async () => {
  await setup({ withWindow: false });
  const { headless } = createRequire(import.meta.url)(join(root, 'dist', 'headless.cjs'));
  return headless(process.argv.slice(2));
});
