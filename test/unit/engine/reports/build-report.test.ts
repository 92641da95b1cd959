import { expect, test } from 'vitest';
import { Report } from '../../../../shared/model/report';
import { sampleDevices } from '../../../support/sample-devices';
import { sampleReport } from '../../../support/sample-report';

test('a report keeps the order of the inventory and counts what is not applicable apart', () => {
  const report = sampleReport();

  expect(report.devices.map(({ name }) => name)).toEqual(sampleDevices().map(({ name }) => name));
  expect(report.counts).toEqual({ pass: 5, warn: 1, fail: 3, unknown: 3 });
  expect(report.notApplicable).toBe(7);
});

test('a device that gave no answer is in the report with its error in words', () => {
  const silent = sampleReport().devices.find(({ code }) => code === 'net.timeout');

  expect(silent).toMatchObject({ verdict: 'fail', phase: 'tcp', commands: [] });
  expect(silent?.problem).toContain('15 秒内没有应答');
});

test('a report fits its own schema', () => {
  expect(Report.safeParse(sampleReport()).success).toBe(true);
});
