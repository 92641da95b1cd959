import { parseFileSystems } from '../parsers/linux/file-systems';
import { parseFree } from '../parsers/linux/memory';
import { parseTopCpu } from '../parsers/linux/top';
import { parseClock, parseOsRelease, parseUptime, shellLines } from '../parsers/linux/uptime';
import { secretAfter, secretInAddress } from '../parsers/secret-lines';
import { definePlatform } from './platform';

const words = String.raw`(?:\s+[\w./=:@%+,\-]+)*`;
const filter = String.raw`(?:\s*\|\s*(?:e?grep|head|tail|sort|uniq|wc)${words})*`;

/** Linux servers and boxes with a shell; commands are asked in English (`LC_ALL=C`). */
export const linux = definePlatform({
  id: 'linux',
  deviceTypes: ['linux'],
  labels: { 'zh-CN': 'Linux 服务器', en: 'Linux' },
  probe: undefined,
  recognise: () => true,
  traits: {
    pagerOff: ['export LC_ALL=C TERM=dumb PAGER=cat SYSTEMD_PAGER=cat'],
    prompt: /^\S?.{0,80}?[#$%>]\s?$/,
    refusals: [
      /^(?:\S*sh: |-?\w*sh: line \d+: )?.{0,80}(?:command not found|: not found)\s*$/i,
      /^.{0,80}: Permission denied\s*$/i,
    ],
    pagers: [
      { pattern: /--More--(?:\(\d+%\))?/, answer: ' ' },
      { pattern: /lines \d+-\d+(?:\/\d+)?\s*(?:\(END\)|\d+%)?/, answer: ' ' },
    ],
    noise: [],
    logout: 'exit',
    enable: undefined,
  },
  commands: [
    {
      command: 'cat /etc/os-release',
      why: { 'zh-CN': '发行版与版本', en: 'Distribution and release' },
      gives: ['system'],
      parse: parseOsRelease,
    },
    {
      command: 'uptime',
      why: { 'zh-CN': '运行时间与负载', en: 'Uptime and load' },
      gives: ['uptime'],
      parse: parseUptime,
    },
    {
      command: 'top -b -n1 | head -5',
      // `top` alone never ends; saved answers of it read the same.
      aliases: ['top -b -n1', 'top'],
      why: { 'zh-CN': 'CPU 利用率', en: 'CPU use' },
      gives: ['cpu'],
      parse: parseTopCpu,
    },
    { command: 'free -m', why: { 'zh-CN': '内存利用率', en: 'Memory use' }, gives: ['memory'], parse: parseFree },
    {
      command: 'df -P -h',
      aliases: ['df -h', 'df -Ph', 'df -hP'],
      why: { 'zh-CN': '磁盘剩余空间', en: 'Free disk space' },
      gives: ['flash'],
      parse: (text) => parseFileSystems(shellLines(text), text, ({ device }) => /^\/dev\/(?!loop)/.test(device)),
    },
    {
      command: 'timedatectl',
      aliases: ['chronyc tracking'],
      why: { 'zh-CN': '时钟是否同步', en: 'Whether the clock is synchronised' },
      gives: ['clock'],
      parse: parseClock,
    },
    {
      command: 'systemctl --failed --no-legend',
      why: { 'zh-CN': '异常服务（留证）', en: 'Failed services (evidence)' },
      gives: [],
    },
    {
      command: 'journalctl -p err --since -24h --no-pager | tail -50',
      why: { 'zh-CN': '24 小时内错误日志（留证）', en: 'Errors of the last 24 hours (evidence)' },
      gives: [],
    },
    {
      command: 'ip -br addr',
      why: { 'zh-CN': '接口与地址（留证）', en: 'Interfaces and addresses (evidence)' },
      gives: [],
    },
    {
      command: 'ip -s link',
      why: { 'zh-CN': '接口收发与错包（留证）', en: 'Counters of the interfaces (evidence)' },
      gives: [],
    },
    { command: 'last -n 10', why: { 'zh-CN': '最近登录（留证）', en: 'Last logins (evidence)' }, gives: [] },
  ],
  readOnly: [
    new RegExp(
      String.raw`^\s*(?:cat\s+/(?:etc/os-release|etc/issue|proc/[\w/.-]+)|uptime|free|df|top\s+-b\s+-n\s?\d+|timedatectl(?:\s+status)?|chronyc\s+(?:tracking|sources)|systemctl\s+(?:--failed|status|list-units)|journalctl(?!.*--(?:rotate|vacuum|flush|sync|setup|update|relinquish|smart))|uname|hostname$|date$|w$|who|last|lscpu|lsblk|ss\s+-[lntup46a]+|ip\s+(?:-\w+\s+)*(?:addr|link|route|neigh)(?:\s+show)?)${words}${filter}\s*$`,
    ),
    /^\s*export\s+LC_ALL=C TERM=dumb PAGER=cat SYSTEMD_PAGER=cat\s*$/,
  ],
  configFiles: () => [],
  secrets: [
    secretAfter(String.raw`\b(?:password|passwd|passphrase|secret|community|psk|token)`),
    /(\b\w*(?:password|passwd|passphrase|secret|token|api_?key)\w*[ \t]*[=:][ \t]*)("[^"\r\n]*"|'[^'\r\n]*'|[^\s;"']+)/gim,
    // Lines of /etc/shadow: `root:$6$…:…`
    /(^[\w.-]+:)(\$\w+\$[^:\s]+)(?=:)/gim,
    secretInAddress,
  ],
});
