import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DeviceSpec, Fleet } from '../../electron/lab/device-spec';
import { faults, type FaultName } from '../../electron/lab/faults';
import { startFleet } from '../../electron/lab/fleet';
import { inventoryFile } from '../../electron/lab/inventory-file';
import { safeName } from '../../electron/engine/store/safe-name';
import { runHeadless, type HeadlessResult } from '../support/run-headless';

// One run over 50 devices, one of each fault among them, in a process of its own; every test looks at its result.
const count = 50;
/** Twice the time that a slow device waits before each answer, so that a machine at its limits can hold it. */
const commandMs = 4000;
/** Enough for a device that waits two seconds before each of its 16 answers. */
const deviceMs = 60_000;
const personalities = [
  'os6860-aos8',
  'os6860-vc2-aos8',
  'os6900-hot-aos8',
  'os2260-aos5',
  'os6450-aos6',
  'ngfw-telnet',
];
const faultNames = Object.keys(faults) as FaultName[]; // the keys of a literal
/** Faults in which no output of a command reaches us. */
const mute: readonly FaultName[] = ['refused', 'silent', 'wrong-password', 'drop-after-login', 'sessions-full'];

const specs: DeviceSpec[] = Array.from({ length: count }, (_, index) => ({
  name: `机房-${String(index + 1).padStart(2, '0')}`,
  personality: faultNames[index] === undefined ? (personalities[index % personalities.length] ?? '') : 'os6860-aos8',
  fault: faultNames[index],
  password: `Lab.Password-${index}x`,
}));

type Finished = {
  device: string;
  verdict: string;
  code: string | null;
  commands: number;
  ms: { total: number };
  files: { path: string; sha256: string }[];
};

let fleet: Fleet;
let result: HeadlessResult;
let folder: string;
let out: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'xunjian-fleet-'));
  out = join(folder, 'out');
  fleet = await startFleet(specs);
  writeFileSync(join(folder, 'inventory.json'), inventoryFile(fleet.devices));
  const limits = [
    '--connect-timeout-ms',
    '6000',
    '--command-timeout-ms',
    String(commandMs),
    '--device-timeout-ms',
    String(deviceMs),
  ];
  const words = [
    'run',
    '--inventory',
    join(folder, 'inventory.json'),
    '--out',
    out,
    '--accept-new-host-keys',
    '--full-configs',
    '--json',
  ];
  result = await runHeadless([...words, ...limits]);
}, 120_000);

afterAll(async () => {
  await fleet.close();
  rmSync(folder, { recursive: true, force: true });
});

const finished = (): Finished[] =>
  result.events.filter(({ event }) => event === 'device-finished') as unknown as Finished[];
const ofFault = (fault: FaultName): Finished | undefined =>
  finished().find(({ device }) => device === fleet.devices.find((each) => each.fault === fault)?.name);

test('every device is reported, and the run ends with exit 1', () => {
  const names = finished().map(({ device }) => device);

  expect(result.code).toBe(1);
  expect(new Set(names)).toEqual(new Set(specs.map(({ name }) => name)));
  expect(names).toHaveLength(count);
  expect(result.events.at(-1)).toMatchObject({ event: 'run-finished' });
});

test('no device hangs past its budget', () => {
  const longest = Math.max(...finished().map(({ ms }) => ms.total));

  expect(longest).toBeLessThan(deviceMs + 10_000);
});

test('a device that gave no output is never 正常', () => {
  const silent = mute.map(ofFault);

  expect(silent.map((device) => device?.commands)).toEqual(mute.map(() => 0));
  expect(silent.map((device) => device?.verdict)).not.toContain('pass');
});

test.each([
  ['refused', 'fail', 'net.refused'],
  ['silent', 'fail', 'net.timeout'],
  ['wrong-password', 'unknown', 'ssh.auth-failed'],
  ['hang-mid-command', 'unknown', 'cli.timeout'],
  ['cut-mid-output', 'unknown', 'ssh.lost'],
  ['drop-after-login', 'unknown', 'ssh.lost'],
  ['sessions-full', 'unknown', 'cli.sessions-full'],
  // The command line gives the configuration where SFTP is refused.
  ['no-sftp', 'pass', null],
  ['sftp-short', 'unknown', null],
  ['pager', 'pass', null],
  ['banner-prompt', 'pass', null],
  // Its prompt stands inside a table: the text is kept whole, and a table with a foreign line is not judged.
  ['lookalike', 'unknown', null],
  ['late-log', 'pass', null],
  ['slow', 'pass', null],
] as const)('a device with the fault %s ends as %s (%s)', (fault, verdict, code) => {
  expect(ofFault(fault)).toMatchObject({ verdict, code });
});

