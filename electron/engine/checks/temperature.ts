import type { LimitSource } from '../../../shared/model/finding';
import type { ReadingValues, StatedReading } from '../../../shared/model/reading';
import type { Thresholds } from '../../../shared/model/settings';
import { sourceOf } from '../text/limits';
import { defineCheck, judgementOf, type Judgement } from './check';

/** No sensor that still answers is outside of this: such a number was misread or is made up. */
const possibleCelsius = { least: -60, most: 150 };

type Limit = { readonly limit: number; readonly limitSource: LimitSource };

/** The lower of danger and threshold: some models print danger below threshold. Ours only where the device has none. */
function limitOf(values: ReadingValues['temperature'], thresholds: Thresholds): Limit | undefined {
  const own = [values.dangerCelsius, values.thresholdCelsius].filter((each) => each !== null);
  if (own.length > 0) return { limit: Math.min(...own), limitSource: 'device' };
  const ours = thresholds.temperature.failCelsius;
  if (ours === null) return undefined;
  return { limit: ours, limitSource: sourceOf(thresholds, (each) => each.temperature.failCelsius) };
}

function judge({ values, status, state }: StatedReading<'temperature'>, thresholds: Thresholds): Judgement {
  const { celsius } = values;
  const limit = limitOf(values, thresholds);
  const said = { value: celsius, unit: '°C', ...limit };
  if (state === 'bad') return { level: 'fail', reason: 'over-limit', ...said, value: celsius ?? status };
  if (celsius === null) {
    const isSaid = state !== null && state !== 'unknown';
    return isSaid ? judgementOf(state, status) : { level: 'unknown', reason: 'no-number', value: null, unit: '°C' };
  }
  if (limit !== undefined && celsius >= limit.limit) return { level: 'fail', reason: 'over-limit', ...said };
  if (state === 'attention') return { level: 'warn', reason: 'status-attention', ...said, value: status };
  if (state !== null && state !== 'good') return { level: 'unknown', reason: 'not-understood', ...said, value: status };
  if (celsius < possibleCelsius.least || celsius > possibleCelsius.most) {
    return { level: 'unknown', reason: 'not-understood', ...said };
  }
  if (limit === undefined) {
    return state === null
      ? { level: 'unknown', reason: 'no-number', ...said }
      : { level: 'pass', reason: 'status-good', value: celsius, unit: '°C' };
  }
  if (limit.limit - celsius <= thresholds.temperature.marginCelsius) {
    return { level: 'warn', reason: 'near-limit', ...said };
  }
  return { level: 'pass', reason: 'within-limit', ...said };
}

/** Temperature of every sensor, against the lower of the device's own limits. */
export const temperature = defineCheck({
  id: 'temperature',
  labels: { 'zh-CN': '温度', en: 'Temperature' },
  needs: 'temperature',
  advice: {
    'over-limit': {
      'zh-CN': '立即检查机房空调、进出风口、风扇和防尘网；超过危险值时设备会自动断电。',
      en: 'Check air conditioning, air flow, fans and dust filters now; above the danger value the device powers off.',
    },
    'near-limit': {
      'zh-CN': '检查机房温度、风道和防尘网，尽快安排清洁。',
      en: 'Check the room temperature, air flow and dust filters; plan a cleaning.',
    },
  },
  judge: (reading, { thresholds }) => judge(reading, thresholds),
});
