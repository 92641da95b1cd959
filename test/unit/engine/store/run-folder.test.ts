import { appendFileSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { openRunFolder, runFolderPath } from '../../../../electron/engine/store/run-folder';
import { DeviceId, RunId } from '../../../../shared/model/ids';
import { allFiles, temporaryFolder } from '../../../support/store-parts';

function device(id: string, name: string) {
  return { id: DeviceId.parse(id), name };
}

test('a transcript is written byte for byte where its path says', async () => {
  const root = join(temporaryFolder(), 'runs', 'r1');
  const folder = openRunFolder(root);
  const text = 'Slot 1\n  温度 56\n\u001b[0m\n';

  const [inside = ''] = await folder.writeTranscripts(device('d1', '核心 SW-1'), [
    { number: 3, command: 'show temperature', text },
  ]);

  expect(inside).toBe('transcripts/核心-SW-1/03-show-temperature.txt');
  expect(readFileSync(join(root, inside), 'utf8')).toBe(text);
  expect(folder.readTranscript(inside)).toBe(text);
  expect(existsSync(join(root, `${inside}.part`))).toBe(false);
});

test('the transcripts of a device appear together, each where its path says', async () => {
  const root = temporaryFolder();
  const folder = openRunFolder(root);
  const one = device('d1', 'SW-1');
  const inside = await folder.writeTranscripts(one, [
    { number: 1, command: 'show system', text: 'System:\n' },
    { number: 3, command: 'show fan', text: '温度\n' },
  ]);

  expect(inside).toEqual(['transcripts/SW-1/01-show-system.txt', 'transcripts/SW-1/03-show-fan.txt']);
  expect(inside.map((path) => folder.readTranscript(path))).toEqual(['System:\n', '温度\n']);
  expect(statSync(join(root, inside[0] ?? '')).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(root, 'transcripts'))).toEqual(['SW-1']);

  // A second set joins the first.
  const again = await folder.writeTranscripts(one, [{ number: 1, command: 'show system', text: 'later\n' }]);
  expect(again).toEqual(['transcripts/SW-1/01-show-system-2.txt']);
  expect(readdirSync(join(root, 'transcripts', 'SW-1'))).toHaveLength(3);
});

test('half a folder that a kill left behind is removed, and is no reason to write elsewhere', async () => {
  const root = temporaryFolder();
  const left = `.xunjian-${'a1'.repeat(10)}.part`;
  mkdirSync(join(root, 'transcripts', left), { recursive: true });
  writeFileSync(join(root, 'transcripts', left, '01-show-system.txt'), 'ha');
  const folder = openRunFolder(root);

  folder.owned.tidy();
  await folder.writeTranscripts(device('d1', 'SW-1'), [{ number: 2, command: 'show fan', text: 'x\n' }]);

  expect(readdirSync(join(root, 'transcripts'))).toEqual(['SW-1']);
  expect(readdirSync(join(root, 'transcripts', 'SW-1'))).toEqual(['02-show-fan.txt']);
});

test('a device that gave no text gets no folder', async () => {
  const root = temporaryFolder();

  expect(await openRunFolder(root).writeTranscripts(device('d1', 'SW-1'), [])).toEqual([]);
  expect(readdirSync(root)).toEqual([]);
});

test('opening a folder creates nothing', () => {
  const root = join(temporaryFolder(), 'runs', 'r1');

  expect(openRunFolder(root).path).toBe(resolve(root));
  expect(existsSync(root)).toBe(false);
});

test.each([
  ['/flash/working/vcboot.cfg', 'vcboot.cfg'],
  ['flash:/startup.cfg', 'startup.cfg'],
  ['C:\\boot\\boot.cfg', 'boot.cfg'],
  ['/etc/..', 'file'],
  ['/', 'file'],
  ['../../../../etc/passwd', 'passwd'],
  ['/flash/nul.cfg', '_nul.cfg'],
  ['/flash/.hidden', 'hidden'],
])('a configuration from %s is kept as %s', async (source, name) => {
  const root = temporaryFolder();

  const inside = await openRunFolder(root).writeConfig(device('d1', 'SW-1'), source, Buffer.from([0, 255, 10]));

  expect(inside).toBe(`configs/SW-1/${name}`);
  expect(readFileSync(join(root, inside))).toEqual(Buffer.from([0, 255, 10]));
});

test('the same file name from two places stays two files', async () => {
  const root = temporaryFolder();
  const folder = openRunFolder(root);
  const one = device('d1', 'SW-1');

  const names = [
    await folder.writeConfig(one, '/flash/working/vcboot.cfg', 'a'),
    await folder.writeConfig(one, '/flash/certified/VCBOOT.cfg', 'b'),
  ];

  expect(names).toEqual(['configs/SW-1/vcboot.cfg', 'configs/SW-1/VCBOOT-2.cfg']);
});

