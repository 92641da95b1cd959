import { statusWord } from '../text/limits';
import { defineCheck } from './check';

const good = new Set([
  'YES',
  'RUNNING',
  'UP',
  'OK',
  'NORMAL',
  'REGISTERED',
  'GOOD',
  'GREEN',
  'POWERED-UP',
  'ALARM=0',
  'ALARM FALSE',
]);
const bad = new Set([
  'NO',
  'NOT RUNNING',
  'DOWN',
  'FAULT',
  'FAIL',
  'FAILED',
  'NO STATUS',
  'ABNORMAL',
  'UNREGISTERED',
  'FANDIRECTIONFAULT',
  'FAN DIRECTION FAULT',
  'NOT OK',
  'FAULTY',
  'BAD',
  'FAILURE',
  'CRITICAL',
  'RED',
  'SHUTDOWN',
  'ALARM=1',
  'ALARM TRUE',
  'CHECK',
]);
const empty = new Set(['NOT PRESENT', '--', 'ABSENT']);

/** The chassis of a part: `1` of `1/--/2`; none of `FAN1`. */
const chassisOf = (subject: string): string => /^(.*?)\//.exec(subject)?.[1] ?? '';

/** Every listed fan works. An empty bay beside a working fan is lost redundancy. */
export const fan = defineCheck({
  id: 'fan',
  labels: { 'zh-CN': '风扇', en: 'Fan' },
  needs: 'fan',
  advice: {
    'status-bad': {
      'zh-CN': '检查风扇是否堵转或松动，尽快更换故障风扇，并关注设备温度。',
      en: 'Check for a blocked or loose fan, replace it soon and watch the temperature.',
    },
    'redundancy-lost': {
      'zh-CN': '风扇槽位为空，散热冗余不足；请补装风扇或确认该槽位按设计空置。',
      en: 'A fan bay is empty, cooling has no reserve; fit a fan or confirm that the bay is meant to be empty.',
    },
  },
  judge: ({ subject, status }, { siblings }) => {
    const word = statusWord(status);
    const said = { value: status };
    if (good.has(word)) return { level: 'pass', reason: 'status-good', ...said };
    if (bad.has(word)) return { level: 'fail', reason: 'status-bad', ...said };
    if (!empty.has(word)) return { level: 'unknown', reason: 'not-understood', ...said };
    const hasNeighbour = siblings.some(
      (each) => chassisOf(each.subject) === chassisOf(subject) && good.has(statusWord(each.status)),
    );
    return hasNeighbour
      ? { level: 'warn', reason: 'redundancy-lost', ...said }
      : { level: 'fail', reason: 'status-bad', ...said };
  },
});
