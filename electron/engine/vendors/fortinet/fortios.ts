import { fortinetAlsoKnown, fortinetCommands } from './commands';
import { fortinetReadOnly, fortinetSecrets, fortinetTraits, hasVirtualDomains } from './traits';
import { definePlatform } from '../platform';
import { fortinetWords } from './vocabulary';
import { ownRefusal, ownWords } from '../sign';

/** FortiGate, FortiOS 5.6 to 7.4. */
export const fortinet = definePlatform({
  id: 'fortinet',
  deviceTypes: ['fortinet', 'fortios', 'fortigate'],
  labels: { 'zh-CN': '飞塔 FortiGate（FortiOS）', en: 'FortiGate (FortiOS)' },
  probe: 'get system status',
  recognise: (answer) => !hasVirtualDomains(answer),
  signs: [...ownWords('fortinet', /\bForti(?:Gate|OS|WiFi)\b/i), ownRefusal('fortinet', /^Unknown action 0\s*$/)],
  vocabulary: fortinetWords,
  traits: fortinetTraits,
  commands: fortinetCommands,
  alsoKnown: fortinetAlsoKnown,
  readOnly: fortinetReadOnly,
  configFiles: () => [],
  configCommand: { command: 'show', endsWith: /^end$/, saveAs: 'configuration.txt' },
  saveCommands: ['execute cfg save'],
  secrets: fortinetSecrets,
});
