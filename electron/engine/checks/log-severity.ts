import { levelOfLog } from '../text/log-words';
import { pastNumber } from '../text/past';
import { defineCheck } from './check';

/** Lines of the log that mean trouble and were not there at the last run; on a first run, all that the log holds. */
export const logSeverity = defineCheck({
  id: 'log-severity',
  labels: { 'zh-CN': '告警日志', en: 'Log' },
  needs: 'log',
  advice: {
    grown: {
      'zh-CN': '查看日志原文，按时间与近期变更、告警对照处理。',
      en: 'Read the log lines and compare their times with recent changes and alarms.',
    },
  },
  judge: ({ subject, status, line, values: { count } }, { previous: [before] }) => {
    const level = levelOfLog(subject, status);
    if (level === undefined) return undefined;
    if (count === null) return { level: 'unknown', reason: 'no-number' };
    if (count === 0) return { level: 'pass', reason: 'status-good', value: 0 };
    const countBefore = before === undefined ? 0 : (pastNumber(before, 'count') ?? 0);
    // A log is a ring: old lines leave it, so the newest line tells whether something came.
    const isSame = before !== undefined && before.line === line && count <= countBefore;
    if (isSame) return { level: 'pass', reason: 'not-grown', value: count };
    return { level, reason: 'grown', value: count > countBefore ? count - countBefore : count };
  },
});
