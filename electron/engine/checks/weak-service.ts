import { defineCheck } from './check';

/** Services that send passwords or data in clear text, or check nobody. `https`, `ssh` and `snmp-v3` are not among them. */
const weak =
  /^(?:telnetd?|t?ftpd?|http|web|r?login|rsh|finger|snmp[ -]?v?(?:1|2c?)\b.*|snmp.*\bpublic\b.*|ssh[ -]?v?1)$/i;
const weakWords = /^(?:no security|public|v1|v2c?|clear ?text)$/i;

/** Services over which passwords go in clear text. */
export const weakService = defineCheck({
  id: 'weak-service',
  labels: { 'zh-CN': '不安全的服务', en: 'Weak service' },
  needs: 'service',
  advice: {
    'status-attention': {
      'zh-CN': '若业务不需要请关闭；改用 SSH、HTTPS、SFTP 和带认证加密的 SNMPv3，并限制管理地址。',
      en: 'Turn it off if nothing needs it; use SSH, HTTPS, SFTP and SNMPv3 with encryption, and limit who may manage.',
    },
  },
  judge: ({ subject, status, values: { enabled, port } }) => {
    if (!weak.test(subject.trim()) && !weakWords.test(status?.trim() ?? '')) return undefined;
    const said = { value: port ?? status };
    if (enabled === null) return { level: 'unknown', reason: 'no-number', ...said };
    return enabled === 0
      ? { level: 'pass', reason: 'status-good', ...said }
      : { level: 'warn', reason: 'status-attention', ...said };
  },
});
