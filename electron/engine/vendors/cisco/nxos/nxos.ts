import { nxosAlsoKnown, nxosCommands } from './commands';
import { ciscoSecrets } from '../secrets';
import { nxosReadOnly, nxosTraits } from '../traits';
import { definePlatform } from '../../platform';
import { ciscoWords } from '../vocabulary';
import { ownWords } from '../../sign';

/** Cisco NX-OS: Nexus 3000 to 9000; layouts of 6.1 to 10.3. */
export const ciscoNxos = definePlatform({
  id: 'cisco-nxos',
  deviceTypes: ['cisco_nxos'],
  labels: { 'zh-CN': 'Cisco NX-OS', en: 'Cisco NX-OS' },
  probe: undefined,
  recognise: () => true,
  signs: ownWords('cisco_nxos', /\bCisco Nexus Operating System\b|\bNX-OS\b/i),
  vocabulary: ciscoWords,
  traits: nxosTraits,
  commands: nxosCommands,
  alsoKnown: nxosAlsoKnown,
  readOnly: nxosReadOnly,
  configFiles: () => [],
  configCommand: { command: 'show running-config', saveAs: 'running-config.txt' },
  startupCommand: { command: 'show startup-config', saveAs: 'startup-config.txt' },
  saveCommands: ['copy running-config startup-config'],
  secrets: ciscoSecrets,
});
