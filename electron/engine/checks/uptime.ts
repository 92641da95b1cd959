import { defineCheck } from './check';

const daySeconds = 86_400;

/** A restart within the last day is worth a look. */
export const uptime = defineCheck({
  id: 'uptime',
  labels: { 'zh-CN': '运行时间', en: 'Uptime' },
  needs: 'uptime',
  limitIs: 'least',
  advice: {
    'near-limit': {
      'zh-CN': '设备在一天内重启过；若非计划操作，请查看日志、电源和崩溃文件。',
      en: 'The device restarted within a day; if that was not planned, check the log, the power and crash files.',
    },
  },
  judge: ({ values: { seconds } }) => {
    if (seconds === null) return { level: 'unknown', reason: 'no-number', value: null, unit: 's' };
    const said = { value: seconds, unit: 's', limit: daySeconds, limitSource: 'default' } as const;
    return seconds > daySeconds
      ? { level: 'pass', reason: 'within-limit', ...said }
      : { level: 'warn', reason: 'near-limit', ...said };
  },
});
