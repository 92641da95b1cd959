import { electronSwitches, hasDisplay } from './steps/display.mjs';
import { root } from './steps/paths.mjs';
import { runProcess } from './steps/run-process.mjs';
import { runMain, SetupError } from './steps/say.mjs';
import { setup } from './setup.mjs';

await runMain(async () => {
  const electron = await setup();
  if (!hasDisplay())
    throw new SetupError(
      'There is no display here. Use `npm run demo` or `npm run headless`, or start this on a desktop.',
    );
  const { code } = await runProcess(electron.program, [...electronSwitches(), root, ...process.argv.slice(2)]);
  return code;
});
