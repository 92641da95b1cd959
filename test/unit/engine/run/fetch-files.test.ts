import { expect, test } from 'vitest';
import { fetchFiles } from '../../../../electron/engine/run/fetch-files';
import { aleAos8 } from '../../../../electron/engine/platforms/ale-aos8';
import { ciscoAsa } from '../../../../electron/engine/platforms/cisco-asa';
import type { Platform } from '../../../../electron/engine/platforms/platform';
import type { CommandOutput } from '../../../../electron/engine/session/session';
import type { DeviceSpec, LabDevice } from '../../../../electron/lab/device-spec';
import { withFleet } from '../../../support/lab';
import { labOptions, withSession } from '../session/lab-session';

const vcboot = '/flash/working/vcboot.cfg';
const vcsetup = '/flash/working/vcsetup.cfg';
const snapshot = 'show configuration snapshot';

/** Fetches from one simulated device; `brief` is what came and what did not. */
async function fetched(
  more: Partial<DeviceSpec>,
  platform: Platform,
  check: (device: LabDevice, brief: readonly string[], bytes: readonly Buffer[]) => void,
  outputs: readonly CommandOutput[] = [],
): Promise<void> {
  const spec: DeviceSpec = { name: 'SW-1', personality: 'os6860-aos8', ...more };
  await withFleet([spec], async (fleet) => {
    const device = fleet.device('SW-1');
    const { traits } = platform;
    await withSession(
      device,
      async (session) => {
        const { host, protocol } = device;
        const signal = new AbortController().signal;
        const order = { host, protocol, signal, onFile: () => undefined };
        const { files, fileFailures } = await fetchFiles(session, platform, outputs, order);
        check(
          device,
          [
            ...files.map(({ path, way }) => `${way} ${path}`),
            ...fileFailures.map(({ path, code }) => `${code} ${path}`),
          ],
          files.map(({ bytes }) => bytes),
        );
      },
      labOptions({ traits, budgets: { fileMs: 400 } }),
    );
  });
}

test('a file that SFTP gives is not captured as well', () =>
  fetched({}, aleAos8, (device, brief, [bytes]) => {
    expect(brief).toEqual([`sftp ${vcboot}`]);
    expect(device.expected.files.get(vcboot)?.equals(bytes ?? Buffer.alloc(0))).toBe(true);
    expect(device.record.sessions[0]?.commands).not.toContain(snapshot);
  }));

test('a file beside it that a switch may lack is fetched where it is there, and no failure where it is not', () =>
  fetched({}, { ...aleAos8, optionalFiles: () => [vcsetup, '/flash/working/none.cfg'] }, (_device, brief) => {
    expect(brief).toEqual([`sftp ${vcboot}`, `sftp ${vcsetup}`]);
  }));

test('where SFTP and SCP are refused the command line gives the configuration', () =>
  fetched({ fault: 'no-sftp' }, aleAos8, (device, brief, [bytes]) => {
    expect(brief).toEqual(['cli configuration-snapshot.txt']);
    expect(bytes?.toString()).toBe(device.expected.transcript(snapshot));
  }));

test('SCP comes before the command line', () =>
  fetched({ fault: 'no-sftp', scp: 'works' }, aleAos8, (_device, brief) => {
    expect(brief).toEqual([`scp ${vcboot}`]);
  }));

test.each([
  ['sftp-short', 'files.short'],
  ['sftp-stalls', 'files.timeout'],
] as const)('with %s nothing is captured: the device does not refuse, it fails', (fault, code) =>
  fetched({ fault, scp: 'works' }, aleAos8, (_device, brief) => {
    expect(brief).toEqual([`${code} ${vcboot}`]);
  }),
);

test('over telnet there is only the command line', () =>
  fetched({ protocol: 'telnet' }, aleAos8, (_device, brief) => {
    expect(brief).toEqual(['cli configuration-snapshot.txt']);
  }));

test('an answer without its end mark is not kept', () =>
  fetched({ personality: 'ngfw-telnet' }, ciscoAsa, (_device, brief) => {
    expect(brief).toEqual(['files.cut show running-config']);
  }));

test('a command that the device refuses says so', () =>
  fetched(
    { fault: 'no-sftp' },
    { ...aleAos8, configCommand: { command: 'show nothing', saveAs: 'x' } },
    (_device, brief) => {
      expect(brief).toEqual([`files.no-sftp ${vcboot}`, 'files.denied show nothing']);
    },
  ));

test('a command that may write is never sent', () =>
  fetched(
    { fault: 'no-sftp' },
    { ...aleAos8, configCommand: { command: 'write memory', saveAs: 'x' } },
    (device, brief) => {
      expect(brief).toEqual([`files.no-sftp ${vcboot}`, 'cli.not-read-only write memory']);
      expect(device.record.sessions[0]?.commands).not.toContain('write memory');
    },
  ));

test('an answer at hand is kept without asking again', () => {
  const known: CommandOutput = { command: snapshot, text: '! one\n', end: 'complete', ms: 1, code: undefined };
  return fetched(
    {},
    aleAos8,
    (device, brief) => {
      expect(brief).toEqual([`sftp ${vcboot}`, 'cli configuration-snapshot.txt']);
      expect(device.record.sessions[0]?.commands).not.toContain(snapshot);
    },
    [known],
  );
});

test('a file of the right size without its own end is not kept', () =>
  fetched(
    {},
    { ...aleAos8, configCommand: { command: snapshot, saveAs: 'x', endsWith: /^return$/ } },
    (_device, brief) => {
      expect(brief).toEqual([`files.cut ${vcboot}`]);
    },
  ));
