import type { MessageKey } from '../../shared/i18n/translate';
import { translate } from '../../shared/i18n/translate';
import type { Locale } from '../../shared/model/text';
import { textTable } from '../../shared/text-table';
import type { BenchResult } from './run-bench';
import type { Measurement, Ratio } from './summary';

type Column = {
  readonly name: MessageKey;
  readonly measured: Measurement;
  /** Against the least code; undefined where a column has none. */
  readonly ratio?: Ratio | null;
};

/** Compared, the same work comes first, then what the reports add to it. */
function columnsOf({ ours, bare, least, ratio, sameWorkRatio }: BenchResult): readonly Column[] {
  if (bare === null || least === null) return [{ name: 'bench.ours', measured: ours }];
  return [
    { name: 'bench.least', measured: least },
    { name: 'bench.bare', measured: bare, ratio: sameWorkRatio },
    { name: 'bench.withReports', measured: ours, ratio },
  ];
}

/** The result for people: a table, then what is worth a sentence. */
export function benchTable(result: BenchResult, locale: Locale): string {
  const { ours, withoutHung, order } = result;
  const columns = columnsOf(result);
  const word = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => translate(locale, key, values);
  const row = (key: MessageKey, show: (measured: Measurement) => string | number, share?: keyof Ratio) => [
    word(key),
    ...columns.flatMap(({ measured, ratio }) => {
      if (ratio === undefined) return [String(show(measured))];
      return [String(show(measured)), share === undefined || ratio === null ? '' : `× ${ratio[share].toFixed(2)}`];
    }),
  ];
  const heading = columns.flatMap(({ name, ratio }) => [word(name), ...(ratio === undefined ? [] : [''])]);
  const table = textTable([
    ['', ...heading],
    row('bench.wall', ({ wallSeconds }) => wallSeconds.toFixed(2), 'wall'),
    row('bench.cpu', ({ cpuSeconds }) => cpuSeconds.toFixed(2), 'cpu'),
    row('bench.run', ({ runSeconds }) => runSeconds?.toFixed(2) ?? '-'),
    row('bench.rate', ({ devicesPerSecond }) => devicesPerSecond.toFixed(1)),
    row('bench.cpuPerDevice', ({ cpuMsPerDevice }) => cpuMsPerDevice.toFixed(1)),
    row('bench.peakRss', ({ peakRssMb }) => peakRssMb),
    row('bench.loopDelay', ({ loopDelayMs: { p50, p99, max } }) =>
      [p50, p99, max].map((ms) => ms.toFixed(1)).join(' / '),
    ),
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
