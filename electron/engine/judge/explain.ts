import { translate, type MessageKey } from '../../../shared/i18n/translate';
import { zhCN } from '../../../shared/i18n/zh-CN';
import type { Finding } from '../../../shared/model/finding';
import type { Locale } from '../../../shared/model/text';
import { checks } from '../registries.generated';
import { valueWords } from '../text/value-words';
import { deviceChecks } from './judge-readings';
import { platformById } from './platform-lookup';

/** A finding in words: the check's name, what was found, and what to do (empty for a pass). */
export type Explanation = { readonly title: string; readonly sentence: string; readonly advice: string };

const isKey = (key: string): key is MessageKey => Object.hasOwn(zhCN, key);

/** The first of the keys that has words. */
function firstKey(keys: readonly string[]): MessageKey {
  return keys.find(isKey) ?? 'finding.advice.general';
}

function titleOf(check: string, locale: Locale): string {
  const labels = checks.find(({ id }) => id === check)?.labels;
  const key = `finding.check.${check}`;
  return labels?.[locale] ?? (isKey(key) ? translate(locale, key) : check);
}

function causeOf(code: string | null, locale: Locale): string {
  if (code === null) return '';
  const key = `finding.cause.${code}`;
  return translate(locale, 'finding.cause', { cause: isKey(key) ? translate(locale, key) : code });
}

function sentenceKey({ check, reason, value, unit, code }: Finding): MessageKey {
  if (reason === 'restarted' && unit === 's') return 'finding.restarted.uptime';
  if (reason === 'file-not-fetched' && unit === 's') return 'finding.config-backup.kept';
  const isLeast = checks.find(({ id }) => id === check)?.limitIs === 'least';
  if (reason === 'no-row' && value !== null) return 'finding.missing-member';
  const isStatusWord = reason === 'not-understood' && typeof value === 'string';
  return firstKey([
    `finding.${reason}.${code}`,
    `finding.${check}.${reason}`,
    ...(isLeast ? [`finding.least.${reason}`] : []),
    ...(isStatusWord ? ['finding.status.not-understood'] : []),
    `finding.reason.${reason}`,
  ]);
}

function adviceKey({ check, reason, code }: Finding): MessageKey {
  if (check === deviceChecks.kept) return 'finding.advice.result-kept';
  if (check === deviceChecks.platform) return 'finding.advice.platform';
  if (check === deviceChecks.weakEncryption) return 'finding.advice.weak-encryption';
  if (check === deviceChecks.downgrade) return 'finding.advice.encryption-downgrade';
  if (check === deviceChecks.ftp) return 'finding.advice.ftp-in-use';
  if (check === deviceChecks.telnet) return 'finding.advice.telnet-in-use';
  if (check === deviceChecks.reachability && reason === 'status-bad') return 'finding.advice.host-key';
  if (check === deviceChecks.reachability && reason === 'not-read') return 'finding.advice.login';
  return firstKey([`finding.advice.${reason}.${code}`, `finding.advice.${reason}`]);
}

function adviceOf(finding: Finding, locale: Locale, member: string | null): string {
  const check = checks.find(({ id }) => id === finding.check);
  const advice = check?.advice[finding.reason]?.[locale] ?? translate(locale, adviceKey(finding));
  const commands = member === null ? undefined : platformById(member)?.saveCommands;
  if (commands === undefined || check?.saveAdvice?.includes(finding.reason) !== true) return advice;
  return `${advice}${translate(locale, 'finding.advice.save-commands', { commands: commands.join(' → ') })}`;
}

/**
 * The words for a finding: in reports, messages and the window alike.
 *
 * @param member id of the platform that the device was recognised as, for advice in its own commands
 */
export function explainFinding(finding: Finding, locale: Locale, member: string | null = null): Explanation {
  const { subject, level, value, unit, limit, limitSource, proof, code } = finding;
  const title = titleOf(finding.check, locale);
  const what = subject === '' ? title : translate(locale, 'finding.what', { title, subject });
  const sentence = translate(locale, sentenceKey(finding), {
    what,
    subject,
    value: value === null ? '-' : valueWords(value, unit, locale),
    limit: limit === null ? '-' : valueWords(limit, unit, locale),
    source: limitSource === null ? '' : translate(locale, `finding.source.${limitSource}`),
    command: proof.command,
    line: proof.line.replace(/\s+/g, ' '),
    cause: causeOf(code, locale),
  }).replaceAll('） ', '）');
  if (level === 'pass' || level === 'n/a') return { title, sentence, advice: '' };
  return { title, sentence, advice: adviceOf(finding, locale, member) };
}
