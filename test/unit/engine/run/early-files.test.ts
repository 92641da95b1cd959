import { expect, test } from 'vitest';
import { EarlyFiles } from '../../../../electron/engine/run/early-files';
import { definePlatform, type Platform } from '../../../../electron/engine/vendors/platform';
import { aleAos8 } from '../../../../electron/engine/vendors/ale/aos8';
import type { CommandOutput, DeviceSession } from '../../../../electron/engine/session/session';
import { manualClock } from '../../../support/manual-clock';

const settled = () => new Promise((resolve) => setImmediate(resolve));

const platform: Platform = definePlatform({
  ...aleAos8,
  configFiles: (texts) => [texts.get('show where') ?? ''].filter((path) => path !== ''),
  optionalFiles: (texts) => (texts.has('show chassis') ? ['/flash/more.cfg'] : []),
  configFilesFrom: 'show where',
  configCommand: undefined,
});
const output = (command: string, text = ''): CommandOutput => ({
  command,
  text,
  end: 'complete',
  ms: 1,
  code: undefined,
});
const where = output('show where', '/flash/boot.cfg');
const chassis = output('show chassis');

/** A session that keeps every file waiting until it is given. */
function begin() {
  const asked: string[] = [];
  const told: string[] = [];
  const give: ((bytes: string) => void)[] = [];
  const session: DeviceSession = {
    ...{
      prompt: 'sw-> ',
      banner: '',
      hostKey: null,
      times: { connect: 0, auth: 0, shell: 0 },
      useTraits: () => undefined,
    },
    run: (command) => Promise.resolve(output(command)),
    fetch: (path) => {
      asked.push(path);
      return new Promise((done) => {
        give.push((bytes) => done({ path, bytes: Buffer.from(bytes), sha256: '', way: 'sftp' }));
      });
    },
    isOpen: () => true,
    close: () => Promise.resolve(),
  };
  const clock = manualClock();
  const news = {
    progress: (_phase: 'files', what: string, done: number, total: number) => told.push(`${what} ${done}/${total}`),
  };
  const order = { target: { host: '192.0.2.1', protocol: 'ssh' as const }, signal: new AbortController().signal, news };
  return { files: new EarlyFiles(session, platform, order, clock), asked, told, give, clock };
}

test('a file is fetched as soon as an answer names it, once, and what later answers name after the last of them', async () => {
  const { files, asked, give } = begin();
  files.look([]);
  expect(asked).toEqual([]);
  files.look([where]);
  files.look([where, chassis]);
  await settled();
  expect(asked).toEqual(['/flash/boot.cfg']);

  const finished = files.finish([where, chassis]);
  give[0]?.('a');
  await settled();
  give[1]?.('b');

  expect((await finished).files.map(({ path }) => path)).toEqual(['/flash/boot.cfg', '/flash/more.cfg']);
  expect(asked).toEqual(['/flash/boot.cfg', '/flash/more.cfg']);
});

test('people see the file only once the commands are done; the time is that of fetching alone', async () => {
  const { files, told, give, clock } = begin();
  files.look([where]);
  await settled();
  await clock.advanceAsync(300);
  give[0]?.('a');
  await clock.advanceAsync(5000);
  expect(told).toEqual([]);

  expect(await files.finish([where])).toMatchObject({ ms: 300 });
});

test('a file that is still on its way when the commands are done is shown with its number', async () => {
  const { files, told, give } = begin();
  files.look([where]);
  await settled();
  const finished = files.finish([where]);
  give[0]?.('a');
  await finished;

  expect(told).toEqual(['/flash/boot.cfg 1/2']);
});
