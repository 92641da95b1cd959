import { translate } from '../../../shared/i18n/translate';
import { verdictWord, type Digest } from './message-digest';
import type { ProblemDevice, ProblemLine } from './message-lines';

const normalNames = 12;

/** Plain text, the notice first; lines short enough for a phone. */
export function textOf(digest: Digest): string {
  const blocks = [
    digest.notice,
    ...digest.problems.map((device) => textBlock(device, digest)),
    ...closing(digest),
    digest.facts.join('\n'),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

/** Markdown as WeCom draws it: bold, quotes and its three font colours; no tables, no lists. */
export function markdownOf(digest: Digest): string {
  const blocks = [
    digest.notice,
    ...digest.problems.map((device) => markdownBlock(device, digest)),
    ...closing(digest).map(plain),
    `<font color="comment">${plain(digest.facts.join('  '))}</font>`,
  ];
  return blocks.join('\n\n');
}

/** The normal devices by name, and how many more are not told. */
export function closing({ locale, normal, untold }: Pick<Digest, 'locale' | 'normal' | 'untold'>): readonly string[] {
  const lines: string[] = [];
  if (untold > 0) lines.push(translate(locale, 'message.more-devices', { count: untold }));
  if (normal.length > 0) {
    const names = normal.slice(0, normalNames).join(translate(locale, 'message.list.and'));
    const key = normal.length > normalNames ? 'message.normal.more' : 'message.normal';
    lines.push(translate(locale, key, { names, count: normal.length }));
  }
  return lines;
}

function textBlock({ name, host, verdict, lines }: ProblemDevice, { locale }: Digest): string {
  const told = lines.map((line) => {
    const mark = line.level === verdict ? '' : `${verdictWord(line.level, locale)} `;
    const quote = line.quote === '' ? '' : `\n  > ${line.quote}`;
    return `- ${mark}${line.sentence}${quote}`;
  });
  const head = translate(locale, 'message.device.head', { verdict: verdictWord(verdict, locale), name, host });
  return [head, ...told].join('\n');
}

function markdownBlock({ name, host, verdict, lines }: ProblemDevice, { locale }: Digest): string {
  const head = `**${coloured(verdict, verdictWord(verdict, locale))} ${plain(name)}** ${plain(host)}`;
  const told = lines.flatMap((line) => {
    const mark = line.level === verdict ? '' : `${verdictWord(line.level, locale)} `;
    const sentence = `> ${mark}${plain(line.sentence)}`;
    return line.quote === '' ? [sentence] : [sentence, `> <font color="comment">${plain(line.quote)}</font>`];
  });
  return [head, ...told].join('\n');
}

function coloured(level: ProblemLine['level'], word: string): string {
  return `<font color="${level === 'unknown' ? 'comment' : 'warning'}">${word}</font>`;
}

/** WeCom knows no escapes: its own marks in a device's text become their wide forms. */
function plain(text: string): string {
  const wide: Readonly<Record<string, string>> = { '<': '＜', '>': '＞', '*': '＊', '`': '｀', '[': '［', ']': '］' };
  return text.replace(/[<>*`[\]]/g, (mark) => wide[mark] ?? mark);
}
