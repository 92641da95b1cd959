import { translate } from '../../../../shared/i18n/translate';
import type { Report, ReportCommand, ReportDevice } from '../../../../shared/model/report';
import { durationWords } from '../../text/value-words';
import type { JudgedOutput, Segment } from '../judged-output';
import { deviceFacts } from '../summary';
import {
  addressWords,
  formatSeconds,
  formatTime,
  itemWords,
  levelWord,
  limitWords,
  mainProblem,
  resultWords,
} from '../words';
import { markup, raw, type Markup } from './escape';
import { chip, htmlTable, levelClass } from './summary-part';

/** One device, foldable; open in the page as written, so that nothing is hidden where scripts may not run. */
export function devicePart(
  report: Report,
  device: ReportDevice,
  index: number,
  outputOf: (device: ReportDevice, command: ReportCommand) => JudgedOutput,
): Markup {
  const { locale } = report;
  const main = mainProblem(device, locale);
  return markup`<details class="device" id="device-${index + 1}" data-verdict="${device.verdict}" open>
    <summary>
      ${chip(device.verdict, report)}<strong>${device.name}</strong
      ><span class="quiet">${addressWords(device)} · ${device.platformLabel}</span
      >${main === '' ? '' : markup`<span class="why quiet">${main}</span>`}
    </summary>
    <div class="body">
      <p class="quiet">${translate(locale, 'report.device.counts', device.counts)}</p>
      ${problem(report, device)} ${factList(report, device)}
      <h3>${translate(locale, 'report.part.checks')}</h3>
      ${checks(report, device)}
      <h3>${translate(locale, 'report.part.outputs')}</h3>
      ${device.commands.length === 0 ? markup`<p>${translate(locale, 'report.device.noOutputs')}</p>` : ''}
      ${device.commands.map((command) => commandPart(report, command, outputOf(device, command)))}
    </div>
  </details> `;
}

function problem(report: Report, device: ReportDevice): Markup | '' {
  const { locale } = report;
  if (device.problem === null) return '';
  const stopped =
    device.phase === null
      ? ''
      : translate(locale, 'report.device.stopped', { phase: translate(locale, `report.phase.${device.phase}`) });
  return markup`<p class="alert ${device.verdict}">${stopped} ${device.problem}</p>`;
}

function factList(report: Report, device: ReportDevice): Markup {
  const { locale } = report;
  const facts = deviceFacts(device);
  const rows = [
    ['systemName', facts.systemName],
    ['model', facts.model],
    ['serial', facts.serial],
    ['release', facts.release],
    ['uptime', facts.uptimeSeconds === undefined ? undefined : durationWords(facts.uptimeSeconds, locale)],
    ['group', device.group === '' ? undefined : device.group],
    ['started', formatTime(device.startedAt)],
    ['took', formatSeconds(device.ms.total, locale)],
    ['hostKey', device.hostKey ?? undefined],
  ] as const;
  return markup`<dl class="facts">
    ${rows.map(([name, value]) =>
      value === undefined
        ? ''
        : markup`<div>
            <dt>${translate(locale, `report.device.${name}`)}</dt>
            <dd>${value}</dd>
          </div>`,
    )}
  </dl>`;
}

function checks(report: Report, device: ReportDevice): Markup {
  const { locale } = report;
  if (device.findings.length === 0) return markup`<p>${translate(locale, 'report.device.noFindings')}</p>`;
  const heads = (['item', 'limit', 'result', 'verdict'] as const).map((column) =>
    translate(locale, `report.column.${column}`),
  );
  return htmlTable(
    heads,
    device.findings.map((finding) => [
      itemWords(finding),
      limitWords(finding, locale),
      resultWords(finding, locale),
      chip(finding.level, report),
    ]),
  );
}

function commandPart(report: Report, command: ReportCommand, output: JudgedOutput): Markup {
  const { locale } = report;
  const isPlain = command.end === 'complete' && !output.segments.some(isMarked);
  const end = translate(locale, `report.end.${command.end}`);
  const meta = translate(locale, 'report.output.meta', {
    end,
    lines: output.total,
    seconds: Math.round(command.ms / 100) / 10,
  });
  return markup`<details class="command" open${isPlain ? raw(' data-plain') : ''}>
    <summary>
      <code>${command.command}</code
      ><span class="quiet">${meta}</span
      >${command.end === 'complete' ? '' : markup`<span class="chip unknown">${end}</span>`}
    </summary>
    ${
      output.total === 0
        ? markup`<p class="quiet">${translate(locale, 'report.output.empty')}</p>`
        : markup`<div class="out" tabindex="0" role="region" aria-label="${command.command}">
            ${output.segments.map((segment) => segmentPart(segment, report))}
          </div>`
    }${cutNote(command, output, report)}
  </details> `;
}

function isMarked(segment: Segment): boolean {
  return segment.kind === 'lines' && segment.level !== undefined;
}

function segmentPart(segment: Segment, report: Report): Markup {
  const { locale } = report;
  if (segment.kind === 'gap') {
    return markup`<span class="lines gap">${translate(locale, 'report.output.omitted', { count: segment.count })}</span>`;
  }
  const { level } = segment;
  if (level === undefined) return markup`<span class="lines">${segment.lines.join('\n')}</span>`;
  const word = levelWord(level, locale);
  return markup`${segment.lines.map((line) => markup`<span class="lines marked ${levelClass(level)}"><span class="w">${word}</span>${line}</span>`)}`;
}

function cutNote(command: ReportCommand, output: JudgedOutput, report: Report): Markup | '' {
  if (output.extent === 'whole') return '';
  const { locale } = report;
  const shown = output.segments.find((segment) => segment.kind === 'lines');
  const words = translate(locale, output.extent === 'cut' ? 'report.output.cut' : 'report.output.judgedOnly', {
    shown: shown?.lines.length ?? 0,
    total: output.total,
    file: command.transcript ?? translate(locale, 'report.output.noFile'),
  });
  return markup`<p class="quiet">${words}</p>`;
}
