import { sourceOf } from '../text/limits';
import { defineCheck, judgementOf } from './check';

const daySeconds = 86_400;
/** From here on there is no time left to order a renewal in the usual way. */
const urgentDays = 7;

/** Days left of every licence: 正常 when permanent or far, 异常 when close or over. */
export const licenceExpiry = defineCheck({
  id: 'licence-expiry',
  labels: { 'zh-CN': '许可证有效期', en: 'Licence expiry' },
  needs: 'licence',
  limitIs: 'least',
  advice: {
    'status-bad': {
      'zh-CN': '许可证不合规或仍在评估期；请核对许可证数量与智能账户，尽快完成授权。',
      en: 'The licence is out of compliance or still an evaluation; check the entitlements and authorise it.',
    },
    'status-attention': {
      'zh-CN': '设备使用试用、演示或应急许可证；请确认正式许可证并在到期前激活。',
      en: 'The device runs on a trial, demo or emergency licence; activate the regular one before it ends.',
    },
    expires: {
      'zh-CN': '联系厂商或代理商续期，避免到期后特征库停止升级或功能失效。',
      en: 'Ask the vendor or reseller to renew it before signatures stop updating or functions end.',
    },
    'expires-now': {
      'zh-CN': '一周内到期；请立即联系厂商，必要时先申请临时授权。',
      en: 'It ends within a week; call the vendor now and ask for a temporary licence if need be.',
    },
    expired: {
      'zh-CN': '许可证已过期，相应功能可能失效；请立即续期。',
      en: 'The licence is over and its functions may have ended; renew it now.',
    },
  },
  judge: (
    { status, state, values: { daysLeft: printedDays, permanent, expiresEpochSeconds = null } },
    { thresholds, now },
  ) => {
    const { warnDays, failDays } = thresholds.licence;
    if (permanent === 1) return { level: 'pass', reason: 'permanent', value: status };
    if (state === 'empty' || state === 'bad') return judgementOf(state, status);
    if (state === 'expired') return { level: 'fail', reason: 'expired', value: status };
    const daysToDate =
      expiresEpochSeconds === null ? null : Math.ceil(expiresEpochSeconds / daySeconds - now / 1000 / daySeconds);
    const daysLeft = printedDays ?? daysToDate;
    if (daysLeft === null) return judgementOf(state, status);
    const failSource = sourceOf(thresholds, (each) => each.licence.failDays);
    const warnSource = sourceOf(thresholds, (each) => each.licence.warnDays);
    const said = { value: daysLeft, unit: 'd' };
    if (daysLeft <= 0) return { level: 'fail', reason: 'expired', ...said, limit: failDays, limitSource: failSource };
    if (daysLeft <= failDays) {
      const reason = daysLeft <= urgentDays ? 'expires-now' : 'expires';
      return { level: 'fail', reason, ...said, limit: failDays, limitSource: failSource };
    }
    const level = daysLeft <= warnDays || state === 'attention' ? 'warn' : 'pass';
    return { level, reason: 'expires', ...said, limit: warnDays, limitSource: warnSource };
  },
});
