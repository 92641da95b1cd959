import { expect, test } from 'vitest';
import { readInventory } from '../../../../electron/engine/inventory/read-inventory';
import { workbookOf, type CellOfTest } from '../../../support/workbook';

const knownTypes = ['alcatel_aos', 'cisco_asa', 'cisco_ios', 'huawei'];

type Cells = readonly CellOfTest[];

const assetsHeader: Cells = [
  'hostname',
  'comment',
  'IP',
  'protocol',
  'port',
  'username',
  'password',
  'secret',
  'device_type',
];
const aosCommands: readonly Cells[] = [
  ['comment', 'cmd_list'],
  [null, 'show system'],
];

/** Reads one row of the English dialect; the cells given replace good ones. */
async function readRow(changed: Readonly<Record<string, CellOfTest>>): ReturnType<typeof readInventory> {
  const good: Readonly<Record<string, CellOfTest>> = {
    hostname: 'SW-01',
    IP: '192.0.2.1',
    protocol: 'SSH',
    username: 'inspect',
    password: 'Kd7-pear',
    device_type: 'alcatel_aos',
  };
  const cells = assetsHeader.map((heading) => ({ ...good, ...changed })[String(heading)] ?? null);
  const bytes = workbookOf({ assets: [assetsHeader, cells], alcatel_aos: aosCommands });
  return readInventory(bytes, 'list.xlsx', [], knownTypes);
}

function problemsOf(read: Awaited<ReturnType<typeof readInventory>>): readonly string[] {
  return read.preview.problems.map(({ severity, column, code }) => `${severity} ${column ?? '-'} ${code}`);
}

const cellCases: readonly (readonly [string, Readonly<Record<string, CellOfTest>>, readonly string[]])[] = [
  ['a whole row', {}, []],
  ['no address', { IP: null }, ['error IP no-address']],
  ['blanks for an address', { IP: '   ' }, ['error IP no-address']],
  ['a placeholder', { IP: 'X.X.X.X' }, ['error IP placeholder-address']],
  ['an impossible address', { IP: '999.1.1.1' }, ['error IP bad-address']],
  ['an address that became a number', { IP: 10.1 }, ['error IP bad-address']],
  ['an address that became a date', { IP: new Date('2026-01-02') }, ['warning IP not-text', 'error IP bad-address']],
  ['an error in the address', { IP: { t: 'e', v: 0x2a } }, ['error IP not-text', 'error IP no-address']],
  ['blanks around an address', { IP: ' 192.0.2.1 ' }, ['warning IP trailing-blank']],
  ['a calculated address', { IP: { t: 's', f: '"192.0.2."&1', v: '192.0.2.1' } }, ['warning IP formula']],
  ['port 0', { port: 0 }, ['error port bad-port']],
  ['port 65536', { port: 65536 }, ['error port bad-port']],
  ['port 22.5', { port: 22.5 }, ['error port bad-port']],
  ['a port in words', { port: 'ssh' }, ['error port bad-port']],
  ['port as text', { port: '22' }, []],
  ['an unknown protocol', { protocol: 'HTTPS' }, ['error protocol unknown-protocol']],
  [
    'an unknown type',
    { device_type: 'acme_os' },
    ['warning device_type unknown-platform', 'warning - no-such-sheet', 'warning - unknown-sheet'],
  ],
  ['no type', { device_type: null }, ['error device_type no-platform', 'warning - unknown-sheet']],
  ['no user', { username: null }, ['warning - no-username']],
  ['no password', { password: null }, ['warning - no-password']],
  ['a password of digits', { password: 20260101 }, ['warning password number-as-password']],
  ['a rounded password', { password: 1.2345678901234568e19 }, ['error password number-as-password']],
  ['a password with a point', { password: 12.5 }, ['error password number-as-password']],
  [
    'a linked password',
    { password: { t: 's', v: 'a@b', l: { Target: 'mailto:a@b' } } },
    ['warning password link-as-password'],
  ],
  ['a dated password', { password: new Date('2026-03-04') }, ['error password date-as-password']],
  ['TRUE as password', { password: true }, ['error password not-text']],
  ['an enable password of digits', { secret: 1234 }, ['warning secret number-as-password']],
  ['a rich name', { hostname: { t: 's', v: 'SW-1', r: '<r><t>SW</t></r><r><rPr><b/></rPr><t>-1</t></r>' } }, []],
  ['a name of digits', { hostname: 6860 }, []],
  ['a comment that begins with the mark', { comment: '#3 rack' }, []],
];

test.each(cellCases)('%s is judged', async (_what, changed, expected) => {
  const read = await readRow(changed);

  expect([...problemsOf(read)].sort()).toEqual([...expected].sort());
  expect(read.preview.rows[0]?.isUsable).toBe(!expected.some((problem) => problem.startsWith('error')));
});

test('what a spreadsheet made of a password is undone where it can be', async () => {
  const digits = await readRow({ password: 20260101 });
  const link = await readRow({ password: { t: 's', v: 'p@ss.example', l: { Target: 'http://p@ss.example' } } });
  const blanks = await readRow({ password: ' two words ' });
  const rounded = await readRow({ password: 1.5e20 });

  expect(digits.inputs[0]?.passwordText).toBe('20260101');
  expect(link.inputs[0]?.passwordText).toBe('p@ss.example');
  expect(blanks.inputs[0]?.passwordText).toBe(' two words ');
  expect(rounded.inputs[0]?.passwordText).toBeUndefined();
});

test('zeros that only a number format shows are kept', async () => {
  const read = await readRow({ password: { t: 'n', v: 42, z: '000000' } });
  const signed = await readRow({ hostname: { t: 'n', v: -42, z: '000000' } });

  expect(read.inputs[0]?.passwordText).toBe('000042');
  expect(signed.inputs[0]?.name).toBe('-42');
});

test('telnet is told by the column, by the type and by port 23 alone', async () => {
  const byColumn = await readRow({ protocol: 'Telnet' });
  const byType = await readRow({ protocol: null, device_type: 'cisco_ios_telnet' });
  const byPort = await readRow({ protocol: null, port: 23 });
  const plain = await readRow({ protocol: null });

  expect(byColumn.inputs[0]).toMatchObject({ protocol: 'telnet', port: 23 });
  expect(byType.inputs[0]).toMatchObject({ protocol: 'telnet', port: 23, platform: 'cisco_ios' });
  expect(byPort.inputs[0]).toMatchObject({ protocol: 'telnet', port: 23 });
  expect(plain.inputs[0]).toMatchObject({ protocol: 'ssh', port: 22 });
});
