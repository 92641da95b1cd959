import { expect, test } from 'vitest';
import { deviceFacts, listProblems, worstFinding, worstFirst } from '../../../../electron/engine/reports/summary';
import type { ReportDevice } from '../../../../shared/model/report';
import { sampleReport } from '../../../support/sample-report';

test('a summary has fail, warn, unknown, pass in this order, each in the order of the inventory', () => {
  const sorted = worstFirst(sampleReport().devices);

  expect(sorted.map(({ verdict }) => verdict)).toEqual([
    ...Array<string>(3).fill('fail'),
    'warn',
    ...Array<string>(3).fill('unknown'),
    ...Array<string>(5).fill('pass'),
  ]);
  expect(sorted.slice(0, 3).map(({ name }) => name)).toEqual(['核心交换机-01', '急诊接入-07', '出口防火墙-主']);
});

test('every device that is not normal has a problem, worst first', () => {
  const report = sampleReport();
  const problems = listProblems(report);
  const named = new Set(problems.map(({ device }) => device.name));

  expect(report.devices.filter(({ verdict, name }) => verdict !== 'pass' && !named.has(name))).toEqual([]);
  expect(problems.map(({ level }) => level)).toEqual([
    ...Array<string>(5).fill('fail'),
    ...Array<string>(2).fill('warn'),
    ...Array<string>(3).fill('unknown'),
  ]);
});

test('a device with no findings that is not normal is a problem all the same', () => {
  const report = sampleReport();
  const bare = report.devices.map((device): ReportDevice => ({ ...device, findings: [] }));

  expect(listProblems({ ...report, devices: bare })).toHaveLength(7);
});

test('the worst finding of a normal device is none', () => {
  expect(
    sampleReport()
      .devices.filter(({ verdict }) => verdict === 'pass')
      .map(worstFinding),
  ).toEqual(Array(5).fill(undefined));
});

test('facts come from the readings, and are missing where nothing was read', () => {
  const [first, , , , silent] = sampleReport().devices;

  expect(first && deviceFacts(first)).toMatchObject({ model: 'OS6860E-P48', serial: 'XJA0000000011' });
  expect(silent && deviceFacts(silent)).toMatchObject({ model: undefined, uptimeSeconds: undefined });
});
