import { copyFileSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { openPlainJsonFile, type OpenJsonFile } from '../../../../electron/engine/store/json-file';
import { createSettingsStore } from '../../../../electron/engine/store/settings-store';
import { defaultSettings } from '../../../../shared/model/settings';
import { keepingLog, temporaryFolder } from '../../../support/store-parts';

/**
 * The electron-store of the app, bundled as the app bundles it, but with nothing behind the name `electron`: with a
 * folder of its own it asks electron for nothing.
 */
async function openElectronFile(): Promise<OpenJsonFile> {
  const outfile = join(temporaryFolder(), 'electron-json-file.cjs');
  await build({
    entryPoints: ['electron/engine/store/electron-json-file.ts'],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    outfile,
    logLevel: 'error',
    plugins: [
      {
        name: 'no-electron',
        setup(builder) {
          builder.onResolve({ filter: /^electron$/ }, () => ({ path: 'electron', namespace: 'none' }));
          builder.onLoad({ filter: /.*/, namespace: 'none' }, () => ({ contents: 'export default {};' }));
        },
      },
    ],
  });
  const { loadElectronJsonFile } = createRequire(import.meta.url)(outfile);
  return loadElectronJsonFile();
}

const files: readonly (readonly [string, () => Promise<OpenJsonFile>])[] = [
  ['plain Node', () => Promise.resolve(openPlainJsonFile)],
  ['electron-store', openElectronFile],
];

test.each(files)('settings saved by %s are read again by both', async (_name, open) => {
  const folder = temporaryFolder();
  const store = createSettingsStore({ folder, log: keepingLog(), openFile: await open() });

  const saved = store.save({ ...defaultSettings(), concurrency: 42, locale: 'en' });

  const others = [openPlainJsonFile, await openElectronFile()];
  for (const openFile of others) {
    const again = createSettingsStore({ folder, log: keepingLog(), openFile });
    expect(again.get()).toEqual(saved);
    expect(again.setAside).toBeUndefined();
  }
  expect(readdirSync(folder)).toEqual(['settings.json']);
});

test('both kinds of file write the same bytes', async () => {
  const folders = [temporaryFolder(), temporaryFolder()];
  const opens = [openPlainJsonFile, await openElectronFile()];

  const texts = folders.map((folder, index) => {
    createSettingsStore({ folder, log: keepingLog(), openFile: opens[index] }).save(defaultSettings());
    return readFileSync(join(folder, 'settings.json'), 'utf8');
  });

  expect(texts[0]).toBe(texts[1]);
});

test('a new installation has the defaults and writes nothing', () => {
  const folder = temporaryFolder();

  const store = createSettingsStore({ folder, log: keepingLog() });

  expect(store.get()).toEqual(defaultSettings());
  expect(readdirSync(folder)).toEqual([]);
});

test('a stored file of version 1 is understood', () => {
  const folder = temporaryFolder();
  copyFileSync('test/fixtures/settings/v1.json', join(folder, 'settings.json'));

  const store = createSettingsStore({ folder, log: keepingLog() });

  expect(store.setAside).toBeUndefined();
  expect(store.get()).toMatchObject({
    concurrency: 12,
    thresholds: { cpu: { warnPercent: 60, failPercent: 75 }, licence: { warnDays: 60 } },
    report: { customer: '示例大学信息中心', formats: ['docx', 'html'] },
    channels: [{ kind: 'email', secrets: { password: 'channel.mail.password' } }, { kind: 'wxpusher' }],
    schedules: [{ name: '工作日早检', when: { kind: 'cron', expression: '30 8 * * 1-5' } }],
  });
});

test.each([
  ['cut short', '{"version":1,', 'damaged'],
  ['of another shape', '{"version":1,"concurrency":"many"}', 'damaged'],
  ['a list', '[]', 'damaged'],
  ['of a newer version', '{"version":7,"concurrency":3}', 'newer'],
])('a settings file %s is set aside and the defaults are used', (_name, text, reason) => {
  const folder = temporaryFolder();
  const file = join(folder, 'settings.json');
  writeFileSync(file, text);
  const log = keepingLog();

  const store = createSettingsStore({ folder, log });
  store.save({ ...store.get(), concurrency: 5 });

  expect(store.setAside).toMatchObject({ file, reason });
  expect(readFileSync(store.setAside?.kept ?? '', 'utf8')).toBe(text);
  expect(createSettingsStore({ folder, log }).get().concurrency).toBe(5);
  expect(log.lines.join()).toContain('store set aside');
});

test('settings out of their limits are refused and the old ones stay', () => {
  const folder = temporaryFolder();
  const store = createSettingsStore({ folder, log: keepingLog() });
  store.save({ ...store.get(), concurrency: 5 });

  expect(() => store.save({ ...store.get(), concurrency: 0 })).toThrow();

  expect(store.get().concurrency).toBe(5);
  expect(createSettingsStore({ folder, log: keepingLog() }).get().concurrency).toBe(5);
});

test('a setting unknown to the schema is not kept', () => {
  const folder = temporaryFolder();
  const store = createSettingsStore({ folder, log: keepingLog() });
  const typed = { ...defaultSettings(), password: 'hunter2-hunter2' };

  store.save(typed);

  expect(readFileSync(join(folder, 'settings.json'), 'utf8')).not.toContain('hunter2');
});

test('FTP is not allowed until somebody allows it', () => {
  expect(defaultSettings().allowFtp).toBe(false);
});
