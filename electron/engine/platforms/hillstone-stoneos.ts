import { parseCpu, parseLicences, parseMemory, parseVersion } from '../parsers/hillstone/answers';
import { parseAlarms } from '../parsers/hillstone/alarms';
import { parseConfiguration } from '../parsers/hillstone/configuration';
import { iosLikeSecrets, secretAfter } from '../parsers/secret-lines';
import { definePlatform } from './platform';

const filter = String.raw`(?:\|\s*(?:include|exclude|begin)\b[^|;&<>\x60$\r\n]*)?`;

/**
 * Hillstone firewalls, StoneOS 5.5. Layouts by the manual, not by a recorded device: whatever differs is not understood
 * and shown as it is.
 */
export const hillstoneStoneos = definePlatform({
  id: 'hillstone-stoneos',
  deviceTypes: ['hillstone_stoneos', 'hillstone'],
  labels: { 'zh-CN': '山石网科（StoneOS）', en: 'Hillstone (StoneOS)' },
  probe: undefined,
  recognise: () => true,
  traits: {
    pagerOff: ['terminal length 0', 'terminal width 512'],
    prompt: /^[\w.()\-]{1,80}~?[#>]\s?$/,
    refusals: [
      /^\s*(?:\^-+\s*)?(?:unrecognized keyword|incomplete command|ambiguous keyword|invalid (?:keyword|parameter|input))\b/i,
      /^\s*(?:Error:|% ?(?:Invalid|Incomplete|Unknown|Unrecognized))/i,
    ],
    pagers: [{ pattern: /--\s*More\s*--/, answer: ' ' }],
    noise: [/^\s*Building configuration\.*\s*$/i],
    logout: 'exit',
    enable: undefined,
  },
  commands: [
    {
      command: 'show version',
      why: { 'zh-CN': '型号、软件版本、运行时间', en: 'Model, release, uptime' },
      gives: ['system', 'uptime', 'software'],
      parse: parseVersion,
    },
    {
      command: 'show cpu',
      why: { 'zh-CN': 'CPU 利用率', en: 'CPU use' },
      gives: ['cpu'],
      parse: parseCpu,
      checksEnd: true,
    },
    { command: 'show memory', why: { 'zh-CN': '内存利用率', en: 'Memory use' }, gives: ['memory'], parse: parseMemory },
    {
      command: 'show license',
      why: { 'zh-CN': '许可证到期日', en: 'Expiry of the licences' },
      gives: ['licence'],
      parse: parseLicences,
    },
    {
      command: 'show environment',
      why: { 'zh-CN': '温度、风扇、电源（留证）', en: 'Temperature, fans, power (evidence)' },
      gives: [],
    },
    { command: 'show interface', why: { 'zh-CN': '接口状态（留证）', en: 'State of the ports (evidence)' }, gives: [] },
    {
      command: 'show ha cluster',
      why: { 'zh-CN': '双机状态（留证）', en: 'State of the cluster (evidence)' },
      gives: [],
    },
    {
      command: 'show session generic',
      why: { 'zh-CN': '会话数量（留证）', en: 'Number of sessions (evidence)' },
      gives: [],
    },
    // Nothing is missed where these two print another layout than the manual's: they are evidence all the same.
    {
      command: 'show logging alarm',
      why: { 'zh-CN': '告警日志各级别条数', en: 'Severities in the alarm log' },
      gives: [],
      parse: parseAlarms,
    },
    {
      command: 'show configuration running',
      why: {
        'zh-CN': '运行配置（备份）；管理员账号与接口管理权限',
        en: 'Running configuration (backup); administrators, access by interface',
      },
      gives: [],
      parse: parseConfiguration,
    },
  ],
  readOnly: [
    new RegExp(String.raw`^\s*show\s+(?!\s|tech-support\b)[^|;&<>\x60$\r\n]+${filter}$`, 'i'),
    /^\s*terminal\s+(?:length|width)\s+\d+\s*$/i,
  ],
  configFiles: () => [],
  configCommand: { command: 'show configuration running', saveAs: 'running-config.txt' },
  saveCommands: ['save'],
  secrets: [...iosLikeSecrets, secretAfter(String.raw`\b(?:pre-share|preshared-key|auth-password|priv-password)`)],
});
