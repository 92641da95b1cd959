import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { fetchByWire, knowsFiles } from '../../../../electron/engine/run/fetch-by-wire';
import { fetchFiles } from '../../../../electron/engine/run/fetch-files';
import { aleAos8 } from '../../../../electron/engine/vendors/ale/aos8';
import { ciscoAsa } from '../../../../electron/engine/vendors/cisco/asa/asa';
import type { Platform } from '../../../../electron/engine/vendors/platform';
import type { CommandOutput, DeviceSession } from '../../../../electron/engine/session/session';
import type { DeviceSpec, LabDevice } from '../../../../electron/lab/device-spec';
import { withFleet } from '../../../support/lab';
import { labOptions, withSession } from '../access/lab-session';

const vcboot = '/flash/working/vcboot.cfg';
const vcsetup = '/flash/working/vcsetup.cfg';
const snapshot = 'show configuration snapshot';

const refusedHash: Pick<Platform, 'fileHash'> = {
  fileHash: { algorithm: 'sha256', command: () => 'show nothing', parse: () => '0'.repeat(64) },
};

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
            ...files.map(({ path, way, lost }) => `${way} ${path}${lost === undefined ? '' : ` after ${lost}`}`),
            ...fileFailures.map(({ path, code }) => `${code} ${path}`),
          ],
          files.map(({ bytes }) => bytes),
        );
      },
      { ...labOptions({ traits, budgets: { fileMs: 400 } }), allowFtp: more.ftp !== undefined },
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
] as const)('with %s the next way brings the file, and the loss stands in it', async (fault, code) => {
  await fetched({ fault, scp: 'works' }, aleAos8, (device, brief, [bytes]) => {
    expect(brief).toEqual([`scp ${vcboot} after ${code}`]);
    expect(device.expected.files.get(vcboot)?.equals(bytes ?? Buffer.alloc(0))).toBe(true);
  });
  await fetched({ fault, ftp: 'works' }, aleAos8, (_device, brief) => {
    expect(brief).toEqual([`ftp ${vcboot} after ${code}`]);
  });
});

