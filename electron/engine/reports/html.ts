import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { translate } from '../../../shared/i18n/translate';
import type { Report } from '../../../shared/model/report';
import type { Verdict } from '../../../shared/model/verdict';
import { defineFormat } from './format';
import { devicePart } from './html/device-part';
import { markup, raw, type Markup } from './html/escape';
import { scriptText } from './html/script';
import { styleText } from './html/style';
import { filesPart, overviewPart, pageHead, problemsPart } from './html/summary-part';
import { judgedOutputs } from './judged-output';
import { levelWord } from './words';

/** With the outputs at their most the page is below 10 MB; the whole texts are in the zip. */
const limits = {
  perCommand: 5000,
  perReport: 300_000,
  size: { line: 2000, command: 500_000, report: 7_000_000 },
};

/** The report for a browser: one file, nothing loaded from anywhere, nothing runs but the script named by its hash. */
export const html = defineFormat({
  id: 'html',
  labels: { 'zh-CN': '网页（HTML）', en: 'Web page (HTML)' },
  fileName: 'report.html',
  write: writePage,
});

/** One device at a time, with room between them for everything else that the program does. */
async function writePage(report: Report): Promise<Uint8Array> {
  const outputOf = judgedOutputs(report, limits);
  const pieces = [Buffer.from(pageTop(report).text)];
  for (const [index, device] of report.devices.entries()) {
    pieces.push(Buffer.from(devicePart(report, device, index, outputOf).text));
    await setImmediate();
  }
  pieces.push(Buffer.from(pageBottom(report).text));
  return new Uint8Array(Buffer.concat(pieces));
}

function pageTop(report: Report): Markup {
  const { locale } = report;
  const policy = [
    "default-src 'none'",
    `style-src '${sourceHash(styleText)}'`,
    `script-src '${sourceHash(scriptText)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const title = [translate(locale, 'report.title'), report.options.customer].filter((part) => part !== '').join(' · ');
  return markup`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<style>${raw(styleText)}</style>
</head>
<body>
<a class="skip" href="#devices">${translate(locale, 'report.html.skip')}</a>
<div class="page">
${pageHead(report)}
<main>
${overviewPart(report)}
${problemsPart(report)}
<section id="devices">
<h2>${translate(locale, 'report.part.devices')}</h2>
${controls(report)}
<div class="list">
`;
}

function pageBottom(report: Report): Markup {
  return markup`</div>
<p id="nothing" class="quiet" hidden>${translate(report.locale, 'report.html.nothing')}</p>
</section>
${filesPart(report)}
</main>
${pageFoot(report)}
</div>
<script>${raw(scriptText)}</script>
</body>
</html>
`;
}

/** Radio buttons drawn as buttons: the style sheet filters by them, so they work where scripts may not run. */
function controls(report: Report): Markup {
  const { locale, counts, devices } = report;
  const verdicts: readonly Verdict[] = ['fail', 'warn', 'unknown', 'pass'];
  const name = translate(locale, 'report.html.filter');
  const choices: readonly (readonly [string, string, number])[] = [
    ['all', translate(locale, 'report.html.all'), devices.length],
    ...verdicts.map((verdict) => [verdict, levelWord(verdict, locale), counts[verdict]] as const),
  ];
  const search = translate(locale, 'report.html.search');
  return markup`${choices.map(
    ([id, word, count]) =>
      markup`<input class="pick" type="radio" name="verdict" id="f-${id}" value="${id}" aria-label="${name}: ${word} ${count}"${id === 'all' ? raw(' checked') : ''}>`,
  )}
<div class="bar">${choices.map(([id, word, count]) => markup`<label for="f-${id}">${word}<b>${count}</b></label>`)}
<input class="script" id="search" type="search" placeholder="${search}" aria-label="${search}">
<button class="script" id="expand" type="button">${translate(locale, 'report.html.expand')}</button>
<button class="script" id="collapse" type="button">${translate(locale, 'report.html.collapse')}</button>
<span class="script quiet" id="count" role="status" data-text="${translate(locale, 'report.html.shown')}"></span></div>`;
}

function pageFoot(report: Report): Markup {
  const { locale, options, product } = report;
  return markup`<footer><h2>${translate(locale, 'report.part.signature')}</h2>
<p>${translate(locale, 'report.signature.statement')}</p>
<div class="signs"><div>${translate(locale, 'report.signature.inspector')} ${options.inspector}</div><div>${translate(locale, 'report.signature.date')}</div>
<div>${translate(locale, 'report.signature.customer')}</div><div>${translate(locale, 'report.signature.date')}</div></div>
<p class="quiet">${translate(locale, 'report.cover.notice')}<br>${translate(locale, 'report.product', product)}</p></footer>`;
}

function sourceHash(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}
