import { aos8AlsoKnown, aos8Commands } from '../parsers/ale/commands';
import { configFilesIn, optionalFilesIn, vcFiles } from '../parsers/ale/config-files';
import { releaseOfPackages, releaseOfSystem } from '../parsers/ale/release';
import { aosSecrets } from '../parsers/ale/secrets';
import { aosReadOnly, aosTraits } from '../parsers/ale/traits';
import { definePlatform } from './platform';
import { aleWords } from '../parsers/ale/vocabulary';

/** Alcatel-Lucent Enterprise AOS 8: OS6360 to OS9900; recorded on OS6860E, 8.9.107. */
export const aleAos8 = definePlatform({
  id: 'ale-aos8',
  deviceTypes: ['alcatel_aos'],
  labels: { 'zh-CN': '阿尔卡特朗讯 OmniSwitch（AOS 8）', en: 'Alcatel-Lucent OmniSwitch (AOS 8)' },
  probe: 'show system',
  recognise: (answer) => releaseOfSystem(answer) === 8,
  recogniseLayout: (text) => releaseOfPackages(text) === 8,
  vocabulary: aleWords,
  traits: aosTraits,
  commands: aos8Commands,
  alsoKnown: aos8AlsoKnown,
  readOnly: aosReadOnly,
  configFiles: configFilesIn(vcFiles),
  optionalFiles: optionalFilesIn(vcFiles),
  configFilesFrom: 'show running-directory',
  configCommand: { command: 'show configuration snapshot', saveAs: 'configuration-snapshot.txt' },
  saveCommands: ['write memory', 'copy running certified'],
  secrets: aosSecrets,
});
