import { aos6AlsoKnown, aos6Commands } from './commands';
import { aos6Files, configFilesIn, optionalFilesIn } from './config-files';
import { isAos6Layout } from './layout';
import { releaseOfPackages, releaseOfSystem } from './release';
import { aosSecrets } from './secrets';
import { aos6Traits, aosReadOnly } from './traits';
import { definePlatform } from '../platform';
import { aleWords } from './vocabulary';

/** Alcatel-Lucent AOS 6: OS6250 to OS9000; layouts of 6.7 on OS6450. */
export const aleAos6 = definePlatform({
  id: 'ale-aos6',
  deviceTypes: ['alcatel_aos'],
  labels: { 'zh-CN': '阿尔卡特朗讯 OmniSwitch（AOS 6）', en: 'Alcatel-Lucent OmniSwitch (AOS 6)' },
  probe: 'show system',
  recognise: (answer) => releaseOfSystem(answer) === 6,
  recogniseLayout: (text) => isAos6Layout(text) || releaseOfPackages(text) === 6,
  vocabulary: aleWords,
  traits: aos6Traits,
  commands: aos6Commands,
  alsoKnown: aos6AlsoKnown,
  readOnly: aosReadOnly,
  configFiles: configFilesIn(aos6Files),
  optionalFiles: optionalFilesIn(aos6Files),
  configFilesFrom: 'show running-directory',
  configCommand: { command: 'show configuration snapshot', saveAs: 'configuration-snapshot.txt' },
  saveCommands: ['write memory', 'copy working certified'],
  secrets: aosSecrets,
});
