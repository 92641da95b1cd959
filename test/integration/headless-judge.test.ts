import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runHeadless } from '../support/run-headless';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xunjian-judge-'));
  mkdirSync(join(folder, 'alcatel_aos', 'show-fan'), { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const fan = 'Chassis Fan    Status\n-------+---+------\n   1    1   Running\n   1    2   Running\n';
const put = (path: string, text: string): void => writeFileSync(join(folder, 'alcatel_aos', path), text);

test('saved texts are judged as whole only where they show it or somebody vouches for it', async () => {
  put('show-fan/a.txt', fan);
  put('sw-1.log', `-> show fan\n${fan}-> exit\n`);

  const open = await runHeadless(['judge', folder, '--json']);
  const vouched = await runHeadless(['judge', folder, '--json', '--whole']);

  expect(open.code).toBe(2);
  expect(open.events.map(({ complete, verdict }) => [complete, verdict])).toEqual([
    [null, 'unknown'],
    [true, 'pass'],
  ]);
  expect(vouched.code).toBe(0);
  expect(vouched.events.map(({ complete, verdict }) => [complete, verdict])).toEqual([
    [true, 'pass'],
    [true, 'pass'],
  ]);
});

test('cutting every text shows that none is called healthy', async () => {
  put('show-fan/a.txt', `${fan}-> `);

  const result = await runHeadless(['judge', folder, '--cuts', '--json', '--lang', 'en']);

  expect(result.code).toBe(0);
  expect(result.events).toEqual([
    {
      platform: 'alcatel_aos',
      texts: 1,
      read: 1,
      evidence: 0,
      judged: 1,
      unknown: 0,
      endUnseenOnly: 0,
      reasons: {},
      cuts: 7,
      passingCuts: 0,
    },
  ]);
  expect(result.stderr).toContain('7 cuts, 0 of them judged pass');
});

test('a reader that stops reading does not end the work', async () => {
  for (let count = 0; count < 300; count += 1) put(`show-fan/${count}.txt`, fan);
  const child = spawn(process.execPath, ['build/headless.mjs', 'judge', folder, '--json']);
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));

  await once(child.stdout, 'data');
  child.stdout.destroy();
  const [code] = (await once(child, 'close')) as [number | null];

  expect(stderr).not.toContain('EPIPE');
  expect(code).toBe(2);
});
