import { translate } from '../../../shared/i18n/translate';
import type { Verdict } from '../../../shared/model/verdict';
import { escapeMarkup } from '../text/escape-markup';
import { verdictWord, type Digest } from './message-digest';
import type { ProblemDevice, ProblemLine } from './message-lines';
import { closing } from './message-text';

/** Dark enough on white for small print; the word stands beside the colour always. */
const colours: Readonly<Record<Verdict, string>> = {
  pass: '#1a7f37',
  warn: '#9a5b00',
  fail: '#c62828',
  unknown: '#57606a',
};
const grounds: Readonly<Record<Verdict, string>> = {
  pass: '#e8f5ec',
  warn: '#fff4e0',
  fail: '#fdecea',
  unknown: '#eef0f2',
};
const face = "font-family:-apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif";
const mono = "font-family:Consolas,Menlo,'Courier New',monospace";

/** A piece of HTML for mail and WxPusher: tables and inline styles only, everything from a device escaped. */
export function htmlOf(digest: Digest): string {
  const parts = [
    `<p style="margin:0 0 12px;padding:10px 12px;border-left:4px solid ${colours[digest.verdict]};background:${grounds[digest.verdict]};font-weight:bold">${escapeMarkup(digest.notice)}</p>`,
    countsTable(digest),
    ...digest.problems.map((device) => deviceTable(device, digest)),
    ...closing(digest).map((line) => `<p style="margin:0 0 8px">${escapeMarkup(line)}</p>`),
    `<p style="margin:12px 0 0;color:#57606a;font-size:13px">${digest.facts.map(escapeMarkup).join('<br>')}</p>`,
  ];
  return `<div style="max-width:680px;${face};font-size:15px;line-height:1.6;color:#1f2328">${parts.join('')}</div>`;
}

/** A short message as HTML: the notice, and paragraphs below it. */
export function plainHtml(notice: string, paragraphs: readonly string[]): string {
  const rest = paragraphs.map((each) => `<p style="margin:0 0 8px">${escapeMarkup(each)}</p>`).join('');
  return `<div style="max-width:680px;${face};font-size:15px;line-height:1.6;color:#1f2328"><p style="margin:0 0 12px;font-weight:bold">${escapeMarkup(notice)}</p>${rest}</div>`;
}

function countsTable({ counts, locale }: Digest): string {
  const cells = (['pass', 'warn', 'fail', 'unknown'] as const).map((verdict) => {
    const colour = counts[verdict] === 0 ? '#8c959f' : colours[verdict];
    return `<td width="25%" align="center" style="padding:6px 2px;border:1px solid #d0d7de"><span style="font-size:20px;font-weight:bold;color:${colour}">${counts[verdict]}</span><br><span style="font-size:13px;color:${colour}">${verdictWord(verdict, locale)}</span></td>`;
  });
  return `<table role="presentation" width="100%" cellspacing="0" cellpadding="0" style="border-collapse:collapse;margin:0 0 16px"><tr>${cells.join('')}</tr></table>`;
}

function deviceTable(device: ProblemDevice, digest: Digest): string {
  const { verdict, name, host } = device;
  const badge = `<span style="color:${colours[verdict]};font-weight:bold">${verdictWord(verdict, digest.locale)}</span>`;
  const address = `<span style="color:#57606a;font-size:13px">${escapeMarkup(host)}</span>`;
  const head = `<tr><td style="padding:6px 10px;background:${grounds[verdict]};border:1px solid #d0d7de">${badge} &nbsp;<b>${escapeMarkup(name)}</b> &nbsp;${address}</td></tr>`;
  const rows = device.lines.map((line) => lineRow(line, digest));
  const none = `<tr><td style="padding:6px 10px;border:1px solid #d0d7de">${escapeMarkup(translate(digest.locale, 'message.see-report'))}</td></tr>`;
  return `<table width="100%" cellspacing="0" cellpadding="0" style="border-collapse:collapse;margin:0 0 12px">${head}${rows.length === 0 ? none : rows.join('')}</table>`;
}

function lineRow({ level, sentence, quote }: ProblemLine, { locale }: Digest): string {
  const word = `<span style="color:${colours[level]}">${verdictWord(level, locale)}</span>`;
  const proof =
    quote === ''
      ? ''
      : `<div style="margin:4px 0 0;padding:4px 8px;background:#f6f8fa;${mono};font-size:13px;word-break:break-word">${escapeMarkup(quote)}</div>`;
  return `<tr><td style="padding:6px 10px;border:1px solid #d0d7de">${word} · ${escapeMarkup(sentence)}${proof}</td></tr>`;
}
