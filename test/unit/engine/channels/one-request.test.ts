import { expect, test } from 'vitest';
import { endpoint, isLoopback, judgeForeignReply, textList } from '../../../../electron/engine/channels/one-request';
import { sampleWorld } from '../../../support/channel-parts';

test.each([
  ['https://wxpusher.zjiecode.com', true],
  ['https://push.example.com:8443/wx/', true],
  ['http://127.0.0.1:8080', true],
  ['http://[::1]:8080', true],
  ['http://localhost', true],
  ['http://push.example.com', false],
  ['http://127.0.0.1.example.com', false],
  ['http://127.0.0.1@example.com', false],
  ['https://user:word@example.com', false],
  ['ftp://127.0.0.1', false],
  ['push.example.com', false],
])('the address %s is taken: %s', (text, isTaken) => {
  expect(endpoint('https://x.example').safeParse(text).success).toBe(isTaken);
});

test('an address loses its closing slash, and an empty one is the standard', () => {
  expect(endpoint('https://x.example').parse('https://y.example/wx//')).toBe('https://y.example/wx');
  expect(endpoint('https://x.example').parse('')).toBe('https://x.example');
});

test('this machine is this machine only', () => {
  expect(['127.0.0.1', '127.9.8.7', '::1', '[::1]', 'LOCALHOST'].filter(isLoopback)).toHaveLength(5);
  expect(['128.0.0.1', '192.0.2.1', 'localhost.example.com', '::2'].filter(isLoopback)).toEqual([]);
});

test('a list drops blank lines and repetitions', () => {
  expect(textList(3).parse([' a ', '', 'a', 7])).toEqual(['a', '7']);
  expect(textList(1).safeParse(['a', 'b']).success).toBe(false);
});

test.each([
  [200, 'refused', 'permanent'],
  [302, 'refused', 'permanent'],
  [403, 'refused', 'auth'],
  [404, 'refused', 'permanent'],
  [429, 'retry', 'rate'],
  [502, 'retry', 'transient'],
  [503, 'retry', 'transient'],
  [504, 'uncertain', undefined],
])('a strange reply with status %i is %s %s', (status, kind, ofClass) => {
  const delivery = judgeForeignReply({ status, text: '<html>' }, sampleWorld());

  expect(delivery).toMatchObject(ofClass === undefined ? { kind } : { kind, class: ofClass });
  expect(delivery.words).toContain(`HTTP ${status}`);
});

test.each([
  ['zhangsan,lisi；wangwu', ['zhangsan', 'lisi', 'wangwu']],
  ['UID_a，UID_b', ['UID_a', 'UID_b']],
  ['1234、5678|9 1234;', ['1234', '5678', '9']],
])('several recipients in one line, %s, are several recipients', (line, names) => {
  expect(textList(9).parse([line])).toEqual(names);
});
