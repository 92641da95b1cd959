import { expect, test } from 'vitest';
import type { DeviceRow } from '../../../../../shared/contract/devices';
import { DeviceId, RunId } from '../../../../../shared/model/ids';
import { filterDevices, groupsOf, noFilter } from '../../../../../renderer/pages/devices/device-filter';

const row = (name: string, more: Partial<DeviceRow> = {}): DeviceRow => ({
  id: DeviceId.parse(name),
  name,
  host: '192.0.2.1',
  port: 22,
  protocol: 'ssh',
  platform: 'alcatel_aos',
  username: '',
  group: '',
  comment: '',
  commands: [],
  isSkipped: false,
  last: null,
  ...more,
});
const last = (verdict: 'pass' | 'fail') => ({ runId: RunId.parse('r'), verdict, at: 1 });
const devices = [
  row('核心-1', { group: '总部', last: last('pass') }),
  row('接入-2', { group: '分部', host: '198.51.100.7', last: last('fail') }),
  row('接入-3', { comment: '备用' }),
];
const names = (filter: Partial<typeof noFilter>): string[] =>
  filterDevices(devices, { ...noFilter, ...filter }).map((device) => device.name);

test('without a filter every device is shown', () => {
  expect(names({})).toEqual(['核心-1', '接入-2', '接入-3']);
});

test('each word of the search must occur, in any field', () => {
  expect(names({ search: '接入 198.51' })).toEqual(['接入-2']);
  expect(names({ search: '备用' })).toEqual(['接入-3']);
  expect(names({ search: '核心 备用' })).toEqual([]);
});

test('a verdict narrows to it, never to devices without one', () => {
  expect(names({ verdict: 'fail' })).toEqual(['接入-2']);
  expect(names({ verdict: 'never' })).toEqual(['接入-3']);
});

test('the empty group is a group of its own and comes last', () => {
  expect(names({ group: '' })).toEqual(['接入-3']);
  expect(groupsOf(devices, 'zh-CN').at(-1)).toBe('');
});
