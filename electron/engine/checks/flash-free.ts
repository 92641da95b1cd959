import { defineCheck } from './check';

const megabyte = 1_000_000;
// Where only free bytes are printed: more than 20 MB is good, 5 to 20 MB attention, less is bad.
const warnBytes = 20 * megabyte;
const failBytes = 5 * megabyte;
// Where the size is known: 20 % or more is good, 10 to 20 % attention, less is bad.
const warnShare = 0.2;
const failShare = 0.1;

/** Room in flash for logs, configurations and the next image. */
export const flashFree = defineCheck({
  id: 'flash-free',
  labels: { 'zh-CN': 'Flash 剩余空间', en: 'Free flash' },
  needs: 'flash',
  limitIs: 'least',
  advice: {
    'over-limit': {
      'zh-CN': 'Flash 空间不足，可能无法保存配置和日志；请清理旧日志、崩溃文件和旧软件包。',
      en: 'Flash is nearly full, configuration and logs may not be saved; remove old logs, crash files and images.',
    },
    'near-limit': {
      'zh-CN': 'Flash 空间偏少，升级前请清理。',
      en: 'Flash is getting full; clean up before the next upgrade.',
    },
  },
  judge: ({ values: { freeBytes, totalBytes } }) => {
    if (freeBytes === null) return { level: 'unknown', reason: 'no-number', value: null, unit: 'B' };
    const failAt = totalBytes === null ? failBytes : totalBytes * failShare;
    const warnAt = totalBytes === null ? warnBytes : totalBytes * warnShare;
    const said = { value: freeBytes, unit: 'B', limitSource: 'default' } as const;
    if (freeBytes < failAt) return { level: 'fail', reason: 'over-limit', ...said, limit: failAt };
    if (freeBytes < warnAt || (totalBytes === null && freeBytes === warnAt)) {
      return { level: 'warn', reason: 'near-limit', ...said, limit: warnAt };
    }
    return { level: 'pass', reason: 'within-limit', ...said, limit: warnAt };
  },
});
