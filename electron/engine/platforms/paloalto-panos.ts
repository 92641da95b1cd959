import { parseFileSystems } from '../parsers/linux/file-systems';
import { parseTop } from '../parsers/linux/top';
import { parseEnvironmentals } from '../parsers/paloalto/environmentals';
import { parseHighAvailability } from '../parsers/paloalto/high-availability';
import { parseLicences } from '../parsers/paloalto/licences';
import { parseNtp } from '../parsers/paloalto/ntp';
import { parseSystemInfo } from '../parsers/paloalto/system-info';
import { secretAfter, secretInAddress } from '../parsers/secret-lines';
import { answerLines } from '../text/answer-lines';
import { definePlatform } from './platform';

const filter = String.raw`(?:\|\s*(?:match|except)\b[^|;&<>\x60$\r\n]*)?`;

/** Palo Alto Networks firewalls, PAN-OS 6 to 11. */
export const paloaltoPanos = definePlatform({
  id: 'paloalto-panos',
  deviceTypes: ['paloalto_panos', 'paloalto', 'panos'],
  labels: { 'zh-CN': '派拓 Palo Alto（PAN-OS）', en: 'Palo Alto Networks (PAN-OS)' },
  probe: undefined,
  recognise: () => true,
  traits: {
    pagerOff: ['set cli scripting-mode on', 'set cli pager off', 'set cli terminal width 500'],
    prompt: /^[\w.@\-]{1,80}(?:\([\w\-]+\))?[>#]\s?$/,
    refusals: [
      /^\s*(?:Unknown command|Invalid syntax\.?|Server error\s*:|Validation Error:)/i,
      /^\s*(?:Permission denied|Not authorized)\b/i,
    ],
    pagers: [{ pattern: /lines \d+-\d+\s*(?:\(END\))?/, answer: ' ' }],
    noise: [],
    logout: 'exit',
    enable: undefined,
  },
  commands: [
    {
      command: 'show system info',
      why: { 'zh-CN': '型号、版本、运行时间', en: 'Model, release, uptime' },
      gives: ['system', 'uptime', 'software'],
      parse: parseSystemInfo,
    },
    {
      command: 'show system resources',
      why: { 'zh-CN': '管理平面 CPU 与内存', en: 'CPU and memory of the management plane' },
      gives: ['cpu', 'memory'],
      parse: parseTop,
    },
    {
      command: 'show system environmentals',
      why: { 'zh-CN': '温度、风扇、电源', en: 'Temperatures, fans, power supplies' },
      gives: ['temperature'],
      parse: parseEnvironmentals,
    },
    {
      command: 'show system disk-space',
      why: { 'zh-CN': '磁盘剩余空间', en: 'Free disk space' },
      gives: ['flash'],
      parse: (text) => parseFileSystems(answerLines(text), text, ({ device }) => /^\/dev\/(?!shm|loop)/.test(device)),
    },
    {
      command: 'show high-availability state',
      aliases: ['show high-availability all'],
      why: { 'zh-CN': '双机状态与配置同步', en: 'State of the pair, configuration in step' },
      gives: ['chassis'],
      parse: parseHighAvailability,
    },
    {
      command: 'request license info',
      why: { 'zh-CN': '许可证到期日', en: 'Expiry of the licences' },
      gives: ['licence'],
      parse: parseLicences,
    },
    {
      command: 'show ntp',
      why: { 'zh-CN': '时钟是否与 NTP 服务器同步', en: 'Whether the clock follows an NTP server' },
      gives: ['clock'],
      parse: parseNtp,
    },
    { command: 'show jobs all', why: { 'zh-CN': '任务执行结果（留证）', en: 'Results of jobs (evidence)' }, gives: [] },
    {
      command: 'show interface all',
      why: { 'zh-CN': '接口状态（留证）', en: 'State of the ports (evidence)' },
      gives: [],
    },
    {
      command: 'show session info',
      why: { 'zh-CN': '会话数量（留证）', en: 'Number of sessions (evidence)' },
      gives: [],
    },
    {
      command: 'show config running',
      why: { 'zh-CN': '运行配置（备份）', en: 'Running configuration (backup)' },
      gives: [],
    },
  ],
  readOnly: [
    new RegExp(String.raw`^\s*show\s+[^|;&<>\x60$\r\n]+${filter}$`, 'i'),
    /^\s*request\s+license\s+info\s*$/i,
    /^\s*set\s+cli\s+(?:scripting-mode\s+on|pager\s+off|terminal\s+width\s+\d+)\s*$/i,
  ],
  configFiles: () => [],
  configCommand: { command: 'show config running', endsWith: /(?:\}|<\/config>)$/, saveAs: 'running-config.txt' },
  secrets: [
    /(<(?:phash|key|pre-shared-key|private-key|password|secret|auth-?pwd|priv-?pwd|bind-password|snmp-community-string|community|authpwd|privpwd|shared-secret)>)([^<]+)/gim,
    // `show config running` also prints braces: `phash $1$…;`
    secretAfter(
      String.raw`\b(?:phash|pre-shared-key|private-key|password|secret|auth-?pwd|priv-?pwd|bind-password|snmp-community-string|community|shared-secret|key)`,
    ),
    secretInAddress,
  ],
});
