import { createServer, type Server } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { AppError } from '../../../../shared/errors';
import { FtpFiles } from '../../../../electron/engine/ftp/ftp-files';
import type { Target } from '../../../../electron/engine/session/session';
import { labOptions } from '../access/lab-session';

/** What a broken or hostile server may say to any command, in any order. */
const reply = fc.oneof(
  fc.constantFrom(
    '220 ready\r\n',
    '331 password\r\n',
    '230 in\r\n',
    '200 ok\r\n',
    '211-Features\r\n HASH SHA-256\r\n211 End\r\n',
    '213 12\r\n',
    '213 -1\r\n',
    '213 many\r\n',
    '213 99999999999999999999\r\n',
    '227 Entering Passive Mode (127,0,0,1,0,9)\r\n',
    '227 Entering Passive Mode (203,0,113,9,0,9)\r\n',
    '227 (999,999,999,999,999,999)\r\n',
    '229 Entering Extended Passive Mode (|||9|)\r\n',
    '229 (|||70000|)\r\n',
    '229 (|||-1|)\r\n',
    '150 here it comes\r\n',
    '226 done\r\n',
    '426 aborted\r\n',
    '550 no\r\n',
    '530 no\r\n',
    '421 closing\r\n',
    '1',
    '211-never ends\r\n',
    '',
  ),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
);

let server: Server;
let port: number;
let script: readonly (string | Buffer)[];

beforeEach(async () => {
  server = createServer((socket) => {
    const rest = [...script];
    const say = (): void => {
      const next = rest.shift();
      if (next === undefined) socket.end();
      else if (next.length > 0) socket.write(next);
    };
    socket.on('error', () => socket.destroy());
    socket.on('data', say);
    say();
  });
  port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' ? (address?.port ?? 0) : 0);
    });
  });
});

afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

test('whatever a server says, a fetch ends in time, with a code of ours and no file', async () => {
  const target: Target = {
    host: '127.0.0.1',
    port: 22,
    protocol: 'ssh',
    username: 'inspector',
    password: 'Lab-0nly.Passw0rd',
    enableSecret: undefined,
    ftpPort: port,
  };
  const codes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.boolean(), fc.array(reply, { maxLength: 12 }), async (isIn, replies) => {
      // Half of them let us in first: what matters is what comes after it.
      const entry = ['220 ready\r\n', '331 password\r\n', '230 in\r\n', '211 none\r\n', '200 binary\r\n'];
      script = isIn ? [...entry, ...replies] : replies;
      const files = new FtpFiles(target, labOptions({ budgets: { connectMs: 60, fileMs: 60 } }));
      const error: unknown = await files.fetch('/flash/working/vcboot.cfg').catch((cause: unknown) => cause);
      await files.close();
      expect(error).toBeInstanceOf(AppError);
      if (error instanceof AppError) codes.add(error.code);
    }),
    { numRuns: 150 },
  );
  expect([...codes].filter((code) => !code.startsWith('files.'))).toEqual([]);
  expect(codes.size).toBeGreaterThan(1);
}, 60_000);
