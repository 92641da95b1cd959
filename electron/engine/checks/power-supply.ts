import { statusWord } from '../text/limits';
import { defineCheck } from './check';

// PWRSAVE sleeps on purpose; MASTER is the word of the standard MIB.
const good = new Set([
  'UP',
  'MASTER',
  'PWRSAVE',
  'SUPPLY',
  'NORMAL',
  'OK',
  'GOOD',
  'ACTIVE',
  'POWERED-UP',
  'ALARM=0',
  'ALARM FALSE',
]);
const bad = new Set([
  'DOWN',
  'FAULT',
  'FAIL',
  'FAILED',
  'ERR-DISABLE',
  'OFF',
  'ABNORMAL',
  'BAD',
  'FAULTY',
  'FAILURE',
  'CRITICAL',
  'SHUTDOWN',
  'NOT OK',
  'BAD/OFF',
  'ALARM=1',
  'ALARM TRUE',
  'CHECK',
]);
const noMains = new Set(['UNPLUG', 'UNPLUGGED', 'UNPOWERED', 'NOTSUPPLY', 'NO INPUT POWER']);
const attention = new Set(['SECONDARY', 'IDLE', 'TESTING', 'SLEEP', 'STANDBY', 'WARNING', 'POWERED-DN', 'LOST']);
const empty = new Set(['--', '-', 'NOT PRESENT', 'ABSENT', 'N/A', 'INSERTED FALSE']);

/** The chassis of a part: `1` of `1/2`; none of `PWR1`. */
const chassisOf = (subject: string): string => /^(.*?)\//.exec(subject)?.[1] ?? '';

/** Every filled bay delivers. A supply without mains beside a working one is lost redundancy, alone it is a failure. */
export const powerSupply = defineCheck({
  id: 'power-supply',
  labels: { 'zh-CN': '电源', en: 'Power supply' },
  needs: 'power',
  advice: {
    'status-bad': {
      'zh-CN': '检查市电、电源线和电源开关；确认电源模块故障后更换。',
      en: 'Check mains, cable and switch of the supply; replace the module when it is faulty.',
    },
    'redundancy-lost': {
      'zh-CN': '电源模块在位但无输入，已失去冗余；请检查该路市电和电源线。',
      en: 'The supply is fitted but has no input, redundancy is lost; check its mains and cable.',
    },
    'status-attention': {
      'zh-CN': '电源处于非正常供电状态，请在设备上确认。',
      en: 'The supply is in an unusual state; confirm it on the device.',
    },
  },
  judge: ({ subject, status }, { siblings }) => {
    const word = statusWord(status);
    const said = { value: status };
    const hasNeighbour = siblings.some(
      (each) =>
        each.subject !== subject && chassisOf(each.subject) === chassisOf(subject) && good.has(statusWord(each.status)),
    );
    if (good.has(word)) return { level: 'pass', reason: 'status-good', ...said };
    if (bad.has(word)) return { level: 'fail', reason: 'status-bad', ...said };
    if (noMains.has(word)) {
      return hasNeighbour
        ? { level: 'warn', reason: 'redundancy-lost', ...said }
        : { level: 'fail', reason: 'status-bad', ...said };
    }
    if (attention.has(word)) return { level: hasNeighbour ? 'warn' : 'fail', reason: 'status-attention', ...said };
    if (empty.has(word) && hasNeighbour) return { level: 'n/a', reason: 'no-such-part', ...said };
    return { level: 'unknown', reason: 'not-understood', ...said };
  },
});
