import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { recordDevice } from '../../../../electron/engine/run/record-device';
import { writeRecording, type Recording } from '../../../../electron/engine/run/recording';
import { openSession } from '../../../../electron/engine/access/open-session';
import type { DeviceSpec, LabDevice } from '../../../../electron/lab/device-spec';
import { systemClock } from '../../../../electron/node-clock';
import { Device } from '../../../../shared/model/device';
import { withFleet } from '../../../support/lab';
import { silentLog } from '../../../support/silent-log';
import { labOptions, memoryHostKeys, withSession } from '../access/lab-session';
import { aleAos8 } from '../../../../electron/engine/vendors/ale/aos8';

const budgets = { connectMs: 3000, commandMs: 3000, fileMs: 500, deviceMs: 60_000 };

function record(lab: LabDevice, commands: readonly string[], more: Partial<Device> = {}): Promise<Recording> {
  const { name, host, port, protocol, username, platform } = lab;
  const password = 'device.d1.password';
  const device = Device.parse({
    id: 'd1',
    name,
    host,
    port,
    protocol,
    username,
    platform,
    password,
    commands,
    ...more,
  });
  const secrets = { read: () => lab.password };
  return recordDevice(device, budgets, {
    known: () => [],
    clock: systemClock,
    log: silentLog,
    hostKeys: memoryHostKeys(),
    openSession,
    secrets,
  });
}

async function inFolder(act: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'recording-'));
  try {
    await act(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const spec: DeviceSpec = { name: 'SW-1', personality: 'os6860-aos8', chunk: { bytes: 300, delayMs: 15 } };
const commands = ['show temperature', 'show vlan', 'show nonsense'];

test('a session that was recorded is played back with the same bytes and the same pieces', () =>
  inFolder(async (folder) => {
    const recording = await withFleet([spec], (fleet) => record(fleet.device('SW-1'), commands));
    await writeRecording(folder, recording);

    await withFleet([{ name: 'AGAIN', personality: folder }], async (fleet) => {
      const device = fleet.device('AGAIN');
      await withSession(
        device,
        async (session) => {
          for (const command of commands) {
            const pieces: number[] = [];
            const startedAt = systemClock.elapsed();
            const { text, end } = await session.run(command, () => pieces.push(systemClock.elapsed() - startedAt));
            expect(text).toBe(recording.get(`outputs/${command.replaceAll(' ', '-')}.txt`));
            expect(end).toBe(command === 'show nonsense' ? 'refused' : 'complete');
            if (command === 'show vlan') expect(pieces.length).toBeGreaterThan(1);
            if (command === 'show vlan') expect(pieces.at(-1)).toBeGreaterThan(10);
          }
        },
        labOptions({ traits: aleAos8.traits }),
      );
    });
  }));

test('a recording of a recording holds the same answers', () =>
  inFolder(async (folder) => {
    const first = await withFleet([spec], (fleet) => record(fleet.device('SW-1'), commands));
    await writeRecording(folder, first);
    const second = await withFleet([{ name: 'AGAIN', personality: folder }], (fleet) =>
      record(fleet.device('AGAIN'), commands),
    );
    expect([...second.keys()]).toEqual([...first.keys()]);
    expect(second.get('outputs/show-temperature.txt')).toBe(first.get('outputs/show-temperature.txt'));
  }));

test('nothing in a recording tells whose device it was', () =>
  withFleet([{ ...spec, hostName: 'bank-core-7', username: 'zhang.san' }], async (fleet) => {
    const lab = fleet.device('SW-1');
    const all = ['show system', 'show chassis', 'show configuration snapshot', 'show arp'];
    const texts = [...(await record(lab, all)).values()].join('\n');

    expect(lab.expected.transcript('show system')).toContain('bank-core-7');
    for (const word of ['bank-core-7', 'zhang.san', lab.password]) expect(texts).not.toContain(word);
    const serials = lab.expected.transcript('show chassis').match(/(?<=Serial Number: +)\w+/g) ?? [];
    expect(serials.length).toBeGreaterThan(0);
    for (const serial of serials) expect(texts).not.toContain(serial);
  }));

test('an answer that was cut is left out', () =>
  withFleet([{ ...spec, fault: 'cut-mid-output' }], async (fleet) => {
    const recording = await record(fleet.device('SW-1'), ['show temperature', 'show health', 'show vlan']);
    expect([...recording.keys()].filter((path) => path.startsWith('outputs/'))).not.toContain(
      'outputs/show-health.txt',
    );
    expect(recording.has('outputs/show-temperature.txt')).toBe(true);
  }));

test('a command that may write is not recorded, because it is not sent', () =>
  withFleet([spec], async (fleet) => {
    const lab = fleet.device('SW-1');
    await record(lab, ['write memory', 'show vlan']);
    expect(lab.record.sessions[0]?.commands).not.toContain('write memory');
  }));

test('a bastion with a menu is not recorded: not even a connection is made', () =>
  withFleet([spec], async (fleet) => {
    const lab = fleet.device('SW-1');

    const recording = record(lab, commands, { bastion: { preset: 'menu' } });

    await expect(recording).rejects.toMatchObject({ code: 'device.is-bastion', params: { host: lab.host } });
    expect(lab.record.connections).toBe(0);
  }));
