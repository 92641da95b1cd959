import { iosAlsoKnown, iosCommands, iosStackKnown } from '../parsers/cisco/ios/commands';
import { isStackable } from '../parsers/cisco/ios/version';
import { ciscoSecrets } from '../parsers/cisco/secrets';
import { iosReadOnly, iosTraits } from '../parsers/cisco/traits';
import { definePlatform } from './platform';
import { ciscoWords } from '../parsers/cisco/vocabulary';

/** Cisco IOS and IOS-XE: routers and switches that do not stack. */
export const ciscoIos = definePlatform({
  id: 'cisco-ios',
  deviceTypes: ['cisco_ios', 'cisco_xe'],
  labels: { 'zh-CN': 'Cisco IOS / IOS-XE', en: 'Cisco IOS / IOS-XE' },
  probe: 'show version',
  recognise: (answer) => !isStackable(answer),
  vocabulary: ciscoWords,
  traits: iosTraits,
  commands: iosCommands,
  alsoKnown: [...iosStackKnown, ...iosAlsoKnown],
  readOnly: iosReadOnly,
  configFiles: () => [],
  configCommand: { command: 'show running-config', endsWith: /^end$/, saveAs: 'running-config.txt' },
  startupCommand: { command: 'show startup-config', endsWith: /^end$/, saveAs: 'startup-config.txt' },
  saveCommands: ['copy running-config startup-config'],
  secrets: ciscoSecrets,
});
