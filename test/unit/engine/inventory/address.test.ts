import { expect, test } from 'vitest';
import { judgeAddress } from '../../../../electron/engine/inventory/address';

test.each([
  '192.0.2.1',
  '1.1.1.1',
  '223.255.255.254',
  'sw-01',
  'sw_01.example.net',
  'core.example.com.',
  '2001:db8::1',
  'fe80::1%eth0',
  '9-west',
])('%s can be connected to', (text) => {
  expect(judgeAddress(text)).toEqual({ kind: 'good', host: text });
});

test('brackets around IPv6 are taken off', () => {
  expect(judgeAddress('[2001:db8::1]')).toEqual({ kind: 'good', host: '2001:db8::1' });
});

test.each(['X.X.X.X', 'x.x.x.x', '10.1.X.X', '192.0.2.*', 'xxx.xxx.xxx.xxx', '<address>'])(
  '%s is to be filled in',
  (text) => {
    expect(judgeAddress(text)).toEqual({ kind: 'placeholder' });
  },
);

test.each([
  '999.1.1.1',
  '192.0.2',
  '192.0.2.1.5',
  '192.0.2.256',
  '010.0.0.1',
  '0.0.0.0',
  '255.255.255.255',
  '224.0.0.1',
  '192.0.2.1:22',
  '192.0.2.1/24',
  '192.0.2.1 192.0.2.2',
  '192。0。2。1',
  'http://sw-01',
  'sw 01',
  '-sw',
  'sw..net',
  '10',
  '::',
  'ff02::1',
  '2001:db8::1::2',
  '核心交换机',
])('%s is no address', (text) => {
  expect(judgeAddress(text)).toEqual({ kind: 'bad' });
});
