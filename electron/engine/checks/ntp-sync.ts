import { defineCheck } from './check';

/** The clock follows a time server. An answer that says nothing of one has no finding. */
export const ntpSync = defineCheck({
  id: 'ntp-sync',
  labels: { 'zh-CN': 'NTP 同步', en: 'NTP' },
  needs: 'clock',
  advice: {
    'status-attention': {
      'zh-CN': '检查 NTP 客户端是否启用、服务器地址是否可达，以及 UDP 123 端口是否放行。',
      en: 'Check that the NTP client is on, its servers can be reached and UDP port 123 is open.',
    },
  },
  judge: ({ status, values: { synchronised } }) => {
    if (synchronised === null) return undefined;
    return synchronised === 1
      ? { level: 'pass', reason: 'status-good', value: status }
      : { level: 'warn', reason: 'status-attention', value: status };
  },
});
