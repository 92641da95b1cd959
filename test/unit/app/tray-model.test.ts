import { expect, test } from 'vitest';
import { trayModel, type TrayInput } from '../../../electron/app/tray-model';
import { RunId } from '../../../shared/model/ids';
import type { Run } from '../../../shared/model/run';

const counts = { pass: 3, warn: 0, fail: 0, unknown: 0 };
const run: Run = {
  id: RunId.parse('r1'),
  trigger: 'tray',
  state: 'finished',
  startedAt: Date.UTC(2026, 10, 22),
  endedAt: 1,
  devices: 3,
  counts,
  folder: '/tmp/r1',
};
const state = {
  running: null,
  lastRun: null,
  isPaused: false,
  nextRunAt: null,
  messagesWaiting: 0,
  messagesRefused: 0,
};
const input: TrayInput = { state, lastRun: run, hasDevices: true, locale: 'zh-CN' };
const actions = (value: TrayInput) =>
  trayModel(value).menu.flatMap((item) => (item.kind === 'action' ? [item.id] : []));
const isEnabled = (value: TrayInput, id: string) =>
  trayModel(value).menu.some((item) => item.kind === 'action' && item.id === id && item.isEnabled);

test('the menu holds run now, reports, pause, settings and quit', () => {
  expect(actions(input)).toEqual(['run', 'window', 'reports', 'pause', 'settings', 'quit']);
});

test('while a run is going on, it can be stopped instead of started', () => {
  const model = trayModel({ ...input, state: { ...state, running: run.id } });

  expect(actions({ ...input, state: { ...state, running: run.id } })).toContain('stop');
  expect(model.icon).toBe('running');
});

test('without devices nothing can be run, without a run there is no report', () => {
  expect(isEnabled({ ...input, hasDevices: false }, 'run')).toBe(false);
  expect(isEnabled({ ...input, lastRun: undefined }, 'reports')).toBe(false);
});

test.each([
  [{ ...counts }, 'idle'],
  [{ ...counts, warn: 1 }, 'warn'],
  [{ ...counts, unknown: 1 }, 'warn'],
  [{ ...counts, warn: 1, fail: 1 }, 'fail'],
] as const)('a last run of %j shows %s', (of, icon) => {
  expect(trayModel({ ...input, lastRun: { ...run, counts: of } }).icon).toBe(icon);
});

test('a run that was cut off and a message that did not arrive are no calm icon', () => {
  expect(trayModel({ ...input, lastRun: { ...run, state: 'cut-off' } }).icon).toBe('warn');
  expect(trayModel({ ...input, state: { ...state, messagesRefused: 2 } }).icon).toBe('warn');
  expect(trayModel({ ...input, state: { ...state, messagesRefused: 2 } }).tooltip).toContain('2 条消息未送达');
});

test('a paused schedule can be resumed', () => {
  expect(actions({ ...input, state: { ...state, isPaused: true } })).toContain('resume');
});

test('the last result stands in the menu in both languages', () => {
  expect(trayModel(input).tooltip).toContain('正常 3 · 注意 0 · 异常 0 · 判不了 0');
  expect(trayModel({ ...input, locale: 'en' }).tooltip).toContain('pass 3');
});
