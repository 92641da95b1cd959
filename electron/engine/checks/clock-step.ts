import { defineCheck } from './check';

const warnSeconds = 60;
const failSeconds = 600;
const halfHour = 1800;
const widestZoneSeconds = 14 * 3600;
/** A clock before this year starts from a factory date: 1970, 1980, 2000. */
const firstTrueYear = 2012;

/** The device's clock against ours at the time it was asked. */
export const clockStep = defineCheck({
  id: 'clock-step',
  labels: { 'zh-CN': '系统时钟', en: 'System clock' },
  needs: 'clock',
  advice: {
    'out-of-step': {
      'zh-CN': '校准设备时钟并配置 NTP；时钟不准会使日志时间、证书校验和许可证判断失真。',
      en: 'Set the clock and configure NTP; a wrong clock spoils log times, certificates and licence dates.',
    },
    'status-bad': {
      'zh-CN': '设备时钟停在出厂时间；请配置 NTP，并检查时钟电池。',
      en: 'The clock stands at a factory date; configure NTP and check the clock battery.',
    },
    'status-attention': {
      'zh-CN': '请核对设备的时区和夏令时设置。',
      en: 'Check the time zone and daylight saving of the device.',
    },
  },
  judge: ({ values: { epochSeconds } }, { askedAt }) => {
    if (epochSeconds === null) return undefined;
    const shown = new Date(epochSeconds * 1000);
    if (shown.getUTCFullYear() < firstTrueYear) {
      return { level: 'fail', reason: 'status-bad', value: shown.toISOString().slice(0, 10) };
    }
    if (askedAt === null) return undefined;
    const value = Math.round(Math.abs(epochSeconds - askedAt / 1000));
    const said = { value, unit: 's', limitSource: 'default' } as const;
    if (value <= warnSeconds) return { level: 'pass', reason: 'within-limit', ...said, limit: warnSeconds };
    // A step of whole half hours is a time zone, not a clock that drifts.
    const rest = Math.min(value % halfHour, halfHour - (value % halfHour));
    if (value >= halfHour - warnSeconds && value <= widestZoneSeconds && rest <= warnSeconds) {
      return { level: 'warn', reason: 'status-attention', value, unit: 's' };
    }
    return value <= failSeconds
      ? { level: 'warn', reason: 'out-of-step', ...said, limit: warnSeconds }
      : { level: 'fail', reason: 'out-of-step', ...said, limit: failSeconds };
  },
});
