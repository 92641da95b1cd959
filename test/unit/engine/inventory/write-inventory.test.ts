import { read, utils, write } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Device } from '../../../../shared/model/device';
import { DeviceId, SecretRef } from '../../../../shared/model/ids';
import { emptyTemplate } from '../../../../electron/engine/inventory/empty-template';
import { readInventory } from '../../../../electron/engine/inventory/read-inventory';
import { writeInventory } from '../../../../electron/engine/inventory/write-inventory';

const devices: readonly Device[] = [
  {
    id: DeviceId.parse('d1'),
    name: '核心交换机-1',
    host: '192.0.2.1',
    port: 22,
    protocol: 'ssh',
    platform: 'alcatel_aos',
    username: 'inspect',
    password: SecretRef.parse('device/d1/password'),
    enableSecret: SecretRef.parse('device/d1/enable'),
    group: '总部, 三楼',
    comment: '他说 "重要"\n第二行',
    commands: ['show system', 'show log | include a,b'],
    isSkipped: false,
  },
  {
    id: DeviceId.parse('d2'),
    name: '=HYPERLINK("http://example.com")',
    host: 'fw.example.net',
    port: 2323,
    protocol: 'telnet',
    platform: 'cisco_asa',
    username: "'quoted",
    group: '-1',
    comment: '@all',
    commands: [],
    isSkipped: true,
  },
  {
    id: DeviceId.parse('d3'),
    name: 'bastion-1',
    host: '192.0.2.200',
    port: 2222,
    ftpPort: 2121,
    protocol: 'ssh',
    platform: 'alcatel_aos',
    username: 'audit',
    auth: 'key',
    privateKey: SecretRef.parse('device/d3/private-key'),
    passphrase: SecretRef.parse('device/d3/passphrase'),
    jump: 'hop@192.0.2.201:2022',
    bastion: {
      steps: [
        { wait: '/select\\s+host:\\s*$/i', send: '{host#}' },
        { wait: 'account>', send: '{user#}', isOptional: true },
        { wait: 'password:', send: '{password}', isOptional: true },
      ],
      leave: 'quit now',
      acceptsNewKeys: true,
      sessions: 3,
    },
    group: '',
    comment: '',
    commands: [],
    isSkipped: false,
  },
];

const formats = ['xlsx', 'csv', 'json'] as const;

test.each(formats.flatMap((format) => [[format, 'zh-CN'] as const, [format, 'en'] as const]))(
  'what is exported as %s in %s can be imported again',
  async (format, locale) => {
    const bytes = writeInventory(devices, format, locale);

    const { preview, inputs } = await readInventory(bytes, `list.${format}`, [], ['alcatel_aos', 'cisco_asa']);

    expect(inputs).toEqual(
      devices.map((device) => ({
        ...device,
        id: undefined,
        password: undefined,
        enableSecret: undefined,
        passwordText: undefined,
        enableSecretText: undefined,
        privateKey: undefined,
        passphrase: undefined,
      })),
    );
    expect(preview.problems.map(({ code }) => code)).toEqual(['no-password', 'skipped-row']);
  },
);

test.each(formats)('an export as %s imported over the same devices changes nothing', async (format) => {
  const bytes = writeInventory(devices, format);

  const { preview } = await readInventory(bytes, `list.${format}`, devices, ['alcatel_aos', 'cisco_asa']);

  expect(preview.rows.map(({ effect }) => effect)).toEqual(['none', 'none', 'none']);
});

test.each(formats)('an export as %s names no secret', async (format) => {
  const bytes = writeInventory(devices, format);

  expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/d1\/password|d1\/enable|d3\/p/);
});

test('a csv file opens in Excel: marked as UTF-8, and no cell is run as a formula', async () => {
  const bytes = writeInventory(devices, 'csv');

  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

  expect(text.startsWith('\uFEFF状态,设备名称')).toBe(true);
  expect(text).toContain(`"'=HYPERLINK(""http://example.com"")"`);
  expect(text).not.toMatch(/(^|,)"?[=+@-]/m);
});

test.each(['zh-CN', 'en'] as const)(
  'the empty template in %s brings no device and can be filled in',
  async (locale) => {
    const template = emptyTemplate(locale);

    const empty = await readInventory(template, 'template.xlsx', [], ['alcatel_aos']);
    const book = read(template);
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    const filled = [
      null,
      '汇聚-2',
      '192.0.2.9',
      'TELNET',
      null,
      'alcatel_aos',
      'inspect',
      '0042',
      null,
      null,
      null,
      'show system\nshow fan',
    ];
    utils.sheet_add_aoa(sheet, [filled], { origin: -1 });
    const filledIn: ArrayBuffer = write(book, { type: 'array' });
    const again = await readInventory(new Uint8Array(filledIn), 'template.xlsx', [], ['alcatel_aos']);

    expect(empty.preview.dialect).toBe('xunjian');
    expect(empty.preview.rows.filter(({ isUsable }) => isUsable)).toEqual([]);
    expect(empty.preview.problems.map(({ code }) => code)).toEqual(['placeholder-address', 'skipped-row']);
    expect(strFromU8(unzipSync(template)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toMatch(
      /<dataValidation type="list"[^>]* sqref="D2:D1000"><formula1>&quot;SSH,TELNET&quot;</,
    );
    expect(again.inputs[1]).toMatchObject({
      name: '汇聚-2',
      protocol: 'telnet',
      port: 23,
      passwordText: '0042',
      commands: ['show system', 'show fan'],
    });
    expect(again.preview.rows[1]?.isUsable).toBe(true);
  },
);
