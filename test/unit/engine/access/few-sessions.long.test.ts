import { expect, test } from 'vitest';
import { aleAos6 } from '../../../../electron/engine/vendors/ale/aos6';
import { openSession } from '../../../../electron/engine/access/open-session';
import type { DeviceSession } from '../../../../electron/engine/session/session';
import type { DeviceSpec, LabDevice } from '../../../../electron/lab/device-spec';
import { withFleet } from '../../../support/lab';
import { labOptions, targetOf } from './lab-session';

// AOS 6 takes a handful of sessions and keeps a forgotten one for minutes: whatever happens, ours is given back.
async function used(
  spec: Partial<DeviceSpec>,
  use: (session: DeviceSession, device: LabDevice) => Promise<unknown>,
): Promise<LabDevice['record']> {
  return withFleet([{ name: 'SW-6', personality: 'os6450-aos6', ...spec }], async (fleet) => {
    const device = fleet.device('SW-6');
    const options = labOptions({ traits: aleAos6.traits, budgets: { commandMs: 300, fileMs: 400 } });
    const session = await openSession(targetOf(device), options);
    try {
      await use(session, device);
    } finally {
      await session.close();
    }
    await expect.poll(() => device.record.openConnections).toBe(0);
    return device.record;
  });
}

test.each([
  ['a good run', {}, 'logged-out'],
  ['a run over telnet', { protocol: 'telnet' }, 'logged-out'],
  ['a pager that cannot be turned off', { fault: 'pager' }, 'logged-out'],
] as const)('%s ends in a logout, on one connection', async (_name, spec, end) => {
  const record = await used(spec, async (session) => {
    await session.run('show system');
    await session.run('show health');
  });

  expect(record.sessions.map((session) => session.end)).toEqual([end]);
  expect(record.connections).toBe(1);
});

test('files come over the same connection', async () => {
  const record = await used({}, (session) => session.fetch('/flash/working/boot.cfg'));

  expect(record.connections).toBe(1);
  expect(record.sessions.map(({ end }) => end)).toEqual(['logged-out']);
});

test('a command that hangs does not keep the session: the channel is closed', async () => {
  const record = await used({ fault: 'hang-mid-command' }, async (session) => {
    for (const command of ['show system', 'show chassis', 'show health', 'show fan']) await session.run(command);
  });

  expect(record.sessions.map(({ end }) => end)).toEqual(['closed']);
});

test('a mistake of ours in between gives it back as well', async () => {
  const seen: LabDevice[] = [];
  const failed = used({}, (_session, device) => {
    seen.push(device);
    return Promise.reject(new Error('ours'));
  });

  await expect(failed).rejects.toThrow('ours');
  expect(seen[0]?.record.sessions.map(({ end }) => end)).toEqual(['logged-out']);
});
