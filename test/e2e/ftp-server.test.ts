import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { FtpFiles } from '../../electron/engine/ftp/ftp-files';
import type { FetchedFile, Target } from '../../electron/engine/session/session';
import { realFtp } from '../support/real-ftp';
import { labOptions } from '../unit/engine/access/lab-session';

const account = { username: 'inspector', password: 'Lab-0nly.Passw0rd' };
const sizes = [0, 1, 20_480, 3_000_001];
const content = (size: number) => Buffer.alloc(size, 'config line 中文\r\n');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ftp-'));
  for (const size of sizes) writeFileSync(join(folder, `file-${size}.cfg`), content(size));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Asked = {
  readonly host?: '127.0.0.1' | '::1';
  readonly without?: readonly string[];
  readonly password?: string;
};

/** Fetches from a real FTP server. */
async function fetched(paths: readonly string[], asked: Asked = {}): Promise<readonly FetchedFile[]> {
  const { host = '127.0.0.1', without = [], password = account.password } = asked;
  const server = await realFtp({ ...account, host, folder, without });
  const target: Target = {
    host,
    port: 22,
    protocol: 'ssh',
    username: account.username,
    password,
    enableSecret: undefined,
    ftpPort: server.port,
  };
  const files = new FtpFiles(target, labOptions());
  try {
    const all: FetchedFile[] = [];
    for (const path of paths) all.push(await files.fetch(path));
    return all;
  } finally {
    await files.close();
    await server.close();
  }
}

test.each([
  ['as it is', {}],
  ['without EPSV', { without: ['EPSV'] }],
  ['without SIZE, EPSV and FEAT', { without: ['SIZE', 'EPSV', 'FEAT'] }],
  ['over IPv6', { host: '::1' }],
] as const)('a real FTP server %s gives every file byte by byte', async (_name, asked) => {
  const files = await fetched(
    sizes.map((size) => `/file-${size}.cfg`),
    asked,
  );

  expect(files.map(({ way, bytes }) => [way, bytes.length])).toEqual(sizes.map((size) => ['ftp', size]));
  expect(files.map(({ bytes }, index) => bytes.equals(content(sizes[index] ?? -1)))).toEqual(sizes.map(() => true));
});

test('a real FTP server tells what is not there, and whom it does not know', async () => {
  await expect(fetched(['/nope.cfg'])).rejects.toMatchObject({ code: 'files.not-found' });
  await expect(fetched(['/file-1.cfg'], { password: 'wrong' })).rejects.toMatchObject({ code: 'files.no-ftp' });
});
