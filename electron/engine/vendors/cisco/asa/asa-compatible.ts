import { compatibleAlsoKnown, compatibleCommands, isAsaLayout } from './commands';
import { isAsaVersion } from './version';
import { asaSecrets } from '../secrets';
import { asaReadOnly, asaTraits } from '../traits';
import { firewallConfiguration } from './compatible-configuration';
import { definePlatform } from '../../platform';
import { ciscoWords } from '../vocabulary';

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
