import { asaAlsoKnown, asaCommands, isAsaLayout } from '../parsers/cisco/asa/commands';
import { isAsaVersion } from '../parsers/cisco/asa/version';
import { asaSecrets } from '../parsers/cisco/secrets';
import { asaReadOnly, asaTraits } from '../parsers/cisco/traits';
import { definePlatform } from './platform';
import { ciscoWords } from '../parsers/cisco/vocabulary';

/** Cisco ASA: appliances and ASAv; layouts of 8.4 to 9.9. */
export const ciscoAsa = definePlatform({
  id: 'cisco-asa',
  deviceTypes: ['cisco_asa', 'cisco_asa_telnet'],
  labels: { 'zh-CN': 'Cisco ASA 防火墙', en: 'Cisco ASA firewall' },
  probe: 'show version',
  recognise: isAsaVersion,
  recogniseLayout: isAsaLayout,
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
