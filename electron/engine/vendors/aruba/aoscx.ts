import { definePlatform } from '../platform';
import { ownWords } from '../sign';
import { parseAssociations } from './clock';
import { arubaSecrets, parseDifference } from './configuration';
import { parseEnvironment, partParser } from './environment';
import { parseInterfaces } from './interfaces';
import { parseModules, parseVsf } from './modules';
import { parseSystem, parseVersion } from './system';
import { arubaWords } from './vocabulary';

const difference = 'checkpoint diff startup-config running-config';
const filter = String.raw`(?:\|\s*(?:include|exclude|begin|count)\b[^|;&<>\x60$\r\n]*)?`;

/** Aruba AOS-CX 10.05 to 10.16, switches of the series 6000 to 10000. */
export const arubaAoscx = definePlatform({
  id: 'aruba-aoscx',
  deviceTypes: ['aruba_aoscx', 'aoscx'],
  labels: { 'zh-CN': '安移通 Aruba（AOS-CX）', en: 'Aruba (AOS-CX)' },
  probe: undefined,
  recognise: () => true,
  signs: ownWords('aruba_aoscx', /\b(?:Aruba|A)OS-CX\b/i),
  vocabulary: arubaWords,
  traits: {
    pagerOff: ['no page'],
    prompt: /^[\w .\-]{1,60}(?:\([\w\-/]+\))?[#>]\s?$/,
    refusals: [
      /^\s*Invalid input\s*:/i,
      /^\s*% ?(?:Ambiguous|Unknown|Incomplete|Invalid)\b/i,
      /^\s*(?:Cannot execute|Unknown) command\b/i,
    ],
    pagers: [{ pattern: /-- MORE --, next page: Space, next line: Enter, quit: q\s*$/i, answer: ' ' }],
    noise: [],
    logout: 'exit',
    enable: 'enable',
  },
  commands: [
    { command: 'show system', gives: ['system', 'uptime', 'cpu', 'memory'], parse: parseSystem, checksEnd: true },
    { command: 'show version', gives: ['software'], parse: parseVersion, checksEnd: true },
    // A box without fans prints no part of them.
    { command: 'show environment', gives: ['power', 'temperature'], parse: parseEnvironment },
    { command: 'show module', aliases: ['show modules'], gives: ['chassis'], parse: parseModules },
    // Series that cannot be stacked refuse it, and miss nothing.
    { command: 'show vsf detail', gives: [], parse: parseVsf },
    { command: 'show interface', gives: ['interface'], parse: parseInterfaces },
    { command: 'show ntp associations', gives: ['clock'], parse: parseAssociations, checksEnd: true },
    { command: difference, gives: [], parse: parseDifference },
    { command: 'show interface transceiver', gives: [] },
    { command: 'show logging -r -n 100', gives: [] },
    { command: 'show events -r -n 100', gives: [] },
    { command: 'show core-dump all', gives: [] },
  ],
  alsoKnown: [
    { command: 'show environment fan', gives: ['fan'], parse: partParser('fan') },
    { command: 'show environment power-supply', gives: ['power'], parse: partParser('power-supply') },
    { command: 'show environment temperature', gives: ['temperature'], parse: partParser('temperature') },
  ],
  readOnly: [
    new RegExp(String.raw`^\s*show\s+(?!\s|tech\b)[^|;&<>\x60$\r\n]+${filter}$`, 'i'),
    new RegExp(String.raw`^\s*${difference}\s*$`, 'i'),
    /^\s*no page\s*$/i,
  ],
  configFiles: () => [],
  configCommand: { command: 'show running-config', saveAs: 'running-config.txt' },
  startupCommand: { command: 'show startup-config', saveAs: 'startup-config.txt' },
  saveCommands: ['copy running-config startup-config'],
  secrets: arubaSecrets,
});
