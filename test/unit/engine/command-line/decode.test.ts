import { expect, test } from 'vitest';
import { decodeOutput, streamDecoder } from '../../../../electron/engine/command-line/decode';

const gbk = Buffer.from([0xbd, 0xbb, 0xbb, 0xbb, 0xbb, 0xfa]);

test('UTF-8 is read as UTF-8', () => {
  expect(decodeOutput(Buffer.from('交换机 1'))).toEqual({ text: '交换机 1', encoding: 'utf-8' });
});

test('what is not UTF-8 is read as GB18030', () => {
  expect(decodeOutput(gbk)).toEqual({ text: '交换机', encoding: 'gb18030' });
});

test.each([
  ['utf-8', Buffer.from('核心 \u001b[31m交换机\u001b[0m\r\n')],
  ['gb18030', Buffer.concat([gbk, Buffer.from('\r\n')])],
] as const)('text in %s comes whole however it is cut', (encoding, bytes) => {
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const decode = streamDecoder(encoding);
    const shown = decode(bytes.subarray(0, cut)) + decode(bytes.subarray(cut));
    expect(shown).toBe(encoding === 'utf-8' ? '核心 交换机\n' : '交换机\n');
  }
});

test('lines of another encoding stand beside lines in UTF-8', () => {
  const gbk = Buffer.from('b7e7c9c8', 'hex');
  const bytes = Buffer.concat([Buffer.from('名称 机房\n'), gbk, Buffer.from('\n位置 三楼')]);

  expect(decodeOutput(bytes)).toEqual({ text: '名称 机房\n风扇\n位置 三楼', encoding: 'gb18030' });
});

test('two letters of GB18030 that are valid UTF-8 stay GB18030 beside other ones', () => {
  const bytes = Buffer.concat([Buffer.from('c1aacda8', 'hex'), Buffer.from('\n'), Buffer.from('b7e7c9c8', 'hex')]);

  expect(decodeOutput(bytes).text).toBe('联通\n风扇');
});
