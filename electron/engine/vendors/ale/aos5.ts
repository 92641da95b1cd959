import { aos5AlsoKnown, aos5Commands } from './commands';
import { configFilesIn, optionalFilesIn, vcFiles } from './config-files';
import { releaseOfPackages, releaseOfSystem } from './release';
import { aosSecrets } from './secrets';
import { aosReadOnly, aosTraits } from './traits';
import { definePlatform } from '../platform';
import { aleWords } from './vocabulary';

/** Alcatel-Lucent Enterprise AOS 5: OS2260 and OS2360; recorded layouts of 5.2. */
export const aleAos5 = definePlatform({
  id: 'ale-aos5',
  deviceTypes: ['alcatel_aos'],
  labels: { 'zh-CN': '阿尔卡特朗讯 OmniSwitch（AOS 5）', en: 'Alcatel-Lucent OmniSwitch (AOS 5)' },
  probe: 'show system',
  recognise: (answer) => releaseOfSystem(answer) === 5,
  recogniseLayout: (text) => releaseOfPackages(text) === 5,
  vocabulary: aleWords,
  traits: aosTraits,
  commands: aos5Commands,
  alsoKnown: aos5AlsoKnown,
  readOnly: aosReadOnly,
  configFiles: configFilesIn(vcFiles),
  optionalFiles: optionalFilesIn(vcFiles),
  configFilesFrom: 'show running-directory',
  configCommand: { command: 'show configuration snapshot', saveAs: 'configuration-snapshot.txt' },
  saveCommands: ['write memory', 'copy running certified'],
  secrets: aosSecrets,
});
