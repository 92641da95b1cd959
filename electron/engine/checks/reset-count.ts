import { pastNumber } from '../text/past';
import { defineCheck } from './check';

/** The restarts that a chassis counts itself: a stack member may restart while the device goes on. */
export const resetCount = defineCheck({
  id: 'reset-count',
  labels: { 'zh-CN': '机框重启次数', en: 'Chassis restarts' },
  needs: 'chassis',
  isComparison: true,
  advice: {
    grown: {
      'zh-CN': '若非计划操作，请查看日志、供电和崩溃文件。',
      en: 'If that was not planned, look at the log, the power and crash files.',
    },
  },
  judge: ({ values: { resets, serial } }, { previous: [before] }) => {
    const last = before === undefined ? null : pastNumber(before, 'resets');
    if (before === undefined || last === null || resets === null) return undefined;
    // Another box in the same place counts for itself.
    if (serial !== (before.values['serial'] ?? null) || resets < last) return undefined;
    return resets === last
      ? { level: 'pass', reason: 'not-grown', value: resets }
      : { level: 'warn', reason: 'grown', value: resets - last };
  },
});
