import { expect, test, vi } from 'vitest';
import { openSession } from '../../../../electron/engine/session/open-session';
import type { Bastion } from '../../../../shared/model/bastion';
import { withBastion } from './lab-bastion';
import { labOptions } from './lab-session';

const sw = { name: 'sw', personality: 'os6860-aos8' } as const;
const fw = { name: 'fw', personality: 'ngfw-telnet' } as const;

type Way = {
  readonly kind: 'menu' | 'numbered' | 'linux';
  readonly how: Bastion;
  readonly device: typeof sw | typeof fw;
};
const ways: readonly Way[] = [
  { kind: 'menu', how: { preset: 'jumpserver' }, device: sw },
  { kind: 'numbered', how: { preset: 'menu' }, device: sw },
  { kind: 'linux', how: { preset: 'linux' }, device: sw },
  { kind: 'linux', how: { preset: 'linux' }, device: fw },
];

test.each(ways)('$device.name is worked on through $kind, and device and bastion are left', ({ kind, how, device }) =>
  withBastion([device, { ...device, name: 'other' }], { kind }, async ({ fleet, bastion, targetOf }) => {
    const session = await openSession(targetOf(device.name, how), labOptions());
    const commands = device === fw ? ['show version', 'show clock'] : ['show system', 'show fan'];
    const answers = [];
    for (const command of commands) answers.push(await session.run(command));
    const fetching = await session.fetch('/flash/working/vcboot.cfg').catch((error: unknown) => error);
    await session.close();

    const { expected, record } = fleet.device(device.name);
    expect(answers.map(({ end }) => end)).toEqual(['complete', 'complete']);
    expect(answers.map(({ text }) => text)).toEqual(commands.map((command) => expected.transcript(command)));
    expect(fetching).toMatchObject({ code: 'files.no-sftp' });
    expect(session.carriesFiles).toBe(false);
    expect(record.sessions.map(({ end }) => end)).toEqual(['logged-out']);
    await vi.waitFor(() => expect([bastion.count().open, record.openConnections]).toEqual([0, 0]), 1000);
    expect(fleet.device('other').record.connections).toBe(0);
  }),
);
