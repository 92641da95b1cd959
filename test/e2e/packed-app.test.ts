import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseFromTray, electronProgram, type DrivenApp } from '../../build/app-driver';
import { setMasterPassword } from '../../build/demo-channels';
import { translate } from '../../shared/i18n/translate';
import type { Report } from '../../shared/model/report';
import { inventoryBytes } from '../support/inventory-files';
import { buildFormats, contentOf, formats, type PackedFormats } from './packed-formats';
import { listeningOf, startPacked, type PackedApp, type PackedWindow, type Place } from './packed-window';
import { masterPassword, setScene, until, type Scene } from './scene';

// What users install, built, unpacked and started as they do.
let packed: PackedFormats;
const program = (place: string): string => join(place, 'xunjian');
const title = translate('zh-CN', 'app.name');
const importTitle = translate('zh-CN', 'dialog.import');

beforeAll(async () => {
  packed = await buildFormats();
}, 300_000);

afterAll(() => packed.end());

describe('what lies in the package', () => {
  test('an archive unpacks to the very files of the folder', () => {
    const files = contentOf(packed.placeOf('dir'));

    expect(files.length).toBeGreaterThan(20);
    expect(contentOf(packed.placeOf('tar.gz'))).toEqual(files);
    expect(contentOf(packed.placeOf('zip'))).toEqual(files);
  });

  test('the programs that are started with all that they read, and no other program', () => {
    const files = filesInArchive();
    const read = ['main-release', 'worker'].flatMap((name) =>
      [...readFileSync(`dist/${name}.cjs`, 'utf8').matchAll(/require\("\.\/(libraries\/[^"]+)"\)/g)].map(
        ([, path]) => `/dist/${path}`,
      ),
    );

    expect(files.filter((path) => /^\/dist\/[^/]+\.cjs$/.test(path))).toEqual([
      '/dist/main-release.cjs',
      '/dist/preload.cjs',
      '/dist/worker.cjs',
    ]);
    expect(new Set(read).size).toBeGreaterThanOrEqual(4);
    expect(files).toEqual(expect.arrayContaining(read));
  });

  test('the licences: ours, those of Electron and Chromium, and that of every package', () => {
    const resources = join(packed.placeOf('dir'), 'resources');
    const licences = readFileSync(join(resources, 'THIRD-PARTY-LICENCES.txt'), 'utf8');
    const packages = [...new Set([...foldersInMaps(), ...foldersInArchive()])].map(nameAndVersion);
    const missing = packages.filter((head) => !licences.includes(`\n${head}\nLicence: `));

    console.log(`licences: ${packages.length} packages in the package, ${missing.length} without their licence`);
    expect(missing).toEqual([]);
    expect(packages.map((head) => head.split(' ')[0])).toEqual(
      expect.arrayContaining(['ssh2', 'docx', '@e965/xlsx', 'antd', 'react', '@photostructure/sqlite']),
    );
    expect(readFileSync(join(resources, 'LICENSE'), 'utf8')).toBe(readFileSync('LICENSE', 'utf8'));
    expect(readdirSync(packed.placeOf('dir'))).toEqual(
      expect.arrayContaining(['LICENSE.electron.txt', 'LICENSES.chromium.html']),
    );
  });
});

const filesInArchive = (): readonly string[] =>
  listPackage(join(packed.placeOf('dir'), 'resources', 'app.asar'), { isPack: false });

const folderPattern = /node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+(?=\/)/;

/** Folders of the packages that something was bundled from, as the maps of the programs and the window tell it. */
function foldersInMaps(): readonly string[] {
  const maps = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((path) =>
    /^(?:(?:main-release|preload|worker)\.cjs|libraries\/[^/]+|renderer\/.+)\.map$/.test(path),
  );
  return maps.flatMap((path) => {
    const { sources } = JSON.parse(readFileSync(join('dist', path), 'utf8')) as { sources: string[] }; // source map v3
    return sources.flatMap((source) => folderPattern.exec(source)?.[0] ?? []);
  });
}

/** Folders of the packages that lie in the archive as they are. */
const foldersInArchive = (): readonly string[] =>
  filesInArchive().flatMap((path) => /^\/(node_modules\/.+)\/package\.json$/.exec(path)?.[1] ?? []);

