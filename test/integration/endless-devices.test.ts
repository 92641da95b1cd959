import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { DeviceSpec, LabDevice } from '../../electron/lab/device-spec';
import type { FaultName } from '../../electron/lab/faults';
import { inventoryFile } from '../../electron/lab/inventory-file';
import { withFleet } from '../support/lab';
import { runHeadless } from '../support/run-headless';

const personality = 'os6860-aos8';
const healthy: readonly DeviceSpec[] = Array.from({ length: 8 }, (_, index) => ({ name: `OK-${index}`, personality }));

/** What each endless device is told as; files have words of their own, the device itself goes on. */
const endless = {
  'endless-greeting': 'ssh.banner-too-long',
  'endless-prompt': 'cli.login-too-long',
  'endless-output': 'cli.output-too-long',
  'sftp-endless': null,
  'sftp-huge': null,
} as const satisfies Partial<Record<FaultName, string | null>>;
const faultNames = Object.keys(endless) as (keyof typeof endless)[]; // the keys of a literal
const hostile: readonly DeviceSpec[] = [
  ...faultNames.map((fault): DeviceSpec => ({ name: fault, personality, fault })),
  { name: 'endless-telnet', personality, fault: 'endless-prompt', protocol: 'telnet' },
  // Waits in silence until its budget ends: who is done before it, was not delayed.
  { name: 'mute', personality, fault: 'hang-mid-command' },
];

type Finished = { readonly device: string; readonly verdict: string; readonly code: string | null };

async function run(devices: readonly LabDevice[]): Promise<{ finished: readonly Finished[]; peakRssMb: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'xunjian-endless-'));
  try {
    const inventory = join(folder, 'inventory.json');
    writeFileSync(inventory, inventoryFile(devices));
    const words = ['run', '--inventory', inventory, '--out', join(folder, 'out'), '--accept-new-host-keys', '--json'];
    const { events, stderr } = await runHeadless([...words, '--command-timeout-ms', '20000', '--concurrency', '20']);
    const last = events.at(-1);
    expect(last?.['event'], stderr).toBe('run-finished');
    const finished = events.filter(({ event }) => event === 'device-finished') as unknown as Finished[];
    return { finished, peakRssMb: Number(last?.['peakRssMb']) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('devices that never end cost little memory, delay nobody and are never 正常', async () => {
  await withFleet([...healthy, ...hostile], async (fleet) => {
    const isHealthy = ({ fault }: LabDevice): boolean => fault === undefined;

    const alone = await run(fleet.devices.filter(isHealthy));
    const together = await run(fleet.devices);

    const order = together.finished.map(({ device }) => device);
    const places = healthy.map(({ name }) => order.indexOf(name));
    const told = together.finished.filter(({ device }) => !device.startsWith('OK-'));
    console.log(`endless devices: peak memory ${alone.peakRssMb} MB alone, ${together.peakRssMb} MB together`);
    for (const { device, verdict, code } of told) console.log(`  ${device}: ${verdict} ${code ?? ''}`);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...places)).toBeLessThan(order.indexOf('mute'));
    expect(Object.fromEntries(told.map(({ device, code }) => [device, code]))).toEqual({
      ...endless,
      'endless-telnet': 'cli.login-too-long',
      mute: 'cli.timeout',
    });
    expect(told.map(({ verdict }) => verdict)).not.toContain('pass');
    expect(together.peakRssMb - alone.peakRssMb).toBeLessThan(128);
  });
}, 180_000);
