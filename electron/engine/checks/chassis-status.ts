import { isNothing } from '../text/table';
import { defineCheck, judgementOf } from './check';

/** Every chassis, stack or virtual chassis member that is switched on is up. */
export const chassisStatus = defineCheck({
  id: 'chassis-status',
  labels: { 'zh-CN': '机框状态', en: 'Chassis state' },
  needs: 'chassis',
  advice: {
    'status-bad': {
      'zh-CN': '该机框已上电但未运行；请检查堆叠/虚拟机框链路、日志和硬件。',
      en: 'The chassis is powered but not running; check stack or virtual chassis links, the log and the hardware.',
    },
    'status-attention': {
      'zh-CN': '该机框或成员被管理性关闭、尚未投入运行，或有次要告警；请查看告警并确认是否为计划操作。',
      en: 'The chassis or member was switched off by an administrator, is not yet at work, or has a minor alarm; look at the alarm and confirm that this was planned.',
    },
  },
  judge: ({ status, state }) => {
    const said = { value: status };
    if (state === null || isNothing(status ?? '')) return { level: 'unknown', reason: 'no-number', ...said };
    return judgementOf(state, status);
  },
});
