import { chassisOf, defineCheck } from './check';

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
  judge: ({ subject, status, state }, { siblings }) => {
    const said = { value: status };
    if (state === 'good') return { level: 'pass', reason: 'status-good', ...said };
    if (state === 'bad') return { level: 'fail', reason: 'status-bad', ...said };
    if (state !== 'empty') return { level: 'unknown', reason: 'not-understood', ...said };
    const hasNeighbour = siblings.some(
      (each) => chassisOf(each.subject) === chassisOf(subject) && each.state === 'good',
    );
    return hasNeighbour
      ? { level: 'warn', reason: 'redundancy-lost', ...said }
      : { level: 'fail', reason: 'status-bad', ...said };
  },
});
