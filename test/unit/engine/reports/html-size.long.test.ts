import { expect, test } from 'vitest';
import { html } from '../../../../electron/engine/reports/html';
import type { Report } from '../../../../shared/model/report';
import { sampleReport } from '../../../support/sample-report';

/** The sample with one output a device, on so many devices. */
function reportOf(text: string, devices = 4): Report {
  const report = sampleReport();
  const [base] = report.devices;
  if (base === undefined) throw new Error('the sample has no device');
  const commands = base.commands.slice(0, 1).map((command) => ({ ...command, text }));
  return {
    ...report,
    devices: Array.from({ length: devices }, (_, index) => ({ ...base, name: `核心-${index}`, commands })),
  };
}

const mostBytes = 10_000_000;

test.each([
  ['one line of 8 MB', 'x'.repeat(8_000_000)],
  ['5,000 lines of 3 kB', `${'y'.repeat(3000)}\n`.repeat(5000)],
  ['signs that become longer as markup', `${'"<&'.repeat(700)}\n`.repeat(3000)],
  ['Chinese characters', `${'接口'.repeat(1000)}\n`.repeat(3000)],
  ['short lines without number', 'z\n'.repeat(200_000)],
])('the page stays below 10 MB with %s in every output', async (_name, text) => {
  const page = await html.write(reportOf(text));

  expect(page.byteLength).toBeLessThan(mostBytes);
});

test('a line that was cut says how much is missing', async () => {
  const page = new TextDecoder().decode(await html.write(reportOf('x'.repeat(5000), 1)));

  expect(page).toContain('…（这一行还有 3000 个字符，全文见压缩包）');
});

test('an ordinary report shows every output whole', async () => {
  const page = new TextDecoder().decode(await html.write(reportOf(`${'show '.repeat(10)}\n`.repeat(100), 50)));

  expect(page.split('show show show').length - 1).toBeGreaterThan(50 * 100);
});
