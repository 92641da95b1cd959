import { statusWord } from '../text/limits';
import { isNothing } from '../text/table';
import { defineCheck } from './check';

// MASTER, STANDBY and SLAVE are the words for a member or control board that works in this role.
const good = new Set([
  'UP',
  'NORMAL',
  'MASTER',
  'STANDBY',
  'SLAVE',
  'READY',
  'OK',
  'ACTIVE',
  'STANDBY READY',
  'STANDBY HOT',
  'HA-STANDBY',
  'POWERED-UP',
  'UP SYS',
  'RUNNING',
  'BACKUP',
  'ONLINE',
  'PRIMARY',
  'SECONDARY',
  'PASSIVE',
  'ACTIVE-PRIMARY',
  'ACTIVE-SECONDARY',
  'POWER-ON',
  'IN-SYNC',
  'NO ALARMS CURRENTLY ACTIVE',
]);
// Not at work, by configuration or for the moment.
const attention = new Set([
  'PROVISIONED',
  'UNPROVISIONED',
  'REMOVED',
  'INITIALIZING',
  'TESTING',
  'POWERED-DN',
  'DISABLED',
  'OTHER',
  'UNTESTED',
  'INCOMPLETE',
  'COLD STANDBY',
  'BULK SYNC',
  'SYNC CONFIG',
  'NO IMAGE PRESENT',
  'NO LINK',
  'LINK DOWN',
  // A member that was added since the topology was saved.
  'RUNNING+',
  'MINOR',
  'WARNING',
]);

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
  judge: ({ status, values }) => {
    const word = statusWord(status);
    const said = { value: status };
    if (word === '' || isNothing(word)) return { level: 'unknown', reason: 'no-number', ...said };
    if (word === 'ABSENT' || word === 'EMPTY') return { level: 'n/a', reason: 'no-such-part', ...said };
    if (good.has(word)) return { level: 'pass', reason: 'status-good', ...said };
    // An open ring of a stack carries on.
    const isSpare = statusWord(values.adminStatus) === 'POWER OFF' || values.role === 'STACK LINK';
    // A firewall of a pair that works in the other one's role.
    const isTakenOver = word.startsWith('SHOULD BE ');
    return attention.has(word) || isSpare || isTakenOver
      ? { level: 'warn', reason: 'status-attention', ...said }
      : { level: 'fail', reason: 'status-bad', ...said };
  },
});
