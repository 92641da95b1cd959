import { temperature } from '../../../../electron/engine/checks/temperature';
import { expect, test } from 'vitest';
import { aleWords } from '../../../../electron/engine/vendors/ale/vocabulary';
import { fortinetWords } from '../../../../electron/engine/vendors/fortinet/vocabulary';
import { paloaltoWords } from '../../../../electron/engine/vendors/paloalto/vocabulary';
import { checkCases } from '../../../support/check-cases';

const at = (celsius: number | null, dangerCelsius: number | null, thresholdCelsius: number | null) => ({
  celsius,
  dangerCelsius,
  thresholdCelsius,
  rangeLowCelsius: null,
  rangeHighCelsius: null,
});
const under = 'UNDER THRESHOLD';

checkCases(
  temperature,
  [
    {
      name: '56 of 73 is good',
      status: under,
      values: at(56, 78, 73),
      level: 'pass',
      limit: 73,
      limitSource: 'device',
    },
    { name: '6 below the limit is good', status: under, values: at(67, 78, 73), level: 'pass' },
    {
      name: '5 below the limit is attention',
      status: under,
      values: at(68, 78, 73),
      level: 'warn',
      reason: 'near-limit',
    },
    { name: 'at the limit is bad', status: under, values: at(73, 78, 73), level: 'fail', reason: 'over-limit' },
    { name: 'danger below threshold counts', status: under, values: at(93, 93, 101), level: 'fail', limit: 93 },
    { name: 'a number that cannot be is not judged', status: 'OK', values: at(199, null, null), level: 'unknown' },
    { name: 'below zero is good', status: under, values: at(-7, 93, 96), level: 'pass' },
    {
      name: 'the word over is bad whatever the number',
      status: 'OVER THRESHOLD',
      values: at(40, 78, 73),
      level: 'fail',
    },
    { name: 'over danger is bad', status: 'OVER DANGER THRESHOLD', values: at(null, 78, 73), level: 'fail' },
    { name: 'a word nobody knows is not judged', status: 'UNDER THRE', values: at(40, 78, 73), level: 'unknown' },
    {
      name: 'a word that only contains under',
      status: 'NOT UNDER THRESHOLD',
      values: at(40, 78, 73),
      level: 'unknown',
    },
    { name: 'no number is not judged', status: under, values: at(null, 78, 73), level: 'unknown', reason: 'no-number' },
    { name: 'no sensor, says the device', status: 'NOT PRESENT', values: at(null, 92, 70), level: 'n/a' },
    { name: 'a number without limit, word good', status: under, values: at(40, null, null), level: 'pass' },
    { name: 'a number without limit and word', status: null, values: at(40, null, null), level: 'unknown' },
    {
      name: 'our limit where the device has none',
      status: null,
      values: at(61, null, null),
      thresholds: { temperature: { failCelsius: 60 } },
      level: 'fail',
      limit: 60,
      limitSource: 'settings',
    },
    {
      name: 'the user widened the margin',
      status: under,
      values: at(60, 78, 73),
      thresholds: { temperature: { marginCelsius: 15 } },
      level: 'warn',
    },
  ],
  aleWords,
);

test.each([
  ['a FortiGate', fortinetWords, 'alarm=0'],
  ['a Palo Alto', paloaltoWords, 'Alarm False'],
] as const)('no alarm of %s without a number is not judged', (_name, say, status) => {
  const reading = { kind: 'temperature', subject: 'CPU', values: at(null, null, null), status, line: '' } as const;

  expect(say(reading).state).toBe('unknown');
  expect(say({ ...reading, values: at(40, null, null) }).state).toBe('good');
});
