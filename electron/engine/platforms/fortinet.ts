import { parseCluster } from '../parsers/fortinet/cluster';
import { parseContracts } from '../parsers/fortinet/contracts';
import { parseNtp } from '../parsers/fortinet/ntp';
import { parsePerformance, parseTop } from '../parsers/fortinet/performance';
import { parseSensors } from '../parsers/fortinet/sensors';
import { parseStatus } from '../parsers/fortinet/status';
import { secretAfter, secretInAddress } from '../parsers/secret-lines';
import { definePlatform } from './platform';

/** FortiGate, FortiOS 5.6 to 7.4. */
export const fortinet = definePlatform({
  id: 'fortinet',
  deviceTypes: ['fortinet', 'fortios', 'fortigate'],
  labels: { 'zh-CN': '飞塔 FortiGate（FortiOS）', en: 'FortiGate (FortiOS)' },
  probe: undefined,
  recognise: () => true,
  traits: {
    // Turning the pager off would write the configuration, so it is answered instead.
    pagerOff: [],
    prompt: /^(?:\(\w\) )?[\w.~()\-]{1,80}(?:\s\([\w.\-]+\))?~?\s?[#$>]\s?$/,
    refusals: [
      /^\s*(?:Unknown action\b|command parse error\b|Command fail\b|Permission denied\b|Unparsed text\b)/i,
      /^\s*(?:incomplete command|ambiguous command)\b/i,
    ],
    pagers: [{ pattern: /--More--/, answer: ' ' }],
    noise: [],
    logout: 'exit',
    enable: undefined,
  },
  commands: [
    {
      command: 'get system status',
      why: { 'zh-CN': '型号、版本、主机名；虚拟机许可证', en: 'Model, release, name; licence of a virtual machine' },
      gives: ['system', 'software'],
      parse: parseStatus,
    },
    {
      command: 'get system performance status',
      why: { 'zh-CN': 'CPU、内存利用率与运行时间', en: 'CPU, memory, uptime' },
      gives: ['cpu', 'memory', 'uptime'],
      parse: parsePerformance,
    },
    {
      command: 'get system ha status',
      why: { 'zh-CN': '双机健康状态与配置同步', en: 'Health of the cluster, configuration in step' },
      gives: ['chassis'],
      parse: parseCluster,
    },
    {
      command: 'execute sensor list',
      why: { 'zh-CN': '温度、风扇、电源传感器', en: 'Sensors of temperature, fans and supplies' },
      gives: ['temperature'],
      parse: parseSensors,
    },
    {
      command: 'diagnose autoupdate versions',
      why: { 'zh-CN': '特征库合同到期日', en: 'When the contracts of the signatures end' },
      gives: ['licence'],
      parse: parseContracts,
    },
    {
      command: 'diagnose sys ntp status',
      why: { 'zh-CN': '时钟是否与 NTP 服务器同步', en: 'Whether the clock follows an NTP server' },
      gives: ['clock'],
      parse: parseNtp,
    },
    {
      command: 'get system interface physical',
      why: { 'zh-CN': '物理接口状态（留证）', en: 'State of the ports (evidence)' },
      gives: [],
    },
    {
      command: 'diagnose debug crashlog read',
      why: { 'zh-CN': '进程崩溃记录（留证）', en: 'Crashes of processes (evidence)' },
      gives: [],
    },
    { command: 'show', why: { 'zh-CN': '当前配置（备份）', en: 'Configuration (backup)' }, gives: [] },
  ],
  alsoKnown: [
    {
      command: 'diagnose sys top',
      why: { 'zh-CN': '进程、CPU 与运行时间', en: 'Processes, CPU and uptime' },
      gives: ['cpu', 'uptime'],
      parse: parseTop,
    },
  ],
  readOnly: [
    /^\s*get\s+[^|;&<>`$\r\n]+(?:\|\s*grep\b[^|;&<>`$\r\n]*)?$/i,
    /^\s*show(?:\s+[^|;&<>`$\r\n]+)?(?:\|\s*grep\b[^|;&<>`$\r\n]*)?$/i,
    /^\s*diagnose\s+(?:sys\s+(?:ntp\s+status|ha\s+(?:status|checksum\s+(?:cluster|show)))|autoupdate\s+(?:versions|status)|hardware\s+(?:sysinfo\s+\w+|deviceinfo\s+nic(?:\s+[\w.\-]+)?)|debug\s+crashlog\s+read)\s*$/i,
    /^\s*execute\s+(?:sensor\s+list|date|time|log\s+display)\s*$/i,
  ],
  configFiles: () => [],
  configCommand: { command: 'show', endsWith: /^end$/, saveAs: 'configuration.txt' },
  secrets: [
    /(^\s*set\s+\S+\s+ENC[ \t]+)(\S+)/gim,
    secretAfter(
      String.raw`^\s*set\s+(?:\S*secret\S*|\S*passw(?:or)?d\S*|passphrase|psksecret|\S*-key|key|\S*community|auth-pwd|priv-pwd|\S*token\S*)`,
    ),
    // Certificates and keys run over several lines inside quotes.
    /(^\s*set\s+private-key[ \t]+)("[^"]*")/gim,
    /(#private-encryption-key=)(\S+)/gim,
    secretInAddress,
  ],
});
