import { expect, test } from 'vitest';
import { knownPagers, pagerOn, withoutPagers } from '../../../../electron/engine/command-line/pager';

test.each([
  'More? [next screen <sp>, next line <cr>, filter pattern </>, quit </>]',
  '  ---- More ----',
  ' --More-- ',
  '--More--',
  '<--- More --->',
  '---(more 42%)---',
  '---(more)---',
  'lines 1-23',
  'lines 1-23/80 (END)',
  'Press any key to continue (Q to quit)',
  '---- 更多 ----',
])('%j is a pager that is answered with a blank', (line) => {
  expect(pagerOn(line, knownPagers)?.answer).toBe(' ');
});

test.each(['one more line', 'description --More-- here', '---- More ---- and text', 'lines 1-23 were changed', '-> '])(
  '%j is text',
  (line) => {
    expect(pagerOn(line, knownPagers)).toBeUndefined();
  },
);

test('a question that the device did not erase is taken out, and the text behind it stays', () => {
  expect(withoutPagers(['a', '--More--', 'b', '--More--c', 'd'], ['--More--', '--More--'])).toEqual([
    'a',
    'b',
    'c',
    'd',
  ]);
});

test('the same words stay where no pager asked', () => {
  expect(withoutPagers(['--More--', 'b', '--More-- twice'], ['--More--'])).toEqual(['b', '--More-- twice']);
});

test.each(['text --More--', '1/1/9 --More-- '])('%j is text: a pager asks on a line of its own', (line) => {
  expect(pagerOn(line, [...knownPagers, { pattern: /--More--/, answer: ' ' }])).toBeUndefined();
});

test('words that stand where the device erases its questions are text', () => {
  const asked = ['--More--', '--More--', ' --More--'];

  expect(withoutPagers(['a', '--More--', 'b'], asked)).toEqual(['a', '--More--', 'b']);
  expect(withoutPagers(['a', '--More--', 'b', ' --More--'], asked)).toEqual(['a', '--More--', 'b']);
});
