import { join } from 'node:path';
import { hasDisplay, onDisplay } from './steps/display.mjs';
import { root } from './steps/paths.mjs';
import { runProcess } from './steps/run-process.mjs';
import { runMain, say } from './steps/say.mjs';
import { setup } from './setup.mjs';

await runMain(async () => {
  await setup();
  if (!hasDisplay()) say('· No display here: the window runs on a virtual one');
  const words = [join(root, 'build', 'demo-run.ts'), ...(hasDisplay() ? ['--stay'] : [])];
  const { command, args } = onDisplay(join(root, 'node_modules', '.bin', 'tsx'), words);
  const { code } = await runProcess(command, args, { cwd: root });
  return code;
});
