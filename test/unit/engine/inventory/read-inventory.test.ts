import { expect, test } from 'vitest';
import { AppError } from '../../../../shared/errors';
import type { Device } from '../../../../shared/model/device';
import { ImportPreview } from '../../../../shared/model/import';
import { DeviceId, SecretRef } from '../../../../shared/model/ids';
import {
  writePredecessorWorkbook,
  type PredecessorRow,
} from '../../../../electron/engine/inventory/predecessor-workbook';
import { readInventory } from '../../../../electron/engine/inventory/read-inventory';
import { workbookOf, type CellOfTest } from '../../../support/workbook';

const knownTypes = ['alcatel_aos', 'cisco_asa', 'cisco_ios', 'huawei'];

const rows: readonly PredecessorRow[] = [
  {
    hostname: 'SW-01',
    host: '192.0.2.1',
    protocol: 'SSH',
    username: 'inspect',
    password: 'Kd7-pear',
    deviceType: 'alcatel_aos',
  },
  {
    hostname: 'SW-02',
    host: '192.0.2.2',
    protocol: 'SSH',
    port: 2222,
    username: 'inspect',
    password: 'Kd7-plum',
    secret: 'En-plum',
    deviceType: 'alcatel_aos',
    isSkipped: true,
  },
  {
    hostname: 'FW-01',
    host: '192.0.2.3',
    protocol: 'TELNET',
    username: 'inspect',
    password: 'Kd7-fig',
    deviceType: 'cisco_asa',
  },
];
const commands = {
  alcatel_aos: ['show system', 'show running-directory ', '#show tech-support'],
  cisco_asa: ['show license'],
};

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

test('the English dialect of the predecessor comes in without an edit', async () => {
  const bytes = writePredecessorWorkbook(rows, commands, 'predecessor-en');

  const { preview, inputs } = await readInventory(bytes, 'template.xlsx', [], knownTypes);

  expect(preview.dialect).toBe('predecessor-en');
  expect(
    inputs.map(({ name, host, port, protocol, platform, isSkipped }) => [
      name,
      host,
      port,
      protocol,
      platform,
      isSkipped,
    ]),
  ).toEqual([
    ['SW-01', '192.0.2.1', 22, 'ssh', 'alcatel_aos', false],
    ['SW-02', '192.0.2.2', 2222, 'ssh', 'alcatel_aos', true],
    ['FW-01', '192.0.2.3', 23, 'telnet', 'cisco_asa', false],
  ]);
  expect(inputs.map(({ commands: list }) => list)).toEqual([
    ['show system', 'show running-directory'],
    ['show system', 'show running-directory'],
    ['show license'],
  ]);
  expect(inputs[1]).toMatchObject({ passwordText: 'Kd7-plum', enableSecretText: 'En-plum' });
  expect(preview.problems.map(({ sheet, row, code, found }) => [sheet, row, code, found])).toEqual([
    ['alcatel_aos', 4, 'skipped-command', 'show tech-support'],
    ['alcatel_aos', 3, 'trailing-blank', 'show running-directory '],
    ['assets', 3, 'skipped-row', '#'],
  ]);
  expect(preview.rows.map(({ isUsable, effect }) => [isUsable, effect])).toEqual(Array(3).fill([true, 'new']));
});

test('the Chinese dialect of the predecessor comes in without an edit', async () => {
  const bytes = writePredecessorWorkbook(rows, commands, 'predecessor-zh');

  const { preview, inputs } = await readInventory(bytes, '巡检.xlsx', [], knownTypes);

  expect(preview.dialect).toBe('predecessor-zh');
  expect(inputs.map(({ name, protocol, isSkipped }) => [name, protocol, isSkipped])).toEqual([
    ['192.0.2.1', 'ssh', false],
    ['192.0.2.2', 'ssh', true],
    ['192.0.2.3', 'telnet', false],
  ]);
  expect(preview.problems.map(({ sheet, row, column, code }) => [sheet, row, column, code])).toEqual([
    ['alcatel_aos', 4, '命令', 'skipped-command'],
    ['alcatel_aos', 3, '命令', 'trailing-blank'],
    ['设备信息', 3, '状态', 'skipped-row'],
  ]);
});

