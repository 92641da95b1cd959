import { vdomAlsoKnown, vdomCommands } from './commands';
import { fortinetReadOnly, fortinetSecrets, fortinetTraits, hasVirtualDomains } from './traits';
import { definePlatform } from '../platform';
import { fortinetWords } from './vocabulary';

/**
 * FortiGate divided into virtual domains, FortiOS 6.0 to 7.4. Its command line refuses what belongs to the whole box
 * unless the command says `sudo global`; an account of a single domain may not, and its refusals stay 判不了.
 */
export const fortinetVdom = definePlatform({
  id: 'fortinet-vdom',
  deviceTypes: ['fortinet', 'fortios', 'fortigate'],
  labels: { 'zh-CN': '飞塔 FortiGate（FortiOS，多 VDOM）', en: 'FortiGate (FortiOS, VDOMs)' },
  probe: 'get system status',
  recognise: hasVirtualDomains,
  vocabulary: fortinetWords,
  traits: fortinetTraits,
  commands: vdomCommands,
  alsoKnown: vdomAlsoKnown,
  readOnly: fortinetReadOnly,
  configFiles: () => [],
  configCommand: { command: 'show', endsWith: /^end$/, saveAs: 'configuration.txt' },
  saveCommands: ['execute cfg save'],
  secrets: fortinetSecrets,
});