test.each(['SYNCHRONIZED', 'NOT SYNCHRONIZED'])(
  'a file that every way lost is taken from the command line beside its loss, where the device says %s',
  (state) =>
    fetched(
      { fault: 'sftp-short', scp: 'short', ftp: 'short' },
      aleAos8,
      (_device, brief) => {
        expect(brief).toEqual(['cli configuration-snapshot.txt', `files.short ${vcboot}`]);
      },
      [runningDirectory(state)],
    ),
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

const runningDirectory = (saved: string): CommandOutput => ({
  command: 'show running-directory',
  text: `CONFIGURATION STATUS\n  Running CMM              : MASTER-PRIMARY,\n  CMM Mode                 : VIRTUAL-CHASSIS MONO CMM,\n  Running configuration    : WORKING,\n  Certify/Restore Status   : CERTIFIED\nSYNCHRONIZATION STATUS\n  Running Configuration    : ${saved}\n`,
  end: 'complete',
  ms: 1,
  code: undefined,
});
/** A platform whose configuration is on the command line only; other commands of the switch stand for the two. */
const cliOnly: Platform = {
  ...aleAos8,
  configFiles: () => [],
  optionalFiles: () => [],
  configFilesFrom: undefined,
  startupCommand: { command: 'show vlan', saveAs: 'startup-config.txt' },
};

test.each([
  ['saved', runningDirectory('SYNCHRONIZED'), []],
  ['not saved', runningDirectory('NOT SYNCHRONIZED'), ['cli configuration-snapshot.txt']],
  ['saved or not, nobody can tell', { ...runningDirectory(''), text: 'nothing\n' }, ['cli configuration-snapshot.txt']],
] as const)('beside a file of the wire, what runs is kept when it is %s', (_state, output, more) =>
  fetched(
    {},
    aleAos8,
    (_device, brief) => {
      expect(brief).toEqual([`sftp ${vcboot}`, ...more]);
    },
    [output],
  ),
);

test.each([
  ['saved', runningDirectory('SYNCHRONIZED'), []],
  ['not saved', runningDirectory('NOT SYNCHRONIZED'), ['cli startup-config.txt']],
  ['saved or not, nobody can tell', { ...runningDirectory(''), end: 'refused' }, ['cli startup-config.txt']],
] as const)('beside what runs, what the next start loads is kept when it is %s', (_state, output, more) =>
  fetched(
    {},
    cliOnly,
    (_device, brief, bytes) => {
      expect(brief).toEqual(['cli configuration-snapshot.txt', ...more]);
      expect(bytes.every(({ length }) => length > 0)).toBe(true);
    },
    [output],
  ),
);

test('a ZIP is kept with the text that runs, although it is the same', () =>
  withFleet([{ name: 'SW-1', personality: 'os6860-aos8' }], async (fleet) => {
    const device = fleet.device('SW-1');
    await withSession(device, async (session) => {
      const bytes = Buffer.concat([Buffer.from('PK\x03\x04 stored'), Buffer.from('PK\x05\x06'), Buffer.alloc(18)]);
      const zipped: DeviceSession = {
        ...session,
        prompt: session.prompt,
        useTraits: (traits) => session.useTraits(traits),
        isOpen: () => session.isOpen(),
        close: () => session.close(),
        run: (command) => session.run(command),
        fetch: (path) => Promise.resolve({ path, bytes, sha256: 'x', way: 'sftp' }),
      };
      const platform: Platform = { ...aleAos8, configFiles: () => ['/vrpcfg.zip'], optionalFiles: () => [] };
      const order = { ...device, signal: new AbortController().signal, onFile: () => undefined };

      const { files } = await fetchFiles(zipped, platform, [runningDirectory('SYNCHRONIZED')], order);

      expect(files.map(({ path }) => path)).toEqual(['/vrpcfg.zip', 'configuration-snapshot.txt']);
    });
  }));

test('a start-up configuration that was never saved is told as such', () => {
  const none: CommandOutput = {
    command: 'show vlan',
    text: 'startup-config is not present\n',
    end: 'complete',
    ms: 1,
    code: undefined,
  };
  return fetched(
    {},
    cliOnly,
    (_device, brief) => {
      expect(brief).toEqual(['cli configuration-snapshot.txt', 'files.not-found show vlan']);
    },
    [none],
  );
});

test('with the user’s word FTP comes before the command line, for SSH and for telnet', async () => {
  for (const spec of [{ fault: 'no-sftp' }, { protocol: 'telnet' }] as const) {
    await fetched({ ...spec, ftp: 'works' }, aleAos8, (_device, brief) => expect(brief).toEqual([`ftp ${vcboot}`]));
  }
});

test('where FTP is refused as well the command line gives the configuration', () =>
  fetched({ fault: 'no-sftp', ftp: 'refuses-login' }, aleAos8, (device, brief) => {
    expect(brief).toEqual(['cli configuration-snapshot.txt']);
    expect(device.record.logins.filter(({ method }) => method === 'ftp')).toHaveLength(1);
  }));

const hashOf = (parse: (answer: string) => string): Platform => ({
  ...aleAos8,
  optionalFiles: () => [],
  fileHash: { algorithm: 'sha256', command: () => 'show vlan', parse },
});

test('a file of another hash than the device says is not kept', () =>
  fetched(
    {},
    hashOf(() => '0'.repeat(64)),
    (_device, brief) => {
      expect(brief).toEqual(['cli configuration-snapshot.txt', `files.mismatch ${vcboot}`]);
    },
  ));

test('a file of the hash that the device says is kept', () =>
  withFleet([{ name: 'SW-1', personality: 'os6860-aos8' }], async (fleet) => {
    const bytes = fleet.device('SW-1').expected.files.get(vcboot) ?? Buffer.alloc(0);
    const sha256 = createHash('sha256').update(bytes).digest('hex').toUpperCase();
    await fetched(
      {},
      hashOf(() => sha256),
      (_device, brief) => {
        expect(brief).toEqual([`sftp ${vcboot}`]);
      },
    );
  }));

test('an account that may not ask for the hash still gets the file', () =>
  fetched({}, { ...hashOf(() => '0'.repeat(64)), ...refusedHash }, (device, brief) => {
    expect(brief).toEqual([`sftp ${vcboot}`]);
    expect(device.record.sessions[0]?.commands).toContain('show nothing');
  }));

test('files may be fetched beside the commands of the same session', () =>
  withFleet([{ name: 'SW-1', personality: 'os6860-aos8', thinkMs: 20 }], async (fleet) => {
    const device = fleet.device('SW-1');
    await withSession(device, async (session) => {
      const order = { ...device, signal: new AbortController().signal, onFile: () => undefined };
      const known = [await session.run('show running-directory')];
      expect(knowsFiles(aleAos8, known)).toBe(true);
      const [byWire, ...answers] = await Promise.all([
        fetchByWire(session, aleAos8, known, order),
        ...['show system', 'show health', 'show vlan'].map((command) => session.run(command)),
      ]);
      expect(byWire.files.map(({ path }) => path)).toEqual([vcboot]);
      expect(byWire.asked).toEqual([]);
      expect(answers.map(({ command, text }) => text === device.expected.transcript(command))).toEqual([
        true,
        true,
        true,
      ]);
    });
  }));

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
      expect(brief).toEqual([`files.cut ${vcboot}`, `files.cut ${snapshot}`]);
    },
  ));

test('what later answers name is fetched beside what came early, and nothing twice', () =>
  withFleet([{ name: 'SW-1', personality: 'os6860-aos8' }], async (fleet) => {
    const device = fleet.device('SW-1');
    await withSession(device, async (session) => {
      const other = '/flash/certified/vcboot.cfg';
      const platform: Platform = {
        ...aleAos8,
        configFiles: (texts) => (texts.has('show vlan') ? [vcboot, other] : [vcboot]),
        optionalFiles: () => [],
      };
      const order = { ...device, signal: new AbortController().signal, onFile: () => undefined };
      const known = [runningDirectory('SYNCHRONIZED')];
      const early = await fetchByWire(session, platform, known, order);

      const { files, fileFailures } = await fetchFiles(
        session,
        platform,
        [...known, await session.run('show vlan')],
        order,
        early,
      );

      const all = [...files, ...fileFailures].map(({ path }) => path);
      expect(early.files.map(({ path }) => path)).toEqual([vcboot]);
      expect(all).toEqual([vcboot, other]);
      expect(device.record.filesRead.filter((path) => path === vcboot)).toHaveLength(1);
    });
  }));
