/** `headless judge`: the table and what stands around it. */
export const judge = {
  'judge.table.platform': '平台',
  'judge.table.texts': '文本',
  'judge.table.read': '读懂',
  'judge.table.evidence': '仅留存',
  'judge.table.judged': '有结论',
  'judge.table.unknown': '判不了',
  'judge.table.total': '合计',
  'judge.table.no-platform': '（未知）',

  // How many texts are 判不了 for a reason; a text may have several.
  'judge.reasons': '判不了的原因（文本数，一份文本可有几种原因）：',
  'judge.reason.evidence': '不在可解读的命令之列，仅留存',
  'judge.reason.no-number': '设备没有给出数值',
  'judge.reason.no-row': '只有表头，没有数据行',
  'judge.reason.not-understood': '无法识别',
  'judge.reason.empty': '没有任何输出',
  'judge.reason.cut': '输出不完整',
  'judge.reason.end-unseen': '看不到输出的结尾',
  'judge.reason.refused': '设备拒绝了命令',
  'judge.reason.other': '其他',
  'judge.end-unseen-only': '其中只因看不到结尾而判不了的：{{texts}} 份。确认文本完整时，可用 --whole 担保。',

  'judge.cuts.cuts': '截断次数',
  'judge.cuts.pass': '误判为正常',
  'judge.cuts.done': '在每一行之前截断，{{cuts}} 次，判为正常的 {{pass}} 次（{{seconds}} 秒）',
  'judge.cuts.false-pass': '截断后仍判为正常：{{file}}（{{command}}），截在第 {{line}} 行之前',
  'judge.progress': '已判断 {{texts}} 份文本……',
  'judge.cuts.progress': '已判断 {{texts}} 份文本，截断 {{cuts}} 次……',
} as const;
