import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { FtpFiles } from '../../../../electron/engine/ftp/ftp-files';
import { openSession } from '../../../../electron/engine/access/open-session';
import type { DeviceSession, FetchedFile, SessionOptions, Target } from '../../../../electron/engine/session/session';
import type { DeviceSpec, LabDevice } from '../../../../electron/lab/device-spec';
import type { FtpManner } from '../../../../electron/lab/ftp-server';
import { withFleet } from '../../../support/lab';
import { labOptions, targetOf } from '../access/lab-session';

const path = '/flash/working/vcboot.cfg';
const password = 'Lab-0nly.Passw0rd';

async function onDevice(more: Partial<DeviceSpec>, use: (device: LabDevice) => Promise<void>): Promise<void> {
  const spec: DeviceSpec = { name: 'SW-1', personality: 'os6860-aos8', ...more };
  await withFleet([spec], (fleet) => use(fleet.device('SW-1')));
}

/** Fetches by FTP alone. */
async function byFtp(
  ftp: FtpManner,
  check: (fetch: (path: string) => Promise<FetchedFile>, device: LabDevice, files: FtpFiles) => Promise<void>,
  more: Partial<DeviceSpec> = {},
  // Only a server that stands still is waited out.
  options: SessionOptions = labOptions(ftp === 'stalls' ? { budgets: { fileMs: 300 } } : {}),
): Promise<void> {
  await onDevice({ ftp, ...more }, async (device) => {
    const files = new FtpFiles(targetOf(device), options);
    try {
      await check((asked) => files.fetch(asked), device, files);
    } finally {
      await files.close();
    }
  });
}

async function withSession(
  device: LabDevice,
  more: Partial<SessionOptions>,
  use: (session: DeviceSession) => Promise<void>,
): Promise<void> {
  const session = await openSession(targetOf(device), { ...labOptions({ budgets: { fileMs: 400 } }), ...more });
  try {
    await use(session);
  } finally {
    await session.close();
  }
}

test.each(['works', 'old', 'flat', 'old-flat', 'hash', 'xmd5'] as const)(
  'a server that is "%s" gives the file, byte by byte',
  (ftp) =>
    byFtp(ftp, async (fetch, device, files) => {
      const file = await fetch(path);

      expect(file.way).toBe('ftp');
      expect(file.bytes.equals(device.expected.files.get(path) ?? Buffer.alloc(0))).toBe(true);
      expect(file.path).toBe(path);
      expect(files.hasSentPassword).toBe(true);
      expect(device.record.writesTried).toBe(0);
    }),
);

test('a large file comes whole, and several files take one login', () =>
  byFtp(
    'works',
    async (fetch, device) => {
      const [one, two] = await Promise.all([fetch(path), fetch(path)]);

      expect([one?.bytes.length, two?.bytes.length]).toEqual([5_000_000, 5_000_000]);
      expect(device.record.logins).toEqual([{ user: 'inspector', method: 'ftp', accepted: true }]);
    },
    { fileBytes: 5_000_000 },
  ));

test.each([
  ['short', 'files.short'],
  ['wrong-size', 'files.short'],
  ['changes', 'files.short'],
  ['cut', 'files.cut'],
  ['drops', 'files.cut'],
  ['old-short', 'files.mismatch'],
  ['wrong-hash', 'files.mismatch'],
  ['stalls', 'files.timeout'],
  ['denied', 'files.denied'],
  ['refuses-login', 'files.no-ftp'],
  ['tls-only', 'files.no-ftp'],
  ['other-host', 'files.no-ftp'],
  ['no-data', 'files.no-ftp'],
] as const)('a server that is "%s" gives no file but %s', (ftp, code) =>
  byFtp(ftp, async (fetch) => {
    await expect(fetch(path)).rejects.toMatchObject({ code, params: { host: '127.0.0.1', path } });
  }),
);

test('a file that is not there is told as such', () =>
  byFtp('works', async (fetch) => {
    await expect(fetch('/flash/working/nope.cfg')).rejects.toMatchObject({ code: 'files.not-found' });
    // The connection is as good as before.
    expect((await fetch(path)).way).toBe('ftp');
  }));

test('a refused password is not sent again for the next file', () =>
  byFtp('refuses-login', async (fetch, device) => {
    await expect(fetch(path)).rejects.toMatchObject({ code: 'files.no-ftp' });
    await expect(fetch('/flash/working/other.cfg')).rejects.toMatchObject({
      code: 'files.no-ftp',
      params: { path: '/flash/working/other.cfg' },
    });

    expect(device.record.logins).toEqual([{ user: 'inspector', method: 'ftp', accepted: false }]);
  }));

test('a port that says nothing is given up after the connect budget, before the password is sent', () =>
  byFtp(
    'mute',
    async (fetch, _device, files) => {
      await expect(fetch(path)).rejects.toMatchObject({ code: 'files.no-ftp' });
      expect(files.hasSentPassword).toBe(false);
    },
    {},
    labOptions({ budgets: { connectMs: 200 } }),
  ));

