import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { bundledProgram } from '../support/bundled-program';
import {
  halfFiles,
  killAtEach,
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
  const program = bundledProgram('test/support/app-life.ts');
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

  const killed = await killAtEach(places, life, (place) => {
    for (const run of readdirSync(join(data, 'runs'))) {
      expect([place, run, halfFiles(join(data, 'runs', run), reference)]).toEqual([place, run, []]);
    }
  });
  const { last, sums } = await liveOn(life, data, sinks);

  console.info(`killed at ${killed.length} of ${places.length} places (app): ${JSON.stringify(sums)}`);
  expect(last.said).toContain('done');
  expect(killed.length).toBeGreaterThanOrEqual(points - 2);
  expect(sums).toMatchObject({ untold: 0, lost: 0, doubled: 0, waiting: 0 });
  expect(leftovers(data)).toEqual([]);
  expect(wholeTexts(join(data, 'runs', first))).toEqual(wholeTexts(join(folder, 'first')));
}, 400_000);
