import { interfaceErrors } from '../../../../electron/engine/checks/interface-errors';
import { checkCases } from '../../../support/check-cases';

const port = (inErrors: number | null, outErrors: number | null, frames?: number) => ({
  speedMbps: 1000,
  inErrors,
  outErrors,
  ...(frames === undefined ? {} : { frames }),
});

checkCases(interfaceErrors, [
  { name: 'the first run proves nothing', values: port(0, 0), level: 'none' },
  { name: 'no growth', values: port(5, 2), before: [{}], level: 'pass', reason: 'not-grown', value: 7 },
  { name: 'growth of unknown share', values: port(6, 2), before: [{ values: port(5, 2) }], level: 'warn', value: 1 },
  {
    name: 'growth up to 0.01 % of the frames',
    values: port(10, 0, 200_000),
    before: [{ values: port(0, 0, 100_000) }],
    level: 'warn',
    reason: 'grown',
    value: 10,
  },
  { name: 'growth above it', values: port(11, 0, 200_000), before: [{ values: port(0, 0, 100_000) }], level: 'fail' },
  {
    name: 'a counter that was cleared',
    values: port(0, 0),
    before: [{ values: port(1, 0) }],
    level: 'unknown',
    reason: 'went-back',
  },
  {
    name: 'another port is no history',
    values: port(9, 0),
    before: [{ subject: '1/9', values: port(0, 0) }],
    level: 'none',
  },
  { name: 'no counters', values: port(null, null), before: [{ values: port(0, 0) }], level: 'none' },
]);
