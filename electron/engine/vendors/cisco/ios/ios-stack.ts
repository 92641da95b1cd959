import { iosAlsoKnown, iosStackCommands } from './commands';
import { isStackable } from './version';
import { ciscoSecrets } from '../secrets';
import { iosReadOnly, iosTraits } from '../traits';
import { definePlatform } from '../../platform';
import { ciscoWords } from '../vocabulary';

/** Cisco Catalysts that stack (2960-S/X, 3650, 3750, 3850, 9200, 9300, 9500): also asked for their members. */
export const ciscoIosStack = definePlatform({
  id: 'cisco-ios-stack',
  deviceTypes: ['cisco_ios', 'cisco_xe'],
  labels: { 'zh-CN': 'Cisco IOS / IOS-XE（可堆叠交换机）', en: 'Cisco IOS / IOS-XE (stackable switch)' },
  probe: 'show version',
  recognise: isStackable,
  vocabulary: ciscoWords,
  traits: iosTraits,
  commands: iosStackCommands,
  alsoKnown: iosAlsoKnown,
  readOnly: iosReadOnly,
  configFiles: () => [],
  configCommand: { command: 'show running-config', endsWith: /^end$/, saveAs: 'running-config.txt' },
  startupCommand: { command: 'show startup-config', endsWith: /^end$/, saveAs: 'startup-config.txt' },
  saveCommands: ['copy running-config startup-config'],
  secrets: ciscoSecrets,
});
