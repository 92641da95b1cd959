import ssh2, { type SFTPWrapper } from 'ssh2';
import { expect, test } from 'vitest';
import { oneAnswerBytes, readAtOnce } from '../../../../electron/engine/ssh/sftp-at-once';
import type { DeviceSpec, LabDevice } from '../../../../electron/lab/device-spec';
import { withFleet } from '../../../support/lab';
import { labOptions, withSession } from '../access/lab-session';

const path = '/flash/working/vcboot.cfg';

function onDevice(more: Partial<DeviceSpec>, act: (device: LabDevice) => Promise<void>): Promise<void> {
  const spec: DeviceSpec = { name: 'SW-1', personality: 'os6860-aos8', ...more };
  return withFleet([spec], (fleet) => act(fleet.device('SW-1')));
}

const fileOf = (device: LabDevice): Buffer => device.expected.files.get(path) ?? Buffer.alloc(0);

test.each([20_480, oneAnswerBytes, oneAnswerBytes + 1, 70_000, 300_000])('a file of %d bytes comes as it is', (bytes) =>
  onDevice({ fileBytes: bytes }, (device) =>
    withSession(device, async (session) => {
      const file = await session.fetch(path);
      const again = await session.fetch(path);

      expect([file.bytes.length, file.way]).toEqual([bytes, 'sftp']);
      expect(file.bytes.equals(fileOf(device))).toBe(true);
      expect(again.bytes.equals(file.bytes)).toBe(true);
    }),
  ),
);

test.each([
  { fault: 'no-sftp', code: 'files.no-sftp', fileBytes: 20_480 },
  { fault: 'sftp-short', code: 'files.short', fileBytes: 20_480 },
  { fault: 'sftp-short', code: 'files.short', fileBytes: 300_000 },
  { fault: 'sftp-endless', code: 'files.short', fileBytes: 20_480 },
  { fault: 'sftp-endless', code: 'files.short', fileBytes: 300_000 },
  { fault: 'sftp-huge', code: 'files.too-large', fileBytes: 20_480 },
  { fault: 'sftp-stalls', code: 'files.timeout', fileBytes: 20_480 },
  { fault: 'sftp-stalls', code: 'files.timeout', fileBytes: 300_000 },
] as const)('$fault at $fileBytes bytes gives no file, but $code; the command line goes on', ({ code, ...device }) =>
  onDevice(device, (at) =>
    withSession(
      at,
      async (session) => {
        await expect(session.fetch(path)).rejects.toMatchObject({ code });

        expect((await session.run('show health')).end).toBe('complete');
      },
      labOptions({ budgets: { fileMs: 400 } }),
    ),
  ),
);

/** The library's own channel, for what a session never does: to expect another size than the file has. */
async function onChannel(device: LabDevice, act: (sftp: SFTPWrapper) => Promise<void>): Promise<void> {
  const client = new ssh2.Client();
  const { host, port, username, password } = device;
  await new Promise<void>((resolve, reject) => {
    client
      .once('ready', () => resolve())
      .once('error', reject)
      .connect({ host, port, username, password });
  });
  try {
    await act(
      await new Promise<SFTPWrapper>((resolve, reject) => {
        client.sftp((error, sftp) => (error ? reject(error) : resolve(sftp)));
      }),
    );
  } finally {
    client.end();
  }
}

test('a file that has another size by now comes with another length', () =>
  onDevice({ fileBytes: 5000 }, (device) =>
    onChannel(device, async (sftp) => {
      const lengthFor = async (size: number) => (await readAtOnce(sftp, path, size, () => undefined)).length;

      expect(await lengthFor(5000)).toBe(5000);
      expect(await lengthFor(4000)).toBe(4001);
      expect(await lengthFor(0)).toBe(1);
      expect(await lengthFor(6000)).toBe(5000);
    }),
  ));

test('a file that is not there is the error of the device', () =>
  onDevice({}, (device) =>
    onChannel(device, async (sftp) => {
      await expect(readAtOnce(sftp, '/flash/nope.cfg', 10, () => undefined)).rejects.toMatchObject({ code: 2 });
    }),
  ));
