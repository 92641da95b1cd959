import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { benchArguments } from '../../../electron/bench/arguments';
import { benchTable } from '../../../electron/bench/bench-table';
import { checkOutputs } from '../../../electron/bench/check-outputs';
import { runBench } from '../../../electron/bench/run-bench';
import { withFleet } from '../../support/lab';

const folder = mkdtempSync(join(tmpdir(), 'xunjian-bench-test-'));
const moduleOf = (path: string) => pathToFileURL(path).href;
// From the sources, so that the test needs no build.
const programs = {
  bench: moduleOf('electron/bench.ts'),
  headless: moduleOf('electron/headless.ts'),
  nodeOptions: ['--import', 'tsx'],
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('three devices are measured for real, with the least code beside', async () => {
  const jsonOut = join(folder, 'bench.json');
  const args = benchArguments([
    '--devices',
    '3',
    '--think-ms',
    '1',
    '--compare',
    '--rounds',
    '1',
    '--json-out',
    jsonOut,
    '--formats',
    'docx',
  ]);
  const result = await runBench(args, programs);

  expect(result.ours).toMatchObject({ devices: 3, exitCode: 0, wrongOutputs: 0, comparedOutputs: 24, leftOpen: 0 });
  expect(result.ours).toMatchObject({ verdicts: { pass: 3 }, falseGreens: 0 });
  expect(result.least).toMatchObject({ devices: 3, exitCode: 0, wrongOutputs: 0, comparedOutputs: 24, leftOpen: 0 });
  expect(result.ours.cpuSeconds).toBeGreaterThan(0);
  expect(result.bare).toMatchObject({ devices: 3, exitCode: 0, wrongOutputs: 0, comparedOutputs: 24, leftOpen: 0 });
  expect(result.sameWorkRatio?.wall).toBeGreaterThan(0);
  expect(result.ours.peakRssMb).toBeGreaterThan(20);
  expect(JSON.parse(readFileSync(jsonOut, 'utf8'))).toEqual(result);
  expect(benchTable(result, 'zh-CN')).toContain('0 / 24');
}, 90_000);

test('a missing output is a wrong one', async () => {
  await withFleet([{ name: 'A', personality: 'os6860-aos8' }], ({ devices }) => {
    expect(checkOutputs(folder, devices)).toMatchObject({
      compared: 8,
      wrong: expect.arrayContaining(['A show health']),
    });
    return Promise.resolve();
  });
});
