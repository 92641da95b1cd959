import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
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

// Built before the first life.
beforeAll(() => runHeadless([]).then(() => undefined));

test('a run of the command line killed at 30 places leaves no half file, loses nothing and is told', async () => {
  const { folder, sinks, channels } = await killedScene();
  const out = join(folder, 'out');
  const settings = channels.map((channel) => ({ ...channel, secrets: { [secretOf(channel.kind)]: { env: 'TOKEN' } } }));
  writeFileSync(join(folder, 's.json'), JSON.stringify({ channels: settings }));
  const life: Life = (env) =>
    live(
      [
        ...['build/headless.mjs', 'run', '--inventory', join(folder, 'i.json'), '--out', out, '--json'],
        ...['--settings', join(folder, 's.json'), '--accept-new-host-keys'],
      ],
      { TOKEN: 'AT_killedAnywhere1', XUNJIAN_TEST_BELOW: out, ...env },
    );
  const places = await placesOf(life, join(folder, 'counts'));
  const reference = wholeTexts(out);
  const mine = ['configs/notes.txt', 'transcripts/SW-1/mine.txt', 'thesis.docx'];
  for (const name of mine) writeFileSync(join(out, name), 'mine');
  const known = new Map([...reference, ...mine.map((name) => [`/${name}`, 'mine'] as const)]);
  const configs = [...reference.keys()].filter((path) => path.startsWith('/configs/'));

  const killed = await killAtEach(places, life, (place) => {
    expect([place, halfFiles(out, known)]).toEqual([place, []]);
    expect([place, ...configs.filter((path) => !existsSync(out + path))]).toEqual([place]);
    expect(mine.map((name) => readFileSync(join(out, name), 'utf8'))).toEqual(mine.map(() => 'mine'));
  });
  const { last, sums } = await liveOn(life, join(out, '.xunjian'), sinks);

  console.info(`killed at ${killed.length} of ${places.length} places (command line): ${JSON.stringify(sums)}`);
  expect([last.code, last.said.includes('"event":"run-finished"')]).toEqual([0, true]);
  expect(killed.length).toBeGreaterThanOrEqual(points - 2);
  expect(sums).toMatchObject({ untold: 0, lost: 0, doubled: 0, waiting: 0 });
  expect(leftovers(out)).toEqual([]);
}, 400_000);
