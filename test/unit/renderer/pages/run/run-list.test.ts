import { expect, test } from 'vitest';
import { countFilters, filterRun, timeLeft, worstFirst, worstOf } from '../../../../../renderer/pages/run/run-list';
import type { LiveEntry } from '../../../../../renderer/state/live-run';
import { DeviceId } from '../../../../../shared/model/ids';

const entry = (name: string, state: LiveEntry['state'], verdict: LiveEntry['verdict'] = null): LiveEntry => ({
  device: {
    id: DeviceId.parse(name),
    name,
    host: `192.0.2.${name.length}`,
    port: 22,
    protocol: 'ssh',
    platform: 'alcatel_aos',
    group: '',
  },
  state,
  phase: null,
  what: null,
  done: 0,
  total: 0,
  verdict,
  code: null,
  totalMs: null,
  output: '',
  outputEnd: 0,
});
const entries = [entry('a', 'finished', 'fail'), entry('bb', 'running'), entry('ccc', 'waiting')];

test('each filter counts what it would show', () => {
  const counts = countFilters(entries);

  expect(counts).toEqual({ all: 3, waiting: 1, running: 1, pass: 0, warn: 0, fail: 1, unknown: 0 });
  expect(filterRun(entries, 'fail', '')).toHaveLength(counts.fail);
});

test('the search looks at name and address', () => {
  expect(filterRun(entries, 'all', '192.0.2.2').map((each) => each.device.name)).toEqual(['bb']);
  expect(filterRun(entries, 'running', 'ccc')).toEqual([]);
});

test('the time left is told only once a few devices are done', () => {
  expect(timeLeft(10_000, 2, 10)).toBeNull();
  expect(timeLeft(10_000, 5, 10)).toBe(10_000);
  expect(timeLeft(10_000, 10, 10)).toBeNull();
});

test('the worst device is the first of the worst verdict, and none when all is well', () => {
  const mixed = [entry('a', 'finished', 'pass'), entry('b', 'finished', 'unknown'), entry('c', 'finished', 'warn')];

  expect(worstOf(mixed)?.device.name).toBe('c');
  expect(worstOf([entry('a', 'finished', 'pass'), entry('b', 'waiting')])).toBeUndefined();
});

test('the devices of a run that is over stand worst first, those of one verdict as they came', () => {
  const devices = [
    entry('a', 'finished', 'pass'),
    entry('b', 'finished', 'unknown'),
    entry('c', 'finished', 'warn'),
    entry('d', 'waiting'),
    entry('e', 'finished', 'fail'),
    entry('f', 'finished', 'warn'),
  ];

  expect(worstFirst(devices).map(({ device }) => device.name)).toEqual(['e', 'c', 'f', 'b', 'd', 'a']);
});