test('devices of one name get folders of their own, in the order of the list', async () => {
  const root = temporaryFolder();
  const devices = [device('d1', 'SW'), device('d2', 'sw'), device('d3', 'SW')];
  const folder = openRunFolder(root, devices);

  const paths: string[] = [];
  for (const each of [...devices].reverse())
    paths.push(...(await folder.writeTranscripts(each, [{ number: 1, command: 'show fan', text: each.id }])));

  expect(paths).toEqual([
    'transcripts/SW-3/01-show-fan.txt',
    'transcripts/sw-2/01-show-fan.txt',
    'transcripts/SW/01-show-fan.txt',
  ]);
});

test('no name of a device or a command leads out of the folder', async () => {
  const parent = temporaryFolder();
  const root = join(parent, 'run');
  const folder = openRunFolder(root);
  const names = ['../../etc', '..', '/', 'a/../../b', '..\\..\\x', '\u0000', 'C:\\Windows', '～/.ssh', '....//', ' '];

  for (const [index, name] of names.entries()) {
    await folder.writeTranscripts(device(`d${index}`, name), [
      { number: 1, command: `${name} | ${name}`, text: 'text' },
    ]);
    await folder.writeConfig(device(`d${index}`, name), name, 'text');
  }

  expect(readdirSync(parent)).toEqual(['run']);
  expect(readdirSync(root).sort()).toEqual(['.xunjian', 'configs', 'transcripts']);
  expect(allFiles(root)).toHaveLength(names.length * 2 + 1);
});

test('reading outside the folder is refused, a lost transcript is empty', () => {
  const folder = openRunFolder(temporaryFolder());

  expect(() => folder.readTranscript('../secret.txt')).toThrow('outside');
  expect(() => folder.readTranscript('/etc/hostname')).toThrow('outside');
  expect(folder.readTranscript('transcripts/a/01-b.txt')).toBe('');
});

test('a run of the app lies in the data folder under its id', () => {
  expect(runFolderPath('/data', RunId.parse('20261122-090300-k3f9'))).toBe(
    join('/data', 'runs', '20261122-090300-k3f9'),
  );
  expect(runFolderPath('/data', RunId.parse('../../etc'))).toBe(join('/data', 'runs', 'etc'));
});

test('only the user may read what was written, and removing it leaves nothing', async () => {
  const root = join(temporaryFolder(), 'r1');
  const folder = openRunFolder(root);
  await folder.writeTranscripts(device('d1', 'SW'), [{ number: 1, command: 'show fan', text: 'x' }]);
  await folder.writeConfig(device('d1', 'SW'), 'boot.cfg', 'x');

  const modes = readdirSync(root, { recursive: true, encoding: 'utf8' }).map(
    (path) => statSync(join(root, path)).mode & 0o077,
  );
  openRunFolder(root).owned.removeAll();

  expect(modes).toHaveLength(8);
  expect(modes.filter((mode) => mode !== 0)).toEqual([]);
  expect(existsSync(root)).toBe(false);
});

test('removing leaves what somebody else put into the folder, and a file of theirs is not replaced', async () => {
  const root = join(temporaryFolder(), 'r1');
  const folder = openRunFolder(root);
  await folder.writeTranscripts(device('d1', 'SW'), [{ number: 1, command: 'show fan', text: 'x' }]);
  writeFileSync(join(root, 'transcripts', 'SW', 'notes.txt'), 'mine');
  mkdirSync(join(root, 'configs', 'SW'), { recursive: true });
  writeFileSync(join(root, 'configs', 'SW', 'boot.cfg'), 'mine');
  const written = folder.writeConfig(device('d1', 'SW'), 'boot.cfg', 'ours');
  await expect(written).rejects.toMatchObject({ code: 'out.foreign' });

  openRunFolder(root).owned.removeAll();

  expect(allFiles(root)).toEqual([
    { path: join(root, 'configs', 'SW', 'boot.cfg'), text: 'mine' },
    { path: join(root, 'transcripts', 'SW', 'notes.txt'), text: 'mine' },
  ]);
});

test('a line that a kill cut short names no file, and spoils no later one', async () => {
  const root = join(temporaryFolder(), 'r1');
  const first = openRunFolder(root);
  await first.writeTranscripts(device('d1', 'SW'), [{ number: 1, command: 'show fan', text: 'x' }]);
  appendFileSync(join(root, '.xunjian', 'written.txt'), '"report.do');
  writeFileSync(join(root, 'report.do'), 'mine');
  await openRunFolder(root).writeTranscripts(device('d1', 'SW'), [{ number: 2, command: 'show system', text: 'x' }]);

  openRunFolder(root).owned.removeAll();

  expect(allFiles(root)).toEqual([{ path: join(root, 'report.do'), text: 'mine' }]);
});

test('a transcript of which the end is missing says so in its name, and is read without our last line', async () => {
  const root = join(temporaryFolder(), 'runs', 'r1');
  const folder = openRunFolder(root);
  const cut = { number: 3, command: 'show log', text: 'line 1\n[xunjian: cut]\n', isPartial: true };

  const [inside = ''] = await folder.writeTranscripts(device('d1', 'SW'), [cut]);

  expect(inside).toBe('transcripts/SW/03-show-log.partial.txt');
  expect(readFileSync(join(root, inside), 'utf8')).toBe(cut.text);
  expect(folder.readTranscript(inside)).toBe('line 1\n');
});
