import { expect, test } from 'vitest';
import { drawLine, drawLines } from '../../../../electron/engine/command-line/terminal-line';

const more = '  ---- More ----';
const blanks = ' '.repeat(42);

test.each([
  ['plain text', 'plain text'],
  ['CRLF leaves no CR\r', 'CRLF leaves no CR'],
  ['two CRs\r\r', 'two CRs'],
  ['name:\tPERMANENT.', 'name:\tPERMANENT.'],
  ['trailing blanks stay  ', 'trailing blanks stay  '],
  ['old\rnew', 'new'],
  ['longer\rnew', 'newger'],
  ['abc\b\bX', 'aXc'],
  ['ab\b \bc', 'ac'],
  ['\u001b[1;32mgreen\u001b[0m', 'green'],
  ['\u001b]0;title\u0007text', 'text'],
  ['\u0000bell\u0007', 'bell'],
  ['abc\u001b[2K', ''],
  ['abc\r\u001b[K', ''],
  ['abc\u001b[2Dx\u001b[K', 'ax'],
  ['a\u001b[3Cb', 'a   b'],
  ['\u001b(Btext', 'text'],
  [`${more}\u001b[42D${blanks}\u001b[42Drow  `, 'row  '],
  [`--More--\b\b\b\b\b\b\b\b        \b\b\b\b\b\b\b\brow `, 'row '],
  [`--More--\r        \rrow`, 'row'],
  [` --More-- \u001b[2K\rrow`, 'row'],
  [`left \u001b[1Dright`, 'leftright'],
  ['中文\b口', '中口'],
  ['核心😀交换', '核心😀交换'],
])('%j is drawn as %j', (raw, drawn) => {
  expect(drawLine(raw)).toBe(drawn);
});

test('the last entry stands after the last LF', () => {
  expect(drawLines('a\r\nb\r\n-> ')).toEqual(['a', 'b', '-> ']);
});

test.each(['C', 'G'])('a cursor that is moved out of any terminal (%s) costs no more than its width', (final) => {
  expect(drawLine(`ab\u001b[999999999${final}c`)).toHaveLength(4097);
  expect(drawLine(`${'x'.repeat(5000)}\u001b[999999999${final}c`)).toHaveLength(5001);
});
