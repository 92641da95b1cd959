import { expect, test } from 'vitest';
import { isOpenQuestion, safeAnswerTo } from '../../../../electron/engine/command-line/questions';

test.each([
  ['The password needs to be changed. Change now? [Y/N]: ', 'N'],
  ['Warning: The initial password poses security risks. Change the password now? [Y/N]:', 'N'],
  ['当前密码需要修改，是否立即修改密码？[Y/N]：', 'N'],
  ['是否现在更改口令? (y/n)', 'N'],
  ['Press Y or ENTER to continue, N to exit.', ''],
  ['Press RETURN to get started.', ''],
  ['按回车键继续', ''],
])('%j is answered with %j', (line, answer) => {
  expect(safeAnswerTo(line)).toBe(answer);
});

test.each([
  'Confirm exit (Y/N)? ',
  'System will reboot, continue? [y/n]',
  'Are you sure [yes/no]:',
  '确认保存配置吗？[Y/N]:',
  'Please enter new password:',
  '请输入新密码：',
])('%j waits for a person', (line) => {
  expect(safeAnswerTo(line)).toBeUndefined();
  expect(isOpenQuestion(line)).toBe(true);
});

test.each(['-> ', 'Fan [1/2] ok', 'Interface 1/1/1 (up/down) ', 'Answered [Y/N] and went on with it'])(
  '%j is no question',
  (line) => {
    expect(safeAnswerTo(line)).toBeUndefined();
    expect(isOpenQuestion(line)).toBe(false);
  },
);
