import { comwareAlsoKnown, comwareCommands } from './commands';
import { comwareReadOnly, comwareSecrets, comwareTraits } from './traits';
import { comwareFileHash } from './file-hash';
import { isComware } from './version';
import { startupPath } from '../dialects/vrp/config-state';
import { definePlatform } from '../platform';
import { comwareWords } from './vocabulary';
import { ownWords } from '../sign';

/** H3C and HPE Comware 5 and 7: switches, routers, firewalls. */
export const hpComware = definePlatform({
  id: 'hp-comware',
  deviceTypes: ['hp_comware', 'h3c', 'h3c_comware', 'hpe_comware'],
  labels: { 'zh-CN': '新华三 H3C / HPE（Comware）', en: 'H3C / HPE (Comware)' },
  probe: 'display version',
  recognise: isComware,
  signs: ownWords('hp_comware', /\b(?:H3C|HPE?|3Com) Comware\b|\bComware (?:Platform )?Software\b/i),
  vocabulary: comwareWords,
  traits: comwareTraits,
  commands: comwareCommands,
  alsoKnown: comwareAlsoKnown,
  readOnly: comwareReadOnly,
  configFiles: (outputs) => {
    const path = startupPath(outputs);
    return path === undefined ? [] : [path];
  },
  configFilesFrom: 'display startup',
  configCommand: {
    command: 'display current-configuration',
    endsWith: /^return$/,
    saveAs: 'current-configuration.txt',
  },
  startupCommand: {
    command: 'display saved-configuration',
    endsWith: /^return$/,
    saveAs: 'saved-configuration.txt',
  },
  fileHash: comwareFileHash,
  saveCommands: ['save'],
  secrets: comwareSecrets,
});
