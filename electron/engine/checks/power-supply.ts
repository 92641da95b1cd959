import { chassisOf, defineCheck } from './check';

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
  judge: ({ subject, status, state }, { siblings }) => {
    const said = { value: status };
    const hasNeighbour = siblings.some(
      (each) => each.subject !== subject && chassisOf(each.subject) === chassisOf(subject) && each.state === 'good',
    );
    if (state === 'good') return { level: 'pass', reason: 'status-good', ...said };
    if (state === 'bad') return { level: 'fail', reason: 'status-bad', ...said };
    if (state === 'no-input') {
      return hasNeighbour
        ? { level: 'warn', reason: 'redundancy-lost', ...said }
        : { level: 'fail', reason: 'status-bad', ...said };
    }
    if (state === 'attention') return { level: hasNeighbour ? 'warn' : 'fail', reason: 'status-attention', ...said };
    if (state === 'empty' && hasNeighbour) return { level: 'n/a', reason: 'no-such-part', ...said };
    return { level: 'unknown', reason: 'not-understood', ...said };
  },
});