function nameAndVersion(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  return `${name} ${version}`;
}

describe('no way into a running program', () => {
  test('its fuses are set: it is no Node, reads no options of Node, and starts nothing but its archive', async () => {
    const wire = await getCurrentFuseWire(program(packed.placeOf('dir')));
    const isOn = (fuse: FuseV1Options): boolean => Number(wire[fuse]) === '1'.charCodeAt(0);

    expect({
      runAsNode: isOn(FuseV1Options.RunAsNode),
      nodeOptions: isOn(FuseV1Options.EnableNodeOptionsEnvironmentVariable),
      inspect: isOn(FuseV1Options.EnableNodeCliInspectArguments),
      onlyArchive: isOn(FuseV1Options.OnlyLoadAppFromAsar),
      fileExtras: isOn(FuseV1Options.GrantFileProtocolExtraPrivileges),
    }).toEqual({ runAsNode: false, nodeOptions: false, inspect: false, onlyArchive: true, fileExtras: false });
  });

  test.each([
    '--remote-debugging-port=0',
    '--remote-debugging-pipe',
    '--inspect',
    '--inspect=0',
    '--inspect-brk',
    '--inspect-brk=0',
    '--js-flags=--expose-gc',
  ])('it does not start with %s', async (word) => {
    const data = join(packed.folder, `refused${word}`);
    const { code, said } = await startPacked(program(packed.placeOf('dir')), [`--user-data-dir=${data}`, word]).ended;

    expect(code).toBe(64);
    expect(said).toContain(word.replace(/=.*$/, ''));
    expect(said).not.toMatch(/listening on/i);
    expect(existsSync(join(data, 'ledger.sqlite'))).toBe(false);
  });
});

test.each(formats)(
  'unpacked from %s it shows its window, and opens no inspector by the environment or by a signal',
  async (format) => {
    const words = [`--user-data-dir=${join(packed.folder, `data-${format}`)}`];
    const app = startPacked(program(packed.placeOf(format)), words, { NODE_OPTIONS: '--inspect=127.0.0.1:0' });
    const window = await app.windowNamed(title);
    const heard = app.listening();
    // It makes Node open its inspector; a program without one ends.
    const { signal, said } = await app.end('SIGUSR1');

    expect(window, said).toBeDefined();
    expect(heard).toEqual([]);
    expect(signal).toBe('SIGUSR1');
    expect(said).not.toMatch(/listening on/i);
  },
);

describe('a day with the packed program', () => {
  const names = ['核心-8', '老-8', '出口'];
  let scene: Scene;
  let places: Places;
  let app: PackedApp;

  beforeAll(async () => {
    scene = await setScene([
      { name: '核心-8', personality: 'os6860-aos8', password: 'Packed.Core-8x' },
      { name: '老-8', personality: 'os6860-aos8', fault: 'no-sftp', ftp: 'works', password: 'Packed.Old-8x' },
      { name: '出口', personality: 'ngfw-telnet', password: 'Packed.Edge-8x' },
    ]);
    writeFileSync(workbook(), inventoryBytes(scene.fleet.devices, 'xlsx'));
    const driven = await scene.start();
    expect(listeningOf(electronProgram())).not.toEqual([]);
    places = await prepare(driven, scene, workbook());
    await driven.quit();
    app = startPacked(program(packed.placeOf('dir')), [`--user-data-dir=${scene.data}`]);
  });

  afterAll(async () => {
    await app.end('SIGKILL');
    await scene.end();
  });

  const workbook = (): string => join(scene.folder, 'devices.xlsx');

  test('the master password opens the vault, and a workbook is read and saved', async () => {
    const window = await windowOf(app);
    await unlock(window, scene.data);
    await pick(app, window, places.import, workbook());
    await until('the devices', async () => {
      window.click(places.confirm);
      // As long as a person would look before clicking again.
      await app.windowNamed(importTitle, 500);
      return existsSync(join(scene.data, 'devices.json')) ? true : undefined;
    });
    const saved = readFileSync(join(scene.data, 'devices.json'), 'utf8');

    for (const name of names) expect(saved).toContain(name);
  });

  test('a run from the tray reads and judges every device, writes the reports and sends them', async () => {
    chooseFromTray(1);
    const { smtp, wxpusher, wecom } = scene.sinks;
    await until('mail and both pushes', () =>
      [smtp, wxpusher, wecom].every(({ received }) => received.length === 1) ? true : undefined,
    );
    const [run = ''] = readdirSync(join(scene.data, 'runs'));
    const file = (name: string) => readFileSync(join(scene.data, 'runs', run, name));
    const report = JSON.parse(file('report.json').toString('utf8')) as Report; // the product's own format
    const word = strFromU8(unzipSync(file('report.docx'))['word/document.xml'] ?? new Uint8Array());
    const zipped = Object.keys(unzipSync(smtp.received[0]?.files[0]?.content ?? new Uint8Array()));

    expect(report.devices.map(({ code }) => code)).toEqual([null, null, null]);
    expect(report.devices.map(({ verdict }) => verdict)).not.toContain('unknown');
    expect(report.devices.map(({ name }) => name).toSorted()).toEqual(names.toSorted());
    for (const { name, readings } of report.devices) expect(readings.length, name).toBeGreaterThan(0);
    for (const name of names) expect(word).toContain(name);
    expect(scene.fleet.stats().filesRead).toBeGreaterThan(0);
    expect(zipped).toEqual(expect.arrayContaining(['report.docx', 'report.html']));
  });

  test('a second start shows the first and ends, and the tray ends the program', async () => {
    const second = await startPacked(program(packed.placeOf('dir')), [`--user-data-dir=${scene.data}`]).ended;
    const heard = app.listening();
    chooseFromTray(6);
    const { code, said } = await app.ended;

    expect(second.code).toBe(0);
    expect(heard).toEqual([]);
    expect(code).toBe(0);
    expect(said).not.toMatch(/^\s+at /m);
    expect(readFileSync(join(scene.data, 'logs', 'main.log'), 'utf8')).not.toContain('by our mistake');
  });
});

