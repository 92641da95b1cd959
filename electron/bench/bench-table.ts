import type { MessageKey } from '../../shared/i18n/translate';
import { translate } from '../../shared/i18n/translate';
import type { Locale } from '../../shared/model/text';
import { textTable } from '../../shared/text-table';
import type { BenchResult } from './run-bench';
import type { Measurement } from './summary';

/** The result for people: a table, then what is worth a sentence. */
export function benchTable(result: BenchResult, locale: Locale): string {
  const { ours, withoutHung, least, ratio, sameWorkRatio, order } = result;
  const columns = least === null ? [ours] : [ours, least];
  const word = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => translate(locale, key, values);
  const row = (key: MessageKey, show: (measured: Measurement) => string | number, last = '') => [
    word(key),
    ...columns.map((measured) => String(show(measured))),
    last,
  ];
  const times = (factor: number | undefined) => (factor === undefined ? '' : `× ${factor.toFixed(2)}`);
  const heading = ['', word('bench.ours'), ...(least === null ? [] : [word('bench.least'), word('bench.ratio')])];
  const table = textTable([
    heading,
    row(
      'bench.devices',
      ({ devicesSeconds, wallSeconds }) => (devicesSeconds ?? wallSeconds).toFixed(2),
      times(sameWorkRatio?.wall),
    ),
    row(
      'bench.devicesCpu',
      ({ devicesCpuSeconds, cpuSeconds }) => (devicesCpuSeconds ?? cpuSeconds).toFixed(2),
      times(sameWorkRatio?.cpu),
    ),
    row('bench.wall', ({ wallSeconds }) => wallSeconds.toFixed(2), times(ratio?.wall)),
    row('bench.cpu', ({ cpuSeconds }) => cpuSeconds.toFixed(2), times(ratio?.cpu)),
    row('bench.run', ({ runSeconds }) => runSeconds?.toFixed(2) ?? '-'),
    row('bench.rate', ({ devicesPerSecond }) => devicesPerSecond.toFixed(1)),
    row('bench.cpuPerDevice', ({ cpuMsPerDevice }) => cpuMsPerDevice.toFixed(1)),
    row('bench.peakRss', ({ peakRssMb }) => peakRssMb),
    row('bench.loopDelay', ({ loopDelayP99Ms }) => loopDelayP99Ms.toFixed(1)),
    row('bench.wrong', ({ wrongOutputs, comparedOutputs }) => `${wrongOutputs} / ${comparedOutputs}`),
    row('bench.leftOpen', ({ leftOpen }) => leftOpen),
  ]);
  const verdicts = Object.entries(ours.verdicts).map(([verdict, count]) => `${verdict} ${count}`);
  return [
    word('bench.title', { ...order, formats: order.formats ?? '', fileKb: order.fileBytes / 1024 }),
    '',
    table,
    '',
    word('bench.verdicts', { verdicts: verdicts.join(' · '), falseGreens: ours.falseGreens }),
    word('bench.healthy', { p50: ours.healthyP50Ms ?? '-', p99: ours.healthyP99Ms ?? '-' }),
    word('bench.healthyDone', { seconds: ours.healthyDoneSeconds ?? '-' }),
    ...(withoutHung === null ? [] : [word('bench.withoutHung', { seconds: withoutHung.healthyDoneSeconds ?? '-' })]),
  ].join('\n');
}
