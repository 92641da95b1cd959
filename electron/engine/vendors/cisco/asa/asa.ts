import { asaAlsoKnown, asaCommands, isAsaLayout } from './commands';
import { isAsaVersion } from './version';
import { asaSecrets } from '../secrets';
import { asaReadOnly, asaTraits } from '../traits';
import { definePlatform } from '../../platform';
import { ciscoWords } from '../vocabulary';
import { ownWords } from '../../sign';

/** Cisco ASA: appliances and ASAv; layouts of 8.4 to 9.9. */
export const ciscoAsa = definePlatform({
  id: 'cisco-asa',
  deviceTypes: ['cisco_asa', 'cisco_asa_telnet'],
  labels: { 'zh-CN': 'Cisco ASA 防火墙', en: 'Cisco ASA firewall' },
  probe: 'show version',
  recognise: isAsaVersion,
  recogniseLayout: isAsaLayout,
  signs: ownWords('cisco_asa', /\bCisco Adaptive Security Appliance\b/i),
  vocabulary: ciscoWords,
  traits: asaTraits,
  commands: asaCommands,
  alsoKnown: asaAlsoKnown,
  readOnly: asaReadOnly,
  configFiles: () => [],
  configCommand: { command: 'show running-config', endsWith: /^: end$/, saveAs: 'running-config.txt' },
  startupCommand: { command: 'show startup-config', endsWith: /^: end$/, saveAs: 'startup-config.txt' },
  saveCommands: ['write memory'],
  secrets: asaSecrets,
});
