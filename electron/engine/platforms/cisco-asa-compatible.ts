import { compatibleAlsoKnown, compatibleCommands, isAsaLayout } from '../parsers/cisco/asa/commands';
import { isAsaVersion } from '../parsers/cisco/asa/version';
import { asaSecrets } from '../parsers/cisco/secrets';
import { asaReadOnly, asaTraits } from '../parsers/cisco/traits';
import { firewallConfiguration } from '../parsers/firewall/configuration';
import { definePlatform } from './platform';
import { ciscoWords } from '../parsers/cisco/vocabulary';

/**
 * Other makers' firewalls that users enter as `cisco_asa`, among them one whose `show license` prints the days left of
 * every licence. The list asks for what both understand.
 */
export const ciscoAsaCompatible = definePlatform({
  id: 'cisco-asa-compatible',
  deviceTypes: ['cisco_asa', 'cisco_asa_telnet'],
  labels: {
    'zh-CN': 'Cisco ASA 防火墙（其他厂商，兼容命令行）',
    en: 'Cisco ASA firewall (other maker, same command line)',
  },
  probe: 'show version',
  recognise: (answer) => !isAsaVersion(answer) && !isAsaLayout(answer),
  vocabulary: ciscoWords,
  traits: asaTraits,
  commands: [...compatibleCommands, firewallConfiguration],
  alsoKnown: compatibleAlsoKnown,
  readOnly: asaReadOnly,
  configFiles: () => [],
  saveCommands: ['write memory'],
  secrets: asaSecrets,
});
