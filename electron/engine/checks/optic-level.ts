import type { ReadingValues } from '../../../shared/model/reading';
import { pastNumber } from '../text/past';
import { defineCheck, judgementOf, type Judgement } from './check';

type Optic = ReadingValues['optic'];
type Side = { readonly now: number | null; readonly low: number | null; readonly high: number | null };

/** Light lost since the last run that is worth a look, dB: half of it is gone. */
const fallDb = 3;
/** What receivers print where there is no light at all. */
const darkDbm = -35;

const sides = (values: Optic, width: 'Alarm' | 'Warn'): readonly Side[] => [
  { now: values.rxPowerDbm, low: values[`rx${width}LowDbm`] ?? null, high: values[`rx${width}HighDbm`] ?? null },
  { now: values.txPowerDbm, low: values[`tx${width}LowDbm`] ?? null, high: values[`tx${width}HighDbm`] ?? null },
];

/** The first side outside of its pair of limits, as a judgement. */
function outside(values: Optic, width: 'Alarm' | 'Warn'): Judgement | undefined {
  for (const { now, low, high } of sides(values, width)) {
    if (now === null) continue;
    const limit = low !== null && now <= low ? low : high !== null && now >= high ? high : null;
    if (limit === null) continue;
    const level = width === 'Alarm' ? 'fail' : 'warn';
    return {
      level,
      reason: level === 'fail' ? 'over-limit' : 'near-limit',
      value: now,
      unit: 'dBm',
      limit,
      limitSource: 'device',
    };
  }
  return undefined;
}

/** Power of optics against the device's own limits, and against the last run where it prints none. */
export const opticLevel = defineCheck({
  id: 'optic-level',
  labels: { 'zh-CN': '光模块功率', en: 'Optics power' },
  needs: 'optic',
  advice: {
    'over-limit': {
      'zh-CN': '清洁光纤端面，检查跳线、衰减和光模块型号；收光过强时加装衰减器。',
      en: 'Clean the fibre ends, check patch cords, attenuation and the module type; attenuate light that is too strong.',
    },
    'near-limit': {
      'zh-CN': '光功率接近门限；请安排清洁端面并检查链路衰减。',
      en: 'The power is near its limit; plan to clean the ends and check the attenuation.',
    },
    grown: {
      'zh-CN': '收光明显下降，光纤可能弯折、污损或光模块老化。',
      en: 'Much less light than before: a bent or dirty fibre, or an aging module.',
    },
  },
  judge: ({ status, state, values }, { previous: [before] }) => {
    const rx = values.rxPowerDbm;
    const rxBefore = before === undefined ? null : pastNumber(before, 'rxPowerDbm');
    // The device's own word: normal, or which limit it sees passed.
    const ownWord = state === null ? undefined : judgementOf(state, status);
    // No light at all is a port that nothing is plugged into, unless there was light at the last run.
    if (rx !== null && rx <= darkDbm && (rxBefore === null || rxBefore <= darkDbm)) return undefined;
    const worst = outside(values, 'Alarm') ?? (ownWord?.level === 'fail' ? ownWord : undefined);
    if (worst !== undefined) return worst;
    const near = outside(values, 'Warn') ?? (ownWord?.level === 'warn' ? ownWord : undefined);
    if (near !== undefined) return near;
    if (rx !== null && rxBefore !== null && rxBefore - rx >= fallDb) {
      return { level: 'warn', reason: 'grown', value: Math.round((rxBefore - rx) * 100) / 100, unit: 'dB' };
    }
    if (ownWord !== undefined) return ownWord;
    const limits = sides(values, 'Alarm').concat(sides(values, 'Warn'));
    const isProven = limits.some(({ now, low, high }) => now !== null && (low !== null || high !== null));
    if (isProven) return { level: 'pass', reason: 'status-good', value: rx ?? values.txPowerDbm, unit: 'dBm' };
    return rx !== null && rxBefore !== null
      ? { level: 'pass', reason: 'unchanged', value: rx, unit: 'dBm' }
      : undefined;
  },
});