/** Byte-equal, but for the secrets of a configuration: each is blanked, and nothing around it. */
function isSentText(kept: string, sent: string): boolean {
  const [lines, sentLines] = [kept.split('\n'), sent.split('\n')];
  return lines.length === sentLines.length && lines.every((line, at) => isSentLine(line, sentLines[at] ?? ''));
}

function isSentLine(kept: string, sent: string): boolean {
  if (!kept.includes('******')) return kept === sent;
  const pieces = kept.split('******').map((piece) => piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${pieces.join('(?:"[^"]*"|\\S+)')}$`).test(sent);
}

test('the transcripts of healthy devices are byte-equal to what the devices sent', () => {
  const differing: string[] = [];
  let compared = 0;
  for (const device of fleet.devices.filter(
    ({ fault }) => fault === undefined || fault === 'pager' || fault === 'slow',
  )) {
    const place = join(out, 'transcripts', safeName(device.name, 'device'));
    for (const session of device.record.sessions) {
      for (const file of readdirSync(place)) {
        const command = session.commands.find((each) => file.slice(3, -4) === each.replaceAll(' ', '-'));
        if (command === undefined) continue;
        compared += 1;
        if (!isSentText(readFileSync(join(place, file), 'utf8'), device.expected.transcript(command)))
          differing.push(`${device.name} ${command}`);
      }
    }
  }

  expect(differing).toEqual([]);
  expect(compared).toBeGreaterThan(150);
});

test('the configurations are byte-equal to the files on the devices', () => {
  const differing: string[] = [];
  let compared = 0;
  for (const device of fleet.devices.filter(({ fault }) => fault === undefined)) {
    for (const { path } of finished().find(({ device: name }) => name === device.name)?.files ?? []) {
      compared += 1;
      // Two files of one name, the running and the certified one, lie beside each other.
      const folder = join(out, 'configs', safeName(device.name, 'device'));
      const kept = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
      const sent = device.expected.files.get(path);
      if (sent === undefined || !kept.some((bytes) => bytes.equals(sent))) differing.push(`${device.name} ${path}`);
    }
  }

  expect(differing).toEqual([]);
  expect(compared).toBeGreaterThan(40);
});

test('a file that came short is not kept under its name', () => {
  const name = fleet.devices.find(({ fault }) => fault === 'sftp-short')?.name ?? '';

  expect(ofFault('sftp-short')).toMatchObject({
    files: [{ path: 'configuration-snapshot.txt', way: 'cli' }],
    filesLost: ['vcboot.cfg', 'vcsetup.cfg'].map((file) => ({ path: `/flash/working/${file}`, code: 'files.short' })),
  });
  expect(readdirSync(join(out, 'configs', safeName(name, 'device')))).toEqual(['configuration-snapshot.txt']);
});

test('each credential was tried once on each device, and every session was closed', () => {
  const stats = fleet.stats();
  const twice = fleet.devices.filter(({ record }) => record.logins.length > 1).map(({ fault }) => fault);

  // A device with one channel a connection needs a second connection for the files.
  expect(twice).toEqual(['one-channel']);
  expect(stats.openConnections).toBe(0);
  // A device that never ends may not hear the log-out before its connection is closed.
  const hearing = fleet.devices.filter(({ fault }) => fault?.startsWith('endless-') !== true);
  const deaf = hearing.filter(({ record }) => record.sessions.some(({ end }) => end === 'dropped'));
  expect(deaf.map(({ name, fault }) => [name, fault])).toEqual([]);
});

test('no device was asked to write anything', () => {
  expect(fleet.stats().writesTried).toBe(0);
});

test('no password is in what the run printed or wrote', () => {
  const texts = readdirSync(out, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'));
  const printed = [result.stderr, JSON.stringify(result.events), ...texts].join('\n');

  expect(fleet.devices.filter(({ password }) => printed.includes(password)).map(({ name }) => name)).toEqual([]);
});
