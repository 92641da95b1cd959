import { opticLevel } from '../../../../electron/engine/checks/optic-level';
import { opticWords, vocabulary } from '../../../../electron/engine/vendors/vocabulary';
import { checkCases } from '../../../support/check-cases';

const optic = (rxPowerDbm: number | null, txPowerDbm: number | null = -2) => ({ celsius: 40, rxPowerDbm, txPowerDbm });
const limited = (rx: number | null, tx: number | null = -2) => ({
  ...optic(rx, tx),
  ...{ rxAlarmLowDbm: -18, rxAlarmHighDbm: 1, rxWarnLowDbm: -15, rxWarnHighDbm: 0 },
  ...{ txAlarmLowDbm: -12, txAlarmHighDbm: 3 },
});

checkCases(
  opticLevel,
  [
    { name: 'inside of its limits', values: limited(-7), level: 'pass', reason: 'status-good', value: -7 },
    {
      name: 'below the low warning',
      values: limited(-15),
      level: 'warn',
      reason: 'near-limit',
      limit: -15,
      limitSource: 'device',
    },
    { name: 'below the low alarm', values: limited(-18.2), level: 'fail', reason: 'over-limit', limit: -18 },
    { name: 'too much light', values: limited(1.4), level: 'fail', limit: 1 },
    { name: 'the sender too weak', values: limited(-7, -12), level: 'fail', value: -12, limit: -12 },
    { name: 'no light and none before: an unused port', values: limited(-40), level: 'none' },
    { name: 'no light where there was some', values: limited(-40), before: [{ values: limited(-7) }], level: 'fail' },
    { name: 'without limits and history nothing is proven', values: optic(-7), level: 'none' },
    {
      name: 'as bright as before',
      values: optic(-7),
      before: [{ values: optic(-6.5) }],
      level: 'pass',
      reason: 'unchanged',
    },
    {
      name: 'half of the light gone',
      values: optic(-9.5),
      before: [{ values: optic(-6.5) }],
      level: 'warn',
      reason: 'grown',
      value: 3,
    },
    { name: 'the device says normal', status: 'Normal', values: optic(-7), level: 'pass' },
    { name: 'the device says alarm', status: 'Low alarm', values: optic(-7), level: 'fail', reason: 'status-bad' },
    {
      name: 'abnormal is not normal',
      status: 'Abnormal',
      values: optic(-7),
      level: 'unknown',
      reason: 'not-understood',
    },
  ],
  vocabulary({ optic: opticWords }),
);
