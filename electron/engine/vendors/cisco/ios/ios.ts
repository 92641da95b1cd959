import { iosAlsoKnown, iosCommands, iosStackKnown } from './commands';
import { isStackable } from './version';
import { ciscoSecrets } from '../secrets';
import { iosReadOnly, iosTraits } from '../traits';
import { definePlatform } from '../../platform';
import { ciscoWords } from '../vocabulary';
import { ownWords } from '../../sign';

/** Cisco IOS and IOS-XE: routers and switches that do not stack. */
export const ciscoIos = definePlatform({
  id: 'cisco-ios',
  deviceTypes: ['cisco_ios', 'cisco_xe'],
  labels: { 'zh-CN': 'Cisco IOS / IOS-XE', en: 'Cisco IOS / IOS-XE' },
  probe: 'show version',
  recognise: (answer) => !isStackable(answer),
  signs: ownWords('cisco_ios', /\bCisco IOS\b|\bCisco Internetwork Operating System\b/i),
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
