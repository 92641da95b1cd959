import type { ReadingValues } from '../../../shared/model/reading';
import { pastNumber } from '../text/past';
import { defineCheck } from './check';

/** Share of frames above which growing errors are a fault: 0.01 %. */
const failShare = 0.0001;

function errorsOf({ inErrors, outErrors }: ReadingValues['interface']): number | null {
  return inErrors === null && outErrors === null ? null : (inErrors ?? 0) + (outErrors ?? 0);
}

/** Errors on an interface since the last run. A first run has nothing to compare with and no finding. */
export const interfaceErrors = defineCheck({
  id: 'interface-errors',
  labels: { 'zh-CN': '接口错误包', en: 'Interface errors' },
  needs: 'interface',
  isComparison: true,
  advice: {
    grown: {
      'zh-CN': '检查网线、光模块和光纤端面，核对两端速率与双工；错误持续增长时更换链路部件。',
      en: 'Check cable, optics and fibre ends, compare speed and duplex of both sides; replace parts if it keeps growing.',
    },
  },
  judge: ({ values }, { previous: [before] }) => {
    const now = errorsOf(values);
    if (before === undefined || now === null) return undefined;
    const inBefore = pastNumber(before, 'inErrors');
    const outBefore = pastNumber(before, 'outErrors');
    if (inBefore === null && outBefore === null) return undefined;
    const growth = now - (inBefore ?? 0) - (outBefore ?? 0);
    if (growth < 0) return { level: 'unknown', reason: 'went-back', value: now };
    if (growth === 0) return { level: 'pass', reason: 'not-grown', value: now };
    const framesBefore = pastNumber(before, 'frames');
    const frames = framesBefore === null ? 0 : (values.frames ?? 0) - framesBefore;
    const isMany = frames > 0 && growth / frames > failShare;
    return { level: isMany ? 'fail' : 'warn', reason: 'grown', value: growth };
  },
});
