import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './steps/paths.mjs';
import { runMain } from './steps/say.mjs';
import { setup } from './setup.mjs';

await runMain(async () => {
  await setup({ withWindow: false });
  const { lab } = createRequire(import.meta.url)(join(root, 'dist', 'lab.cjs'));
  return lab(process.argv.slice(2));
});
