import { pastNumber } from '../text/past';
import { defineCheck } from './check';

// Devices print hours or minutes only, and the last run began a little before its answer.
const slackSeconds = 3600;
/** A 32-bit counter of hundredths of a second begins again after this time, 497 days. */
const wrapSeconds = 42_949_673;
const crash = /\b(?:crash|panic|exception|watchdog|core ?dump|abnormal|abort)/i;

/** The uptime went on since the last run. What the device says of the reason is quoted. */
export const restartSinceLastRun = defineCheck({
  id: 'restart-since-last-run',
  labels: { 'zh-CN': '上次巡检后的重启', en: 'Restart since the last run' },
  needs: 'uptime',
  isComparison: true,
  advice: {
    restarted: {
      'zh-CN': '若非计划操作，请查看日志、重启原因、供电和崩溃文件。',
      en: 'If that was not planned, look at the log, the reason of the restart, the power and crash files.',
    },
  },
  judge: ({ status, values: { seconds } }, { previous: [last], previousAt, now }) => {
    const before = last === undefined ? null : pastNumber(last, 'seconds');
    if (seconds === null || before === null || previousAt === null) return undefined;
    const passed = (now - previousAt) / 1000;
    const expected = before + passed;
    const isWrapped = expected >= wrapSeconds && Math.abs(seconds - (expected % wrapSeconds)) < slackSeconds;
    if (isWrapped || (seconds >= before && seconds >= passed - slackSeconds)) {
      return { level: 'pass', reason: 'unchanged', value: seconds, unit: 's' };
    }
    const said = status === null ? { value: seconds, unit: 's' } : { value: status };
    return { level: crash.test(status ?? '') ? 'fail' : 'warn', reason: 'restarted', ...said };
  },
});
