import { definePlatform } from '../platform';
import { iosLikeSecrets } from '../secret-lines';
import { ownWords } from '../sign';
import { parseInterfaces } from './interfaces';
import { parseCpu, parseMemory } from './load';
import { parseCards, parseFans, parseModules, parsePower } from './parts';
import { parseFileSystem } from './storage';
import { parseVersion } from './version';
import { maipuWords } from './vocabulary';

const filter = String.raw`(?:\|\s*(?:include|exclude|begin)\b[^|;&<>\x60$\r\n]*)?`;

/** Maipu MyPower: layouts of the router MP3840, 6.3.17, and single answers of switches. */
export const maipu = definePlatform({
  id: 'maipu',
  deviceTypes: ['maipu'],
  labels: { 'zh-CN': '迈普（MyPower）', en: 'Maipu (MyPower)' },
  probe: undefined,
  recognise: () => true,
  signs: ownWords('maipu', /\bMyPower \(R\)|\bMaipu\b/i),
  vocabulary: maipuWords,
  traits: {
    pagerOff: ['more off'],
    prompt: /^[\w.\-]{1,60}(?:\([\w\-/]+\))?[>#]\s?$/,
    refusals: [/^\s*% ?(?:Unrecognized command|Invalid|Incomplete|Ambiguous)\b/i],
    pagers: [
      { pattern: /(?<!\.)\.{2,}press ENTER to next line, Q to quit, other key to next page\.{2,}\s*$/i, answer: ' ' },
    ],
    noise: [],
    logout: 'quit',
    enable: 'enable',
  },
  commands: [
    { command: 'show version', gives: ['system', 'uptime', 'software'], parse: parseVersion, checksEnd: true },
    // `show cpu` lists the tasks of a moment: one of them always has all of it.
    { command: 'show cpu monitor', gives: ['cpu'], parse: parseCpu, checksEnd: true },
    { command: 'show memory', gives: ['memory'], parse: parseMemory, checksEnd: true },
    { command: 'show system module brief', gives: ['chassis'], parse: parseModules },
    { command: 'show system fan', gives: ['fan'], parse: parseFans },
    { command: 'show system power', gives: ['power'], parse: parsePower },
    // Not every box has the file system of the router.
    { command: 'show filesystem', gives: [], parse: parseFileSystem, checksEnd: true },
    { command: 'show ip interface brief', gives: ['interface'], parse: parseInterfaces },
    { command: 'show environment', gives: [] },
    { command: 'show interface', gives: [] },
    { command: 'show clock', gives: [] },
    { command: 'show ntp status', gives: [] },
    { command: 'show logging', gives: [] },
  ],
  alsoKnown: [{ command: 'show system lpu', gives: ['chassis'], parse: parseCards }],
  readOnly: [
    new RegExp(String.raw`^\s*show\s+(?!\s|tech-support\b)[^|;&<>\x60$\r\n]+${filter}$`, 'i'),
    /^\s*more off\s*$/i,
  ],
  configFiles: () => [],
  configCommand: { command: 'show running-config', saveAs: 'running-config.txt' },
  startupCommand: { command: 'show startup-config', saveAs: 'startup-config.txt' },
  saveCommands: ['write'],
  secrets: iosLikeSecrets,
});
