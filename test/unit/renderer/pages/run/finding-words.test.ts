import { expect, test } from 'vitest';
import { findingWords } from '../../../../../renderer/pages/run/finding-words';
import type { ReportFinding } from '../../../../../shared/model/report';

const finding = (title: string, subject: string, sentence: string): ReportFinding => ({
  check: 'temperature',
  title,
  subject,
  level: 'fail',
  reason: 'over-limit',
  value: 79,
  unit: '°C',
  limit: 76,
  limitSource: 'device',
  proof: { command: '', line: '' },
  code: null,
  sentence,
  advice: '',
});

test.each([
  [
    '温度',
    '2/CMMA',
    '温度（2/CMMA）79 °C，达到上限 76 °C',
    { subject: '', rest: '（2/CMMA）79 °C，达到上限 76 °C', isOneSentence: true },
  ],
  [
    '用户变更',
    'admin',
    '用户 admin 是上次巡检之后新增的',
    { subject: '', rest: '用户 admin 是上次巡检之后新增的', isOneSentence: false },
  ],
  ['重启', '1', '自上次巡检以来没有重启', { subject: '1', rest: '自上次巡检以来没有重启', isOneSentence: false }],
  ['CPU load', '', 'CPU load 91 %, at the limit', { subject: '', rest: ' 91 %, at the limit', isOneSentence: true }],
])('%s %s is said once', (title, subject, sentence, words) => {
  expect(findingWords(finding(title, subject, sentence))).toEqual({ lead: title, ...words });
});
