import { defineCheck, judgementOf } from './check';

/** The configuration is saved, certified and equal on all members; the switch does not run from the certified copy. */
export const configSaved = defineCheck({
  id: 'config-saved',
  labels: { 'zh-CN': '配置保存状态', en: 'Configuration saved' },
  needs: 'config-state',
  advice: {
    'status-bad': {
      'zh-CN':
        '从 CERTIFIED 目录运行时不能保存配置，主备 Flash 不一致时倒换会丢配置；请在维护窗口同步并从工作目录重启。',
      en: 'Nothing can be saved while running from the certified directory, and unequal flash loses changes at a takeover; synchronise and restart from the working directory in a maintenance window.',
    },
    'status-attention': {
      'zh-CN': '当前运行的配置尚未完全保存，设备重启会丢失修改；确认修改无误后保存配置，并核对下次启动使用的配置。',
      en: 'What runs is not fully saved, and a restart loses the changes. Check them, save the configuration, and look at what the next start uses.',
    },
  },
  saveAdvice: ['status-attention'],
  judge: ({ status, state, values }) => judgementOf(state, status ?? values.synchronised),
});
