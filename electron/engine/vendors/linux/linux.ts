import { linuxAlsoKnown, linuxCommands } from './commands';
import { secretAfter, secretInAddress } from '../secret-lines';
import { definePlatform } from '../platform';
import { ownWords } from '../sign';

const words = String.raw`(?:\s+[\w./=:@%+,\-]+)*`;
const filter = String.raw`(?:\s*\|\s*(?:e?grep|head|tail|sort|uniq|wc)${words})*`;

/** Linux servers and boxes with a shell; commands are asked in English (`LC_ALL=C`). */
export const linux = definePlatform({
  id: 'linux',
  deviceTypes: ['linux'],
  labels: { 'zh-CN': 'Linux 服务器', en: 'Linux' },
  probe: undefined,
  recognise: () => true,
  signs: ownWords('linux', /\bshow: (?:command )?not found\b|^Linux \S+ \d|\bGNU\/Linux\b/),
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
  commands: linuxCommands,
  alsoKnown: linuxAlsoKnown,
  readOnly: [
    new RegExp(
      String.raw`^\s*(?:cat\s+/(?:etc/os-release|etc/issue|etc/passwd|proc/[\w/.-]+)|uptime|free|df|top\s+-b\s+-n\s?\d+|timedatectl(?:\s+status)?|chronyc\s+(?:tracking|sources)|systemctl\s+(?:--failed|status|list-units)|journalctl(?!.*--(?:rotate|vacuum|flush|sync|setup|update|relinquish|smart))|uname|hostname$|date$|w$|who|last|lscpu|lsblk|(?:ss|netstat)\s+-[lntup46a]+|ip\s+(?:-\w+\s+)*(?:addr|link|route|neigh)(?:\s+show)?)${words}${filter}\s*$`,
    ),
    /^\s*export\s+LC_ALL=C TERM=dumb PAGER=cat SYSTEMD_PAGER=cat\s*$/,
  ],
  configFiles: () => [],
  secrets: [
    secretAfter(String.raw`\b(?:password|passwd|passphrase|secret|community|psk|token)`),
    /((?:password|passwd|passphrase|secret|token|api_?key)\w{0,40}[ \t]*[=:][ \t]*)("[^"\r\n]*"|'[^'\r\n]*'|[^\s;"']+)/gim,
    // Lines of /etc/shadow: `root:$6$…:…`
    /(^[\w.-]+:)(\$\w+\$[^:\s]+)(?=:)/gim,
    secretInAddress,
  ],
});