/** Middles of two buttons. Both programs draw the same window, but only the one of the tests can be asked. */
type Places = { readonly import: Place; readonly confirm: Place };

/** Sets up vault, channels and settings as a person does, and looks up where the packed program's buttons will be. */
async function prepare(driven: DrivenApp, scene: Scene, workbook: string): Promise<Places> {
  const { page, call } = driven;
  const middle = async (id: string): Promise<Place> => {
    const box = await page.getByTestId(id).boundingBox();
    if (box === null) throw new Error(`${id} is not on the screen`);
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  await setMasterPassword(page, masterPassword);
  await scene.addChannels(driven);
  // The question whether passwords may go by FTP.
  await driven.app.evaluate(({ dialog }) => {
    dialog.showMessageBox = () => Promise.resolve({ response: 0, checkboxChecked: false });
  });
  await call('settings.save', { ...(await call('settings.get', undefined)), allowFtp: true });
  await driven.chooseFile(workbook);
  const place = await middle('first-start-import');
  await page.getByTestId('first-start-import').click();
  await page.getByTestId('import-row').first().waitFor();
  const confirm = await middle('import-confirm');
  await page.getByTestId('import-cancel').click();
  return { import: place, confirm };
}

async function windowOf(app: PackedApp): Promise<PackedWindow> {
  const window = await app.windowNamed(title);
  if (window === undefined) throw new Error('no window');
  return window;
}

/** Types the master password until the log tells that it was taken: keys pressed before the form is drawn are lost. */
async function unlock(window: PackedWindow, data: string): Promise<void> {
  const timesOpened = (): number => readFileSync(join(data, 'logs', 'main.log'), 'utf8').split('vault opened').length;
  const before = timesOpened();
  const isOpen = () => (timesOpened() > before ? true : undefined);
  await until('the open vault', () => {
    window.enter([], masterPassword);
    return until('the open vault after one try', isOpen, 2500).catch(() => undefined);
  });
}

/** Clicks a button until the dialog for a file is there, and types a path into it until it is gone. */
async function pick(app: PackedApp, window: PackedWindow, button: Place, path: string): Promise<void> {
  await until('the dialog for a file', () => {
    window.click(button);
    return app.windowNamed(importTitle, 2000);
  });
  await until('the end of the dialog', async () => {
    const dialog = await app.windowNamed(importTitle, 500);
    dialog?.enter(['ctrl+l'], path);
    return (await app.isGone(importTitle)) ? true : undefined;
  });
}
