import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { lab } from '../../../electron/lab';
import { faults } from '../../../electron/lab/faults';
import { labArguments } from '../../../electron/lab/lab-arguments';
import { loadPersonality, personalityIds } from '../../../electron/lab/personality';
import { textTable } from '../../../shared/text-table';

test('without words there is one device of each personality', () => {
  const { specs } = labArguments([]);

  expect(specs.map(({ personality }) => personality)).toEqual(personalityIds());
  expect(specs.every(({ fault }) => fault === undefined)).toBe(true);
});

test('faults go to the first devices, the others are well', () => {
  const { specs } = labArguments([
    '--devices',
    '3',
    '--personality',
    'os6860-aos8',
    '--fault',
    'silent',
    '--fault',
    'slow',
  ]);

  expect(specs.map(({ name, fault }) => [name, fault])).toEqual([
    ['LAB-001', 'silent'],
    ['LAB-002', 'slow'],
    ['LAB-003', undefined],
  ]);
});

test('each fault stands once, faults of SSH and SFTP on devices that have them', () => {
  const { specs } = labArguments(['--devices', '30', '--fault', 'each']);

  const sshOnly = specs.filter(({ fault }) => /sftp|host-key|channel|legacy/.test(fault ?? ''));
  expect(specs.flatMap(({ fault }) => fault ?? []).sort()).toEqual(Object.keys(faults).sort());
  expect(sshOnly).toHaveLength(8);
  expect(sshOnly.map(({ personality }) => loadPersonality(personality).protocol)).toEqual(sshOnly.map(() => 'ssh'));
});

test.each([
  [['--devices', '0'], '--devices 0'],
  [['--devices', 'many'], '--devices many'],
  [['--fault', 'explodes'], '--fault explodes'],
  [['--personality', 'none'], '--personality none'],
  [['--lang', 'fr'], '--lang fr'],
  [['--bastion', 'castle'], '--bastion castle'],
  [['--bastion', 'linux', '--devices', '763'], '--devices 763'],
  [['--unheard'], '--unheard'],
])('%j is refused by name with exit code 64', async (words, named) => {
  const lines: string[] = [];

  const code = await lab(words, (line) => lines.push(line));

  expect(code).toBe(64);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain(named);
});

test('the fleet runs until it is told to stop, and leaves an inventory that only its owner can read', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lab-'));
  const path = join(folder, 'fleet.json');
  const lines: string[] = [];
  const out = (line: string) => {
    lines.push(line);
    if (line.includes('Ctrl+C')) process.emit('SIGTERM');
  };

  const code = await lab(['--personality', 'os6860-aos8', '--inventory', path, '--sinks', '--lang', 'en'], out);
  const inventory: unknown = JSON.parse(await readFile(path, 'utf8'));
  const { mode } = await stat(path);
  await rm(folder, { recursive: true });

  expect(code).toBe(0);
  expect(inventory).toEqual([
    expect.objectContaining({ name: 'LAB-001', host: '127.0.0.1', protocol: 'ssh', platform: 'alcatel_aos' }),
  ]);
  expect(mode & 0o077).toBe(0);
  expect(lines[0]).toMatch(/^name +address +protocol/);
  expect(lines.join('\n')).toMatch(/mail 127\.0\.0\.1:\d+ · WxPusher https?:\/\/127\.0\.0\.1:\d+/);
  expect(lines.at(-1)).toBe('Stopped: 0 connections, 0 sessions, 0 of them logged out in order.');
});

test('help names every personality', async () => {
  const lines: string[] = [];

  await lab(['--help'], (line) => lines.push(line));

  for (const id of personalityIds()) expect(lines[0]).toContain(`  ${id} `);
});

test('columns line up under Chinese text', () => {
  expect(
    textTable([
      ['名称', 'b'],
      ['x', 'y'],
    ]),
  ).toBe('名称  b\nx     y');
});

test('with a bastion the inventory leads through it, under addresses that only it knows', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'lab-'));
  const path = join(folder, 'fleet.json');
  const out = (line: string) => void (line.includes('Ctrl+C') && process.emit('SIGTERM'));

  const words = [
    '--devices',
    '2',
    '--personality',
    'os6860-aos8',
    '--inventory',
    path,
    '--bastion',
    'menu',
    '--lang',
    'en',
  ];
  const code = await lab(words, out);
  const inventory: unknown = JSON.parse(await readFile(path, 'utf8'));
  await rm(folder, { recursive: true });

  expect(code).toBe(0);
  expect(inventory).toMatchObject([
    { name: 'LAB-BASTION', host: '127.0.0.1', bastion: 'jumpserver', skipped: true },
    { name: 'LAB-001', host: '192.0.2.1', jump: 'LAB-BASTION' },
    { name: 'LAB-002', host: '192.0.2.2', jump: 'LAB-BASTION' },
  ]);
});