test('the preview holds no password and satisfies the contract', async () => {
  const bytes = workbookOf({
    assets: [
      assetsHeader,
      ['a', null, 'X.X.X.X', 'http', 99999, '', 'Kd7-pear', 'En-plum', ''],
      ['b', null, null, null, null, null, 20260101.5],
    ],
  });

  const { preview } = await readInventory(bytes, 'list.xlsx', [], knownTypes);

  expect(ImportPreview.parse({ ...preview, token: 't' })).toEqual({ ...preview, token: 't' });
  expect(JSON.stringify(preview)).not.toMatch(/Kd7|En-plum|20260101/);
  expect(preview.rows[0]).toMatchObject({ hasPassword: true, hasEnableSecret: true, isUsable: false, effect: 'none' });
});

test('of two rows for one device the first that is not skipped counts', async () => {
  const device = (name: string, mark: string | null): Cells => [
    name,
    mark,
    '192.0.2.1',
    'SSH',
    22,
    'u',
    'p',
    null,
    'alcatel_aos',
  ];
  const bytes = workbookOf({
    assets: [assetsHeader, device('old', '#'), device('new', null), device('again', null)],
    alcatel_aos: aosCommands,
  });

  const { preview } = await readInventory(bytes, 'list.xlsx', [], knownTypes);

  expect(preview.rows.map(({ device: { name }, isUsable }) => [name, isUsable])).toEqual([
    ['old', false],
    ['new', true],
    ['again', false],
  ]);
  expect(preview.problems.filter(({ code }) => code === 'duplicate').map(({ row, found }) => [row, found])).toEqual([
    [2, '192.0.2.1:22'],
    [4, '192.0.2.1:22'],
  ]);
});

test('sheets and columns that are not understood are reported, empty ones are not', async () => {
  const bytes = workbookOf({
    assets: [
      [...assetsHeader, 'rack', null, null],
      ['SW-01', null, '192.0.2.1', 'SSH', 22, 'u', 'p', null, 'alcatel_aos', 'R1', 'loose'],
      [],
      ['', ' ', null],
    ],
    alcatel_aos: aosCommands,
    huawei: [
      ['状态', '命令'],
      ['启用', 'display version'],
    ],
    totals: [
      ['year', 'count'],
      [2026, 3],
    ],
    Sheet3: [],
  });

  const { preview } = await readInventory(bytes, 'list.xlsx', [], knownTypes);

  expect(preview.rows).toHaveLength(1);
  expect(preview.problems.map(({ code, found }) => [code, found])).toEqual([
    ['unknown-column', 'rack'],
    ['unknown-column', 'K'],
    ['unknown-sheet', 'totals'],
    ['unknown-sheet', 'huawei'],
  ]);
});

test('a command that could write is left out and reported, a heavy one is kept and reported', async () => {
  const bytes = workbookOf({
    assets: [assetsHeader, ['SW-01', null, '192.0.2.1', 'SSH', 22, 'u', 'p', null, 'alcatel_aos']],
    alcatel_aos: [
      ...aosCommands,
      [null, 'reload all'],
      [null, 'show log > /flash/x'],
      [null, 'show tech-support'],
      [null, 42],
    ],
  });

  const { preview, inputs } = await readInventory(bytes, 'list.xlsx', [], knownTypes);

  expect(inputs[0]?.commands).toEqual(['show system', 'show tech-support']);
  expect(preview.problems.map(({ severity, row, code, found }) => [severity, row, code, found])).toEqual([
    ['error', 6, 'not-text', '42'],
    ['error', 3, 'dangerous-command', 'reload all'],
    ['error', 4, 'dangerous-command', 'show log > /flash/x'],
    ['warning', 5, 'dangerous-command', 'show tech-support'],
  ]);
  expect(preview.rows[0]?.isUsable).toBe(true);
});

