import { sourceOf, statusWord } from '../text/limits';
import { defineCheck } from './check';

const expiredWords = new Set(['EXPIRED', 'OVERDUE', 'INVALID']);

/** Days left of every licence: 正常 when permanent or far, 异常 when close or over. */
export const licenceExpiry = defineCheck({
  id: 'licence-expiry',
  labels: { 'zh-CN': '许可证有效期', en: 'Licence expiry' },
  needs: 'licence',
  limitIs: 'least',
  advice: {
    expires: {
      'zh-CN': '联系厂商或代理商续期，避免到期后特征库停止升级或功能失效。',
      en: 'Ask the vendor or reseller to renew it before signatures stop updating or functions end.',
    },
    expired: {
      'zh-CN': '许可证已过期，相应功能可能失效；请立即续期。',
      en: 'The licence is over and its functions may have ended; renew it now.',
    },
  },
  judge: ({ status, values: { daysLeft, permanent } }, { thresholds }) => {
    const { warnDays, failDays } = thresholds.licence;
    if (permanent === 1) return { level: 'pass', reason: 'permanent', value: status };
    if (expiredWords.has(statusWord(status))) return { level: 'fail', reason: 'expired', value: status };
    if (daysLeft === null) return { level: 'unknown', reason: 'not-understood', value: status };
    const failSource = sourceOf(thresholds, (each) => each.licence.failDays);
    const warnSource = sourceOf(thresholds, (each) => each.licence.warnDays);
    const said = { value: daysLeft, unit: 'd' };
    if (daysLeft <= 0) return { level: 'fail', reason: 'expired', ...said, limit: failDays, limitSource: failSource };
    if (daysLeft <= failDays) {
      return { level: 'fail', reason: 'expires', ...said, limit: failDays, limitSource: failSource };
    }
    const level = daysLeft <= warnDays ? 'warn' : 'pass';
    return { level, reason: 'expires', ...said, limit: warnDays, limitSource: warnSource };
  },
});
