import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { writeBundle } from '../../../../electron/engine/reports/bundle';
import { docx } from '../../../../electron/engine/reports/docx';
import type { Format } from '../../../../electron/engine/reports/format';
import { html } from '../../../../electron/engine/reports/html';
import { writeReports } from '../../../../electron/engine/reports/write-reports';
import { pourWhole, writeWhole } from '../../../../electron/engine/store/atomic-file';
import { sampleReport } from '../../../support/sample-report';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'reports-'));
  await mkdir(join(folder, 'transcripts', '核心交换机-01'), { recursive: true });
  await mkdir(join(folder, 'configs', '核心交换机-01'), { recursive: true });
  await writeFile(join(folder, 'transcripts', '核心交换机-01', '01-show-system.txt'), 'System:\n');
  await writeFile(join(folder, 'configs', '核心交换机-01', 'vcboot.cfg'), '! 配置\n');
  await writeFile(join(folder, 'configs', '核心交换机-01', '.half.cfg.part'), 'half');
  await writeFile(join(folder, 'private.key'), 'not ours to send');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const broken: Format = {
  id: 'broken',
  labels: { 'zh-CN': '坏', en: 'Broken' },
  fileName: 'broken.bin',
  write: () => Promise.reject(new Error('cannot')),
};
const write = (path: string, content: Uint8Array) => writeWhole(path, content);
const ports = { claim: () => undefined, write, pour: pourWhole };

test('the chosen formats, report.json and the zip are written, each step told', async () => {
  const steps: string[] = [];
  const files = await writeReports({
    ...{ report: sampleReport(), folder, ...ports, formats: [docx, html] },
    onStep: ({ step, done, total }) => steps.push(`${step} ${done}/${total}`),
  });

  expect(steps).toEqual(['json 0/4', 'docx 1/4', 'html 2/4', 'bundle 3/4']);
  expect(files.map(({ format, name }) => `${format} ${name}`)).toEqual([
    'json report.json',
    'docx report.docx',
    'html report.html',
    'bundle bundle.zip',
  ]);
  const sizes = await Promise.all(files.map(async ({ name }) => (await readFile(join(folder, name))).byteLength));
  expect(files.map(({ bytes }) => bytes)).toEqual(sizes);
  expect((await readdir(folder)).filter((name) => name.startsWith('.'))).toEqual([]);
});

test('the zip holds reports, configurations and transcripts under their UTF-8 names, and nothing else', async () => {
  await writeReports({ report: sampleReport(), folder, ...ports, formats: [html] });
  const zip = await readFile(join(folder, 'bundle.zip'));
  const entries = unzipSync(zip);

  expect(Object.keys(entries)).toEqual([
    'report.html',
    'report.json',
    'configs/核心交换机-01/vcboot.cfg',
    'transcripts/核心交换机-01/01-show-system.txt',
  ]);
  expect(strFromU8(entries['configs/核心交换机-01/vcboot.cfg'] ?? new Uint8Array())).toBe('! 配置\n');
  // APPNOTE.TXT 4.4.4: bit 11 of the flags says that the name is UTF-8.
  const central = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  expect(zip.readUInt16LE(central + 8) & 0x0800).toBe(0x0800);
});

test('the same run gives the same zip', async () => {
  const entries = ['configs/核心交换机-01/vcboot.cfg'];
  await writeBundle(folder, join(folder, 'a.zip'), entries, 1_793_000_000_000, pourWhole);
  await writeBundle(folder, join(folder, 'b.zip'), entries, 1_793_000_000_000, pourWhole);

  expect(await readFile(join(folder, 'a.zip'))).toEqual(await readFile(join(folder, 'b.zip')));
});

test('a zip that cannot be made whole leaves nothing behind', async () => {
  await expect(writeBundle(folder, join(folder, 'c.zip'), ['missing.txt'], 0, pourWhole)).rejects.toMatchObject({
    code: 'ENOENT',
  });

  expect((await readdir(folder)).filter((name) => name.startsWith('.') || name === 'c.zip')).toEqual([]);
});

test('a format that fails is told, and the others are written', async () => {
  const problems: string[] = [];
  const files = await writeReports({
    ...{ report: sampleReport(), folder, ...ports, formats: [broken, html] },
    onProblem: (format, { code }) => problems.push(`${format} ${code}`),
  });

  expect(problems).toEqual(['broken report.write-failed']);
  expect(files.map(({ format }) => format)).toEqual(['json', 'html', 'bundle']);
});

test('a format that fails is thrown where nobody asks for problems', async () => {
  const work = writeReports({ report: sampleReport(), folder, ...ports, formats: [broken] });

  await expect(work).rejects.toMatchObject({ code: 'report.write-failed', params: { file: 'broken.bin' } });
});
