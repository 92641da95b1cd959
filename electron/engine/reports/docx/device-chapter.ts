import { translate } from '../../../../shared/i18n/translate';
import type { Report, ReportDevice } from '../../../../shared/model/report';
import { durationWords } from '../../text/value-words';
import type { JudgedOutput } from '../judged-output';
import { deviceFacts } from '../summary';
import {
  addressWords,
  formatInteger,
  formatSeconds,
  formatTime,
  itemWords,
  levelWord,
  limitWords,
  resultWords,
} from '../words';
import { dataTable, factTable, heading, paragraph, verdictBand } from './blocks';
import { verdictWidth } from './styles';
import { commandOutput } from './output-table';
import { deviceAnchor } from './summary-chapters';
import { paragraphOf, run, type Xml } from './xml';

/** One device: what it is, what was checked, what it answered. */
export function deviceChapter(
  report: Report,
  device: ReportDevice,
  index: number,
  outputOf: (device: ReportDevice, command: ReportDevice['commands'][number]) => JudgedOutput,
): readonly Xml[] {
  const { locale } = report;
  const counts = translate(locale, 'report.device.counts', device.counts);
  const title = device.name === device.host ? device.name : `${device.name}（${device.host}）`;
  return [
    // The first device stands right below the heading of the chapter.
    heading(2, title, { anchor: { name: deviceAnchor(index), id: index + 1 }, startsPage: index > 0 }),
    verdictBand(device.verdict, levelWord(device.verdict, locale), counts),
    ...problemLines(report, device),
    heading(3, translate(locale, 'report.part.device')),
    factSheet(report, device),
    heading(3, translate(locale, 'report.part.checks')),
    checks(report, device),
    heading(3, translate(locale, 'report.part.outputs')),
    ...(device.commands.length === 0 ? [paragraph(translate(locale, 'report.device.noOutputs'))] : []),
    ...device.commands.flatMap((command) => commandOutput(command, outputOf(device, command), locale)),
  ];
}

function problemLines(report: Report, device: ReportDevice): readonly Xml[] {
  const { locale } = report;
  if (device.problem === null) return [];
  const stopped =
    device.phase === null
      ? ''
      : translate(locale, 'report.device.stopped', { phase: translate(locale, `report.phase.${device.phase}`) });
  return [paragraph(`${stopped}${locale === 'en' && stopped !== '' ? ' ' : ''}${device.problem}`)];
}

function factSheet(report: Report, device: ReportDevice): Xml {
  const { locale } = report;
  const facts = deviceFacts(device);
  const notRead = translate(locale, 'report.device.notRead');
  const uptime = facts.uptimeSeconds === undefined ? notRead : durationWords(facts.uptimeSeconds, locale);
  const rows: [string, string, string, string][] = [
    [label('name'), device.name, label('address'), addressWords(device)],
    [label('systemName'), facts.systemName ?? notRead, label('platform'), device.platformLabel],
    [label('model'), facts.model ?? notRead, label('serial'), facts.serial ?? notRead],
    [label('release'), facts.release ?? notRead, label('uptime'), uptime],
    [label('started'), formatTime(device.startedAt), label('took'), formatSeconds(device.ms.total, locale)],
    [label('group'), device.group || '—', label('hostKey'), device.hostKey ?? '—'],
  ];
  return factTable([1350, 3200, 1350, 3738], rows);

  function label(
    name: `${'name' | 'address' | 'systemName' | 'platform' | 'model' | 'serial' | 'release' | 'uptime' | 'started' | 'took' | 'group' | 'hostKey'}`,
  ): string {
    return translate(locale, `report.device.${name}`);
  }
}

function checks(report: Report, device: ReportDevice): Xml {
  const { locale } = report;
  if (device.findings.length === 0) return paragraph(translate(locale, 'report.device.noFindings'));
  const heads = (['item', 'limit', 'result', 'verdict'] as const).map((column) =>
    translate(locale, `report.column.${column}`),
  );
  const rows = device.findings.map((finding) => [
    itemWords(finding),
    limitWords(finding, locale),
    resultWords(finding, locale),
    { level: finding.level, word: levelWord(finding.level, locale) },
  ]);
  return dataTable([3000, 2500, 4138 - verdictWidth(locale), verdictWidth(locale)], heads, rows);
}

/** Chapter "configuration files": what was fetched, with size and hash. */
export function fileList(report: Report): readonly Xml[] {
  const { locale } = report;
  const files = report.devices.flatMap((device) => device.files.map((file) => ({ device, file })));
  const title = heading(1, translate(locale, 'report.part.files'), { startsPage: true });
  if (files.length === 0) return [title, paragraph(translate(locale, 'report.files.none'))];
  const heads = (['device', 'file', 'way', 'bytes', 'sha256'] as const).map((column) =>
    translate(locale, `report.column.${column}`),
  );
  const rows = files.map(({ device, file }) => [
    device.name,
    file.path,
    file.way.toUpperCase(),
    formatInteger(file.bytes),
    { paragraphs: [hash(file.sha256)] },
  ]);
  return [
    title,
    paragraph(translate(locale, 'report.files.sentence', { count: files.length })),
    dataTable([1650, 2450, 850, 1500, 3188], heads, rows),
  ];
}

function hash(sha256: string): Xml {
  const halves = [sha256.slice(0, 32), sha256.slice(32)].filter((half) => half !== '');
  return paragraphOf(
    { style: 'Quote' },
    ...halves.map((text, index) => run(text, index > 0 ? { after: 'break' } : {})),
  );
}
