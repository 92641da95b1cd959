import { expect, test } from 'vitest';
import { readInventory } from '../../../../electron/engine/inventory/read-inventory';

async function read(value: unknown): ReturnType<typeof readInventory> {
  return readInventory(new TextEncoder().encode(JSON.stringify(value)), 'fleet.json', [], ['alcatel_aos']);
}

test('a list for scripts is read, unknown fields are ignored', async () => {
  const { preview, inputs } = await read([
    {
      name: 'SW-001',
      host: '192.0.2.1',
      port: 10022,
      protocol: 'ssh',
      platform: 'alcatel_aos',
      username: 'inspect',
      password: 'Kd7-pear',
      secret: 'En-plum',
      group: 'lab',
      commands: ['show system', 'show chassis '],
      rack: { unit: 7 },
    },
    { host: '192.0.2.2', platform: 'alcatel_aos', username: 'inspect', password: 'x', skipped: true },
  ]);

  expect(preview.dialect).toBe('json');
  expect(inputs[0]).toMatchObject({
    name: 'SW-001',
    port: 10022,
    group: 'lab',
    passwordText: 'Kd7-pear',
    enableSecretText: 'En-plum',
    commands: ['show system', 'show chassis'],
  });
  expect(inputs[1]).toMatchObject({ name: '192.0.2.2', port: 22, commands: [], isSkipped: true });
  expect(preview.problems.map(({ row, code }) => [row, code])).toEqual([
    [1, 'trailing-blank'],
    [2, 'skipped-row'],
  ]);
});

test('what is no device and what is no text is reported with its place', async () => {
  const { preview } = await read({ devices: [7, { host: ['192.0.2.1'], platform: 'alcatel_aos', commands: [1] }] });

  expect(preview.rows).toHaveLength(1);
  expect(preview.problems.map(({ sheet, row, column, code }) => [sheet, row, column, code])).toEqual([
    ['fleet.json', 1, null, 'bad-field'],
    ['fleet.json', 2, 'host', 'bad-field'],
    ['fleet.json', 2, 'commands', 'bad-field'],
    ['fleet.json', 2, 'host', 'no-address'],
  ]);
});

test.each([{ hosts: [] }, 'text', 7, null])('%j is no list of devices', async (value) => {
  await expect(read(value)).rejects.toMatchObject({ code: 'inventory.unreadable' });
});

test('keys, agents and jump hosts are read, and no key is in the preview', async () => {
  const key = '-----BEGIN OPENSSH PRIVATE KEY-----\nbm90IGEga2V5\n-----END OPENSSH PRIVATE KEY-----\n';
  const common = { platform: 'alcatel_aos', username: 'inspect' };

  const { preview, inputs } = await read([
    { ...common, host: '192.0.2.1', privateKey: key, passphrase: 'key words', jump: 'hop@192.0.2.9:2022' },
    { ...common, host: '192.0.2.2', auth: 'agent' },
    { ...common, host: '192.0.2.3', auth: 'badge', password: 'x' },
  ]);

  expect(inputs[0]).toMatchObject({ auth: 'key', privateKeyText: key, passphraseText: 'key words' });
  expect(inputs[0]?.jump).toBe('hop@192.0.2.9:2022');
  expect(inputs[1]?.auth).toBe('agent');
  expect(JSON.stringify(preview)).not.toMatch(/bm90IGEga2V5|key words/);
  expect(preview.problems.map(({ row, column, code }) => [row, column, code])).toEqual([[3, 'auth', 'bad-field']]);
});

test('ways through a bastion are read as they are written in a cell and as fields; a literal password is not shown', async () => {
  const common = { platform: 'alcatel_aos', username: 'audit', password: 'x' };
  const steps = [{ wait: 'Opt>', send: '{host}' }];

  const { preview, inputs } = await read([
    { ...common, host: '192.0.2.1', bastion: 'Linux\n!accept-new-host-keys' },
    { ...common, host: '192.0.2.2', bastion: { steps } },
    { ...common, host: '192.0.2.3', bastion: 'Opt> => {address}' },
    { ...common, host: '192.0.2.4', bastion: 'Opt> => {host}\npassword: => hunter2' },
    { ...common, host: '192.0.2.5', bastion: { steps: [{ wait: '/(/', send: '' }] } },
  ]);

  expect(inputs.slice(0, 2).map(({ bastion }) => bastion)).toEqual([
    { preset: 'linux', acceptsNewKeys: true },
    { steps },
  ]);
  expect(preview.problems.map(({ row, code, found }) => [row, code, found])).toEqual([
    [5, 'bad-field', ''],
    [3, 'bad-bastion', 'Opt> => {address}'],
    [4, 'bad-bastion', '***'],
  ]);
  expect(preview.rows.map(({ isUsable }) => isUsable)).toEqual([true, true, false, false, true]);
});

test('the port of a device’s FTP server is read, and a number that is no port is told', async () => {
  const common = { platform: 'alcatel_aos', username: 'audit', password: 'x' };

  const { preview, inputs } = await read([
    { ...common, host: '192.0.2.1', ftpPort: 2121 },
    { ...common, host: '192.0.2.2' },
    { ...common, host: '192.0.2.3', ftpPort: 70_000 },
  ]);

  expect(inputs.map(({ ftpPort }) => ftpPort)).toEqual([2121, undefined, undefined]);
  expect(preview.problems.map(({ row, column, code }) => [row, column, code])).toEqual([[3, 'ftpPort', 'bad-port']]);
});
