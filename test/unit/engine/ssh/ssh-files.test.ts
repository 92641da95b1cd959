import { expect, test } from 'vitest';
import type { DeviceSpec, LabDevice } from '../../../../electron/lab/device-spec';
import { withFleet } from '../../../support/lab';
import { labOptions, withSession } from '../access/lab-session';

const path = '/flash/working/vcboot.cfg';

function onDevice(more: Partial<DeviceSpec>, act: (device: LabDevice) => Promise<void>): Promise<void> {
  const spec: DeviceSpec = { name: 'SW-1', personality: 'os6860-aos8', ...more };
  return withFleet([spec], (fleet) => act(fleet.device('SW-1')));
}

test('a device that serves both is asked by SFTP', () =>
  onDevice({ scp: 'works' }, (device) =>
    withSession(device, async (session) => {
      expect((await session.fetch(path)).way).toBe('sftp');
    }),
  ));

test('SCP brings the file where SFTP is refused, and the command line goes on', () =>
  onDevice({ fault: 'no-sftp', scp: 'works' }, (device) =>
    withSession(device, async (session) => {
      const file = await session.fetch(path);
      const second = await session.fetch('/flash/working/vcsetup.cfg');

      expect([file.way, second.way]).toEqual(['scp', 'scp']);
      expect(file.bytes.equals(device.expected.files.get(path) ?? Buffer.alloc(0))).toBe(true);
      expect((await session.run('show health')).end).toBe('complete');
    }),
  ));

test.each([
  { scp: 'works', asked: '/flash/nope.cfg', code: 'files.not-found' },
  { scp: 'short', asked: path, code: 'files.short' },
  { scp: 'silent', asked: path, code: 'files.no-sftp' },
  { scp: undefined, asked: path, code: 'files.no-sftp' },
] as const)('SCP $scp: $asked ends as $code', ({ scp, asked, code }) =>
  onDevice({ fault: 'no-sftp', ...(scp === undefined ? {} : { scp }) }, (device) =>
    withSession(
      device,
      async (session) => {
        await expect(session.fetch(asked)).rejects.toMatchObject({ code });
        expect((await session.run('show health')).end).toBe('complete');
      },
      labOptions({ budgets: { fileMs: 400 } }),
    ),
  ),
);

test.each(['no-sftp', undefined] as const)('a file past the limit is not read (fault %s)', (fault) =>
  onDevice({ ...(fault && { fault }), scp: 'works', fileBytes: 1_048_577 }, (device) =>
    withSession(
      device,
      async (session) => {
        await expect(session.fetch(path)).rejects.toMatchObject({ code: 'files.too-large', params: { megabytes: 1 } });
        expect((await session.run('show health')).end).toBe('complete');
      },
      labOptions({ budgets: { fileMegabytes: 1 } }),
    ),
  ),
);

test('a file of exactly the limit comes', () =>
  onDevice({ fault: 'no-sftp', scp: 'works', fileBytes: 1_048_576 }, (device) =>
    withSession(
      device,
      async (session) => {
        expect((await session.fetch(path)).bytes.length).toBe(1_048_576);
      },
      labOptions({ budgets: { fileMegabytes: 1 } }),
    ),
  ));

test('a file that SFTP does not find is not asked for again by SCP', () =>
  onDevice({ scp: 'works' }, (device) =>
    withSession(device, async (session) => {
      await expect(session.fetch('/flash/nope.cfg')).rejects.toMatchObject({ code: 'files.not-found' });
      expect(device.record.filesRead).toEqual([]);
    }),
  ));
