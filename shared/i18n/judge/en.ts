import type { judge as source } from './zh-CN';

export const judge: Record<keyof typeof source, string> = {
  'judge.table.platform': 'platform',
  'judge.table.texts': 'texts',
  'judge.table.read': 'read',
  'judge.table.evidence': 'kept only',
  'judge.table.judged': 'judged',
  'judge.table.unknown': 'unknown',
  'judge.table.total': 'total',
  'judge.table.no-platform': '(not known)',

  'judge.reasons': 'Why texts are unknown (number of texts; one may have several reasons):',
  'judge.reason.evidence': 'not a command that is read, kept only',
  'judge.reason.no-number': 'the device gives no number',
  'judge.reason.no-row': 'a heading without rows',
  'judge.reason.not-understood': 'not understood',
  'judge.reason.empty': 'no output at all',
  'judge.reason.cut': 'output incomplete',
  'judge.reason.end-unseen': 'the end of the output is not in the text',
  'judge.reason.refused': 'the device refused the command',
  'judge.reason.other': 'other',
  'judge.end-unseen-only':
    'Unknown only because the end is not in the text: {{texts}}. Where texts are known to be whole, vouch for them with --whole.',

  'judge.cuts.cuts': 'cuts',
  'judge.cuts.pass': 'falsely pass',
  'judge.cuts.done': 'Cut before every line: {{cuts}} cuts, {{pass}} of them judged pass ({{seconds}} s)',
  'judge.cuts.false-pass': 'Still pass when cut: {{file}} ({{command}}), before line {{line}}',
  'judge.progress': '{{texts}} texts judged …',
  'judge.cuts.progress': '{{texts}} texts judged, {{cuts}} cuts …',
};
