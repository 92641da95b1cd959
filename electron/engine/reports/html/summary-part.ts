import { translate } from '../../../../shared/i18n/translate';
import type { Report } from '../../../../shared/model/report';
import type { Level, Verdict } from '../../../../shared/model/verdict';
import { listProblems, worstFirst } from '../summary';
import {
  addressWords,
  formatDate,
  formatInteger,
  formatPeriod,
  itemWords,
  levelMeaning,
  levelWord,
  mainProblem,
  overviewSentence,
  overviewWarnings,
} from '../words';
import { markup, raw, type Fragment, type Markup } from './escape';

const verdicts: readonly Verdict[] = ['pass', 'warn', 'fail', 'unknown'];
const mostProblems = 2000;

/** Class of a level in the style sheet. */
export function levelClass(level: Level): string {
  return level === 'n/a' ? 'na' : level;
}

/** A verdict: colour and word. */
export function chip(level: Level, report: Report): Markup {
  return markup`<span class="chip ${levelClass(level)}">${levelWord(level, report.locale)}</span>`;
}

/** A table that scrolls sideways on narrow screens, or turns into cards on a phone. */
export function htmlTable(
  heads: readonly string[],
  rows: readonly (readonly Fragment[])[],
  numericColumns: readonly number[] = [],
): Markup {
  const cell = (content: Fragment, index: number): Markup =>
    markup`<td data-head="${heads[index] ?? ''}" ${numericColumns.includes(index) ? raw(' class="number"') : ''}>
      ${wrapped(content)}
    </td>`;
  return markup`<div class="scroll">
    <table class="cards">
      <thead>
        <tr>
          ${heads.map((head) => markup`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (cells) =>
            markup`<tr>
              ${cells.map(cell)}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

// One box a cell, so that a card on a phone has two columns: the heading and all of the content.
function wrapped(content: Fragment): Markup {
  return markup`<div>${content}</div>`;
}

/** Title, who and when, totals. */
export function pageHead(report: Report): Markup {
  const { locale, options } = report;
  const facts = (
    [
      ['customer', options.customer],
      ['project', options.project],
      ['period', formatPeriod(report)],
      ['inspector', options.inspector],
      ['date', formatDate(report.run.endedAt ?? report.run.startedAt)],
      ['number', report.run.id],
      ['confidentiality', options.confidentiality],
    ] as const
  ).filter(([, value]) => value !== '');
  return markup`<header>
      <h1>${translate(locale, 'report.title')}</h1>
      <dl class="facts">
        ${facts.map(
          ([name, value]) =>
            markup`<div>
              <dt>${translate(locale, `report.cover.${name}`)}</dt>
              <dd>${value}</dd>
            </div>`,
        )}
      </dl>
    </header>
    <div class="tiles">
      ${verdicts.map((verdict) => markup`<div class="tile ${verdict}"><b>${report.counts[verdict]}</b>${levelWord(verdict, locale)}</div>`)}
    </div>
    <p class="quiet">${translate(locale, 'report.overview.notApplicable', { count: report.notApplicable })}</p>`;
}

/** The numbers in a sentence, what is missing, and all devices worst first. */
export function overviewPart(report: Report): Markup {
  const { locale } = report;
  const places = new Map(report.devices.map((device, index) => [device, index]));
  const heads = (['device', 'address', 'platform', 'verdict', 'worst'] as const).map((column) =>
    translate(locale, `report.column.${column}`),
  );
  const rows = worstFirst(report.devices).map((device): readonly Fragment[] => [
    markup`<a href="#device-${(places.get(device) ?? 0) + 1}">${device.name}</a>`,
    addressWords(device),
    device.platformLabel,
    chip(device.verdict, report),
    mainProblem(device, locale) || '—',
  ]);
  const levels: readonly Level[] = [...verdicts, 'n/a'];
  return markup`<h2>${translate(locale, 'report.part.overview')}</h2>
    <p>${overviewSentence(report)}</p>
    ${overviewWarnings(report).map((text) => markup`<p class="alert unknown">${text}</p>`)}
    ${rows.length === 0 ? markup`<p>${translate(locale, 'report.overview.none')}</p>` : htmlTable(heads, rows)}
    <h3>${translate(locale, 'report.legend.title')}</h3>
    <dl class="legend">
      ${levels.map(
        (level) =>
          markup`<dt>${chip(level, report)}</dt>
            <dd>${levelMeaning(level, locale)}</dd>`,
      )}
    </dl>`;
}

/** Problems and advice, worst first. */
export function problemsPart(report: Report): Markup {
  const { locale } = report;
  const all = listProblems(report);
  const places = new Map(report.devices.map((device, index) => [device, index]));
  const heads = (['number', 'device', 'item', 'found', 'level', 'advice'] as const).map((column) =>
    translate(locale, `report.column.${column}`),
  );
  const rows = all
    .slice(0, mostProblems)
    .map(({ device, finding, level }, index): readonly Fragment[] => [
      index + 1,
      markup`<a href="#device-${(places.get(device) ?? 0) + 1}">${device.name}</a>`,
      finding === undefined ? translate(locale, 'report.problems.reach') : itemWords(finding),
      finding === undefined
        ? (device.problem ?? levelMeaning(level, locale))
        : [
            finding.sentence,
            finding.proof.line.trim() === ''
              ? ''
              : markup`<span class="quote">${finding.proof.line.trim().replace(/ {3,}/g, '  ')}</span>`,
          ],
      chip(level, report),
      finding?.advice || translate(locale, 'report.problems.noAdvice'),
    ]);
  const left = all.length - rows.length;
  return markup`<h2>${translate(locale, 'report.part.problems')}</h2>
    ${
      rows.length === 0
        ? markup`<p>${translate(locale, 'report.problems.none')}</p>`
        : markup`<p>${translate(locale, 'report.problems.sentence', { count: all.length })}</p>
            ${htmlTable(heads, rows)}`
    }
    ${left > 0 ? markup`<p class="quiet">${translate(locale, 'report.problems.more', { count: left })}</p>` : ''}`;
}

/** What was fetched, with size and hash. */
export function filesPart(report: Report): Markup {
  const { locale } = report;
  const rows = report.devices.flatMap((device) =>
    device.files.map((file): readonly Fragment[] => [
      device.name,
      file.path,
      file.way.toUpperCase(),
      formatInteger(file.bytes),
      markup`<code class="hash">${file.sha256}</code>`,
    ]),
  );
  const heads = (['device', 'file', 'way', 'bytes', 'sha256'] as const).map((column) =>
    translate(locale, `report.column.${column}`),
  );
  return markup`<h2>${translate(locale, 'report.part.files')}</h2>
    ${
      rows.length === 0
        ? markup`<p>${translate(locale, 'report.files.none')}</p>`
        : markup`<p>${translate(locale, 'report.files.sentence', { count: rows.length })}</p>
            ${htmlTable(heads, rows, [3])}`
    }`;
}
