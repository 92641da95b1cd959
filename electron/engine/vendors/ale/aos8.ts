import { aos8AlsoKnown, aos8Commands } from './commands';
import { configFilesIn, optionalFilesIn, vcFiles } from './config-files';
import { releaseOfPackages, releaseOfSystem } from './release';
import { aosSecrets } from './secrets';
import { aosReadOnly, aosTraits } from './traits';
import { definePlatform } from '../platform';
import { aleWords } from './vocabulary';
import { ownPrompt, ownRefusal, ownWords } from '../sign';

/** Alcatel-Lucent Enterprise AOS 8: OS6360 to OS9900; recorded on OS6860E, 8.9.107. */
export const aleAos8 = definePlatform({
  id: 'ale-aos8',
  deviceTypes: ['alcatel_aos'],
  labels: { 'zh-CN': '阿尔卡特朗讯 OmniSwitch（AOS 8）', en: 'Alcatel-Lucent OmniSwitch (AOS 8)' },
  probe: 'show system',
  recognise: (answer) => releaseOfSystem(answer) === 8,
  recogniseLayout: (text) => releaseOfPackages(text) === 8,
  signs: [
    ...ownWords('alcatel_aos', /\bAlcatel-Lucent\b|\bOmniSwitch\b/i),
    ownRefusal('alcatel_aos', /^ERROR: Invalid entry: "/),
    ownPrompt('alcatel_aos', /->\s?$/),
  ],
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
