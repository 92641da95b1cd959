import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import {
  halfFiles,
  killedScene,
  leftovers,
  live,
  liveOn,
  placesOf,
  points,
  secretOf,
  wholeTexts,
  type Life,
} from '../support/killed-lives';
import { runHeadless } from '../support/run-headless';

// Builds the program of the threads.
beforeAll(() => runHeadless([]).then(() => undefined));

test('a run of the app killed at 30 places leaves no half file, loses nothing and is told', async () => {
  const { folder, sinks, channels } = await killedScene();
  const data = join(folder, 'data');
  const program = appProgram();
  // The other service takes one message in some seconds; the command line's test waits for it.
  const saved = channels.slice(0, 1).map((channel) => ({
    ...channel,
    secretTexts: { [secretOf(channel.kind)]: 'AT_killedAnywhere1' },
  }));
  const life: Life = (env) =>
    live([program, data, join(folder, 'i.json'), JSON.stringify(saved)], { XUNJIAN_TEST_BELOW: data, ...env });
  // The first life imports the devices; those that follow find them.
  await life({});
  const places = await placesOf(life, join(folder, 'counts'));
  const [first = ''] = readdirSync(join(data, 'runs'));
  const reference = wholeTexts(join(data, 'runs', first));
  cpSync(join(data, 'runs', first), join(folder, 'first'), { recursive: true });

  const killed: string[] = [];
  for (const place of places) {
    const { code } = await life({ XUNJIAN_TEST_KILL_AT: place });
    if (code === null) killed.push(place);
    for (const run of readdirSync(join(data, 'runs'))) {
      expect([place, run, halfFiles(join(data, 'runs', run), reference)]).toEqual([place, run, []]);
    }
  }
  const { last, sums } = await liveOn(life, data, sinks);

  console.info(`killed at ${killed.length} of ${places.length} places (app): ${JSON.stringify(sums)}`);
  expect(last.said).toContain('done');
  expect(killed.length).toBeGreaterThanOrEqual(points - 2);
  expect(sums).toMatchObject({ untold: 0, lost: 0, doubled: 0, waiting: 0 });
  expect(leftovers(data)).toEqual([]);
  expect(wholeTexts(join(data, 'runs', first))).toEqual(wholeTexts(join(folder, 'first')));
}, 240_000);

/** The app's life as one file that plain Node runs, with the thread's program of the build. */
function appProgram(): string {
  const folder = join(process.cwd(), '.cache');
  const outfile = join(folder, `app-life-${process.pid}.cjs`);
  mkdirSync(folder, { recursive: true });
  onTestFinished(() => rmSync(outfile, { force: true }));
  buildSync({
    entryPoints: ['test/support/app-life.ts'],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['@photostructure/sqlite', 'ssh2', '@e965/xlsx', 'docx', 'nodemailer', 'basic-ftp', 'electron-store'],
    define: { 'process.env.XUNJIAN_WORKER': JSON.stringify('../dist/worker.cjs') },
    logLevel: 'error',
  });
  return outfile;
}
