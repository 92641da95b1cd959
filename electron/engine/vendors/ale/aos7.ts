import { aos7AlsoKnown, aos7Commands } from './commands';
import { configFilesIn, optionalFilesIn, vcFiles } from './config-files';
import { releaseOfPackages, releaseOfSystem } from './release';
import { aosSecrets } from './secrets';
import { aosReadOnly, aosTraits } from './traits';
import { definePlatform } from '../platform';
import { aleWords } from './vocabulary';

/** Alcatel-Lucent Enterprise AOS 7: OS10K and OS6900; layouts of 7.3. */
export const aleAos7 = definePlatform({
  id: 'ale-aos7',
  deviceTypes: ['alcatel_aos'],
  labels: { 'zh-CN': '阿尔卡特朗讯 OmniSwitch（AOS 7）', en: 'Alcatel-Lucent OmniSwitch (AOS 7)' },
  probe: 'show system',
  recognise: (answer) => releaseOfSystem(answer) === 7,
  recogniseLayout: (text) => releaseOfPackages(text) === 7,
  vocabulary: aleWords,
  traits: aosTraits,
  commands: aos7Commands,
  alsoKnown: aos7AlsoKnown,
  readOnly: aosReadOnly,
  configFiles: configFilesIn(vcFiles),
  optionalFiles: optionalFilesIn(vcFiles),
  configFilesFrom: 'show running-directory',
  configCommand: { command: 'show configuration snapshot', saveAs: 'configuration-snapshot.txt' },
  saveCommands: ['write memory', 'copy running certified'],
  secrets: aosSecrets,
});
