import { softwareVersion } from '../../../../electron/engine/checks/software-version';
import { checkCases } from '../../../support/check-cases';

const image = (release: string | null) => ({ package: 'Uos.img', release, sizeBytes: 1, directory: null });
const other = (release: string) => ({
  kind: 'software' as const,
  subject: 'Uosdiag.img',
  status: null,
  values: image(release),
  line: '',
});

checkCases(softwareVersion, [
  { name: 'one package', values: image('8.9.73.R01'), level: 'pass', value: '8.9.73.R01' },
  { name: 'all of one release', values: image('8.9.73.R01'), siblings: [other('8.9.73.R01')], level: 'pass' },
  {
    name: 'mixed releases',
    values: image('8.9.73.R01'),
    siblings: [other('8.9.70.R01')],
    level: 'warn',
    reason: 'status-attention',
  },
  { name: 'no release', values: image(null), level: 'unknown' },
]);
