import { expect, test } from 'vitest';
import { deviceTimes, measurementOf, median, medianOf, percentile, ratioOf } from '../../../electron/bench/summary';

const usage = {
  exitCode: 0,
  wallMs: 2000,
  userMs: 1500,
  systemMs: 500,
  peakRssMb: 120.4,
  loopDelayMs: { p50: 1, p99: 12.34, max: 50 },
};
const right = { check: { compared: 1600, wrong: [] }, leftOpen: 0 };

test('a measurement adds user and system time and divides by the devices', () => {
  expect(measurementOf(200, usage, 1800, right)).toMatchObject({
    wallSeconds: 2,
    runSeconds: 1.8,
    devicesPerSecond: 100,
    cpuSeconds: 2,
    cpuMsPerDevice: 10,
    peakRssMb: 120,
    loopDelayMs: { p50: 1, p99: 12.3, max: 50 },
    wrongOutputs: 0,
    comparedOutputs: 1600,
  });
});

test('the median of rounds hides a slow round but no wrong output', () => {
  const rounds = [1000, 9000, 3000].map((wallMs, index) =>
    measurementOf(200, { ...usage, wallMs }, null, {
      check: { compared: 1600, wrong: index === 0 ? ['LAB-0001 show fan'] : [] },
      leftOpen: index,
    }),
  );

  expect(medianOf(rounds)).toMatchObject({
    wallSeconds: 3,
    runSeconds: null,
    wrongOutputs: 1,
    leftOpen: 2,
  });
});

test('the ratio says how many times the least code it takes', () => {
  const least = measurementOf(200, { ...usage, wallMs: 1600, userMs: 1000, systemMs: 250 }, null, right);

  expect(ratioOf(measurementOf(200, usage, 1800, right), least)).toEqual({ wall: 1.25, cpu: 1.6 });
});

test('times are those of devices without fault, and a hung device that is green is counted', () => {
  const finished = [
    { device: 'A', verdict: 'pass', totalMs: 300, atMs: 1200 },
    { device: 'B', verdict: 'pass', totalMs: 500, atMs: 900 },
    { device: 'SLOW', verdict: 'pass', totalMs: 15_000, atMs: 16000 },
    { device: 'HUNG', verdict: 'pass', totalMs: 60_000, atMs: 61000 },
    { device: 'MUTE', verdict: 'fail', totalMs: 15_000, atMs: 15500 },
  ];

  expect(deviceTimes(finished, { faulty: new Set(['SLOW']), unreadable: new Set(['HUNG', 'MUTE']) })).toEqual({
    verdicts: { pass: 4, fail: 1 },
    healthyP50Ms: 300,
    healthyP99Ms: 500,
    healthyDoneSeconds: 1.2,
    falseGreens: 1,
  });
});

test.each([
  [[5], 5],
  [[3, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected);
});

test('a percentile is a value that was measured', () => {
  const values = Array.from({ length: 200 }, (_, index) => index + 1);

  expect(percentile(values, 99)).toBe(198);
  expect(percentile(values, 50)).toBe(100);
  expect(percentile([7], 99)).toBe(7);
});