test('a port that nobody listens on is no FTP, and no password was sent', async () => {
  const server = createServer();
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });
  const target: Target = {
    host: '127.0.0.1',
    port: 22,
    protocol: 'ssh',
    username: 'inspector',
    password,
    enableSecret: undefined,
    ftpPort: port,
  };
  const files = new FtpFiles(target, labOptions());

  await expect(files.fetch(path)).rejects.toMatchObject({ code: 'files.no-ftp' });

  expect(files.hasSentPassword).toBe(false);
});

test('a server that names another host for its data is never followed there', () =>
  byFtp('other-host', async (fetch) => {
    const error: unknown = await fetch(path).catch((cause: unknown) => cause);
    expect(error).toMatchObject({ code: 'files.no-ftp' });
    expect(chainOf(error).join('\n')).toContain('PASV returned another host');
  }));

test('no error tells the password', () =>
  byFtp('refuses-login', async (fetch) => {
    const error: unknown = await fetch(path).catch((cause: unknown) => cause);
    expect(chainOf(error).length).toBeGreaterThan(1);
    expect(chainOf(error).join('\n')).not.toContain(password);
  }));

test('cancelling ends a transfer that stands still', async () => {
  const controller = new AbortController();
  const options = labOptions({ signal: controller.signal, budgets: { fileMs: 60_000 } });
  await byFtp(
    'stalls',
    async (fetch, device) => {
      const fetching = fetch(path);
      await expect.poll(() => device.record.filesRead).toEqual([path]);
      controller.abort();
      await expect(fetching).rejects.toMatchObject({ code: 'device.cancelled' });
    },
    {},
    options,
  );
});

test('FTP comes after SFTP and SCP, and is told as a clear-text way', () =>
  onDevice({ fault: 'no-sftp', ftp: 'works' }, (device) =>
    withSession(device, { allowFtp: true }, async (session) => {
      expect(session.weakAlgorithms).toEqual([]);
      expect((await session.fetch(path)).way).toBe('ftp');
      expect(session.weakAlgorithms).toEqual(['ftp']);
    }),
  ));

test.each([
  ['SFTP', { ftp: 'works' }, 'sftp'],
  ['SCP', { fault: 'no-sftp', scp: 'works', ftp: 'works' }, 'scp'],
] as const)('where %s works, no password goes out by FTP', (_name, spec, way) =>
  onDevice(spec, (device) =>
    withSession(device, { allowFtp: true }, async (session) => {
      expect((await session.fetch(path)).way).toBe(way);
      expect(device.record.logins.filter(({ method }) => method === 'ftp')).toEqual([]);
    }),
  ),
);

test('without the user’s word FTP is not tried', () =>
  onDevice({ fault: 'no-sftp', ftp: 'works' }, (device) =>
    withSession(device, {}, async (session) => {
      await expect(session.fetch(path)).rejects.toMatchObject({ code: 'files.no-sftp' });
      expect(device.record.logins.filter(({ method }) => method === 'ftp')).toEqual([]);
    }),
  ));

test('a file that SFTP cannot find is not looked for by FTP', () =>
  onDevice({ ftp: 'works' }, (device) =>
    withSession(device, { allowFtp: true }, async (session) => {
      await expect(session.fetch('/nope')).rejects.toMatchObject({ code: 'files.not-found' });
      expect(device.record.logins.filter(({ method }) => method === 'ftp')).toEqual([]);
    }),
  ));

test('a telnet device gives its files by FTP', () =>
  onDevice({ protocol: 'telnet', ftp: 'works' }, (device) =>
    withSession(device, { allowFtp: true }, async (session) => {
      expect(session.carriesFiles).toBe(true);
      expect((await session.fetch(path)).way).toBe('ftp');
    }),
  ));

test('through a jump host FTP is never used', async () => {
  const specs: DeviceSpec[] = [
    { name: 'JUMP', personality: 'os6860-aos8' },
    { name: 'SW-1', personality: 'os6860-aos8', fault: 'no-sftp', ftp: 'works' },
  ];
  await withFleet(specs, async (fleet) => {
    const device = fleet.device('SW-1');
    const { fileWays } = await import('../../../../electron/engine/access/file-ways');
    const target = { ...targetOf(device), jump: targetOf(fleet.device('JUMP')) };
    const ways = fileWays(undefined, target, { ...labOptions(), allowFtp: true });

    await expect(ways.fetch(path)).rejects.toMatchObject({ code: 'files.no-sftp' });

    expect(ways.carriesFiles).toBe(false);
    expect(device.record.logins).toEqual([]);
  });
});

/** Names and words of an error and of all its causes. */
function chainOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  return [`${String(error)} ${error.stack ?? ''} ${JSON.stringify(error)}`, ...chainOf(error.cause)];
}
