import { expect, test } from 'vitest';
import { parseEnvironment } from '../../../../../electron/engine/vendors/huawei/environment';
import { parseHrp } from '../../../../../electron/engine/vendors/huawei/hrp';
import { parseLicenseState } from '../../../../../electron/engine/vendors/huawei/license';
import type { Parsed } from '../../../../../electron/engine/vendors/platform';

const statuses = (parsed: Parsed): unknown =>
  parsed.kind === 'readings' ? parsed.readings.map(({ subject, status }) => [subject, status]) : parsed;

test('a pair in its planned roles has no word on them', () => {
  expect(statuses(parseHrp(' Role: active, peer: standby\n Running priority: 45000, peer: 45000\n'))).toEqual([
    ['HRP', 'active'],
    ['HRP peer', 'standby'],
  ]);
});

test('a pair in exchanged roles says which were planned', () => {
  expect(statuses(parseHrp(' Role: active, peer: standby (should be "standby-active")\n'))).toContainEqual([
    'HRP role',
    'should be "standby-active"',
  ]);
});

test('a firewall that stands alone has no pair', () => {
  expect(parseHrp('Info: The HRP function is not enabled.\n')).toMatchObject({ kind: 'absent' });
});

test('a licence with an end has its days as a reading of their own', () => {
  const text =
    'Info: Current license state is Demo. The license for the current configuration will expire in 4 day(s).\n';

  expect(parseLicenseState(text)).toMatchObject({
    readings: [
      { subject: 'License state', status: 'Demo' },
      { subject: 'License term', values: { daysLeft: 4 } },
    ],
  });
});

const rows = 'SlotID   CurrentTemperature  LowLimit  HighLimit\n   (deg c )   (deg c)   (deg c )\n';

test.each<readonly [string, (text: string) => Parsed, string, string]>([
  ['a role without its peer', parseHrp, ' Role: active\n', 'not-understood'],
  ['a pair without roles', parseHrp, ' Running priority: 45000, peer: 45000\n', 'not-understood'],
  ['a core state without its peer', parseHrp, ' Role: active, peer: standby\n Core state: normal\n', 'not-understood'],
  ['a licence without its state', parseLicenseState, 'Info: The license is there.\n', 'not-understood'],
  [
    'a licence of days that are no number',
    parseLicenseState,
    'Info: Current license state is Demo. It will expire in some day(s).\n',
    'not-understood',
  ],
  ['a slot of three columns', parseEnvironment, `${rows} 0  41  0\n`, 'cut'],
  ['a slot of no number', parseEnvironment, `${rows} 0  hot  0  92\n`, 'not-understood'],
  ['slots without rows', parseEnvironment, rows, 'no-row'],
])('%s is not read', (_what, parse, text, reason) => {
  expect(parse(text)).toMatchObject({ kind: 'unreadable', reason });
});
