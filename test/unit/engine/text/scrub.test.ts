import { expect, test } from 'vitest';
import { createScrubber } from '../../../../electron/engine/text/scrub';
import { ciscoIos } from '../../../../electron/engine/vendors/cisco/ios/ios';

const scrubber = (names: readonly string[] = [], secrets: readonly string[] = []) =>
  createScrubber({ names, secrets, patterns: ciscoIos.secrets });

test('the same address, name and serial number become the same thing in every text', () => {
  const scrub = scrubber(['core-sw-01']);
  const one = scrub('core-sw-01 10.20.30.40 sn FDO1628Z0SM aabb.cc11.2233');
  const two = scrub('FDO1628Z0SM on 10.20.30.40 is core-sw-01 with aabb.cc11.2233');
  for (const word of one.split(' ').filter((each) => each !== 'sn')) expect(two).toContain(word);
  expect(one + two).not.toMatch(/10\.20|core-sw|FDO1628|aabb\.cc11/);
});

test('two things never become one', () => {
  const scrub = scrubber();
  const lines = Array.from({ length: 900 }, (_, index) => `10.1.${index >> 8}.${index & 255}`);
  expect(new Set(lines.map(scrub)).size).toBe(900);
});

test('columns stay where they are', () => {
  const scrub = scrubber();
  const table = 'Vlan10   10.1.2.3        up\nVlan20   172.16.200.100  up\nVlan30   10.1.2.4        down\n';
  const columns = (text: string): number[] =>
    text
      .trimEnd()
      .split('\n')
      .map((line) => line.search(/(?:up|down)$/));
  expect(columns(scrub(table))).toEqual(columns(table));
});

test.each([
  'mask 255.255.255.0, any 0.0.0.0, here 127.0.0.1, group 224.0.0.5',
  'Software, Version 15.2.7.3',
  'V200R005C00SPC500 of 01JAN2026',
  'System Memory: 4194304KB total, 1860564K free, 10000000BPS',
  'GigabitEthernet1/0/24 at 12:34:56, 100%',
  'ff:ff:ff:ff:ff:ff 0000.0000.0000 ::1',
])('%s says nothing of anybody and stays', (text) => {
  expect(scrubber()(text)).toBe(text);
});

test.each([
  ['2001:470:1:2::99 up', '2001:db8::1 up'],
  ['System serial number : ABC12345', 'System serial number : XXX00001'],
  ['AA:BB:CC:DD:EE:0F', '00:00:5E:00:53:00'],
  ['a1b2-c3d4-e5f6', '0000-5e00-5300'],
  ['write to noc@corp.cn', 'write to user1@example.com'],
  ['Contact: 王工 13800000000,', 'Contact: xxxxxxxxxxxxxx,'],
  ['snmp-server community S3cretWord RO', 'snmp-server community Scrubbed-1 RO'],
])('%s becomes %s', (text, clean) => {
  expect(scrubber()(text)).toBe(clean);
});

test('a known secret is replaced wherever it stands, a name only where it is a word', () => {
  const scrub = scrubber(['sw1'], ['pa$$W0rd']);
  expect(scrub('xpa$$W0rdx sw1 sw10')).toBe('xScrubbed-1x d1x sw10');
});

test('a scrubbed text scrubbed by the same scrubber holds nothing of the first', () => {
  const scrub = scrubber(['edge']);
  const key = '-----BEGIN RSA PRIVATE KEY-----\nMIIEow\n-----END RSA PRIVATE KEY-----';
  expect(scrub(key)).not.toContain('MIIEow');
});