const stored: Device = {
  id: DeviceId.parse('d1'),
  name: '核心-1',
  host: '192.0.2.1',
  port: 22,
  protocol: 'ssh',
  platform: 'alcatel_aos',
  username: 'inspect',
  password: SecretRef.parse('device/d1/password'),
  group: '总部',
  comment: 'rack 3',
  commands: ['show system'],
  isSkipped: false,
};

test('a row with the address of a stored device changes that one and keeps what the file does not tell', async () => {
  const csv = 'IP,username,device_type\n192.0.2.1,inspect2,alcatel_aos\n';

  const { preview, inputs } = await readInventory(new TextEncoder().encode(csv), 'list.csv', [stored], knownTypes);

  expect(preview.rows[0]).toMatchObject({ effect: 'update', isUsable: true, problems: [] });
  expect(inputs[0]).toMatchObject({
    id: 'd1',
    name: '核心-1',
    group: '总部',
    comment: 'rack 3',
    commands: ['show system'],
  });
  expect(inputs[0]).toMatchObject({ username: 'inspect2', passwordText: undefined });
});

test('a csv file has no sheet of commands that could be missing', async () => {
  const csv = 'IP,username,password,device_type\n192.0.2.1,inspect,Kd7,alcatel_aos\n';

  const { preview } = await readInventory(new TextEncoder().encode(csv), 'list.csv', [], knownTypes);

  expect(preview).toMatchObject({ dialect: 'csv', problems: [] });
});

test('a row that is stored exactly so changes nothing, unless it brings a password', async () => {
  const text = (password: string): Uint8Array =>
    new TextEncoder().encode(`IP,username,password,device_type\n192.0.2.1,inspect,${password},alcatel_aos\n`);

  const same = await readInventory(text(''), 'list.csv', [stored], knownTypes);
  const withPassword = await readInventory(text('Kd7'), 'list.csv', [stored], knownTypes);

  expect(same.preview.rows[0]?.effect).toBe('none');
  expect(withPassword.preview.rows[0]?.effect).toBe('update');
});

test('headings may stand under a title', async () => {
  const bytes = workbookOf({
    设备: [
      ['XX 单位网络设备清单'],
      [],
      ['设备名称', 'IP地址', '设备类型', '用户名', '密码'],
      ['汇聚-1', '198.51.100.7', 'alcatel_aos', 'u', 'p'],
    ],
  });

  const { preview, inputs } = await readInventory(bytes, 'list.xlsx', [], knownTypes);

  expect(inputs[0]).toMatchObject({ name: '汇聚-1', host: '198.51.100.7' });
  expect(preview.rows[0]?.row).toBe(4);
});

test('a workbook without devices says so', async () => {
  const { preview } = await readInventory(
    workbookOf({
      Sheet1: [
        ['a', 'b'],
        [1, 2],
      ],
    }),
    'list.xlsx',
    [],
    knownTypes,
  );

  expect(preview.rows).toEqual([]);
  expect(preview.problems.map(({ code }) => code)).toEqual(['unknown-sheet', 'no-devices']);
});

const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const unreadable: readonly (readonly [string, Uint8Array, string])[] = [
  ['an old .xls', Uint8Array.from([...ole, ...new Uint8Array(504)]), 'Excel 97–2003 .xls'],
  [
    'a workbook with a password',
    Uint8Array.from([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')]),
    'EncryptedPackage',
  ],
  ['a broken zip', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), 'ZIP'],
  ['a web page named .xls', new TextEncoder().encode('<html><table/></html>'), 'HTML/XML'],
  ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]), 'binary'],
  ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1).fill(65), '> 20 MB'],
  ['damaged JSON', new TextEncoder().encode('[{"host": "192.0.2.1", "password": "Kd7'), 'JSON'],
  ['an open quote', new TextEncoder().encode('IP,device_type\n"192.0.2.1'), 'CSV: "'],
];

test.each(unreadable)('%s is refused as a whole', async (_what, bytes, detail) => {
  const reading = readInventory(bytes, 'list', [], knownTypes);

  await expect(reading).rejects.toThrow(AppError);
  await expect(reading).rejects.toMatchObject({ code: 'inventory.unreadable', params: { file: 'list', detail } });
});
