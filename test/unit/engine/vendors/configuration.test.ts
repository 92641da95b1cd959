import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isReadOnly } from '../../../../electron/engine/judge/platform-lookup';
import { platforms } from '../../../../electron/engine/registries.generated';

/** Answers that name a file, each as the device prints it. */
const answers = new Map([
  [
    'show running-directory',
    'CMM Mode                 : VIRTUAL-CHASSIS DUAL CMM,\nRunning configuration    : WORKING,\nCertify/Restore Status   : CERTIFY NEEDED\n',
  ],
  [
    'display startup',
    'MainBoard:\n  Startup saved-configuration file:          flash:/vrpcfg.zip\n  Next startup saved-configuration file:     flash:/vrpcfg.zip\n',
  ],
]);

/** Where the configuration is: files by wire, what prints the one that runs, what prints the one for the next start. */
type Row = readonly [id: string, files: readonly string[], running: string | null, startup: string | null];

/** Rows that a vendor's own folder of tests holds as `configuration.json`. */
const rowsOfVendors = readdirSync(import.meta.dirname).flatMap((vendor): readonly Row[] => {
  const file = join(import.meta.dirname, vendor, 'configuration.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly Row[]) : [];
});

const vc = ['/flash/working/vcboot.cfg', '/flash/working/vcsetup.cfg', '/flash/certified/vcboot.cfg'];
const snapshot = 'show configuration snapshot';
const rows: readonly Row[] = [
  ['ale-aos5', [...vc, '/flash/certified/vcsetup.cfg'], snapshot, null],
  ['ale-aos6', ['/flash/working/boot.cfg', '/flash/certified/boot.cfg'], snapshot, null],
  ['ale-aos7', [...vc, '/flash/certified/vcsetup.cfg'], snapshot, null],
  ['ale-aos8', [...vc, '/flash/certified/vcsetup.cfg'], snapshot, null],
  ...['huawei-vrp', 'huawei-vrp8', 'huawei-yunshan', 'huawei-usg', 'hp-comware'].map((id): Row => [
    id,
    ['/vrpcfg.zip'],
    'display current-configuration',
    'display saved-configuration',
  ]),
  ...['cisco-ios', 'cisco-ios-stack', 'cisco-nxos', 'cisco-asa', 'ruijie-os'].map((id): Row => [
    id,
    [],
    'show running-config',
    'show startup-config',
  ]),
  // These have one configuration: what is committed, or typed in, is what the next start loads.
  ['juniper-junos', [], 'show configuration | display set', null],
  ['fortinet', [], 'show', null],
  ['fortinet-vdom', [], 'show', null],
  ['paloalto-panos', [], 'show config running', null],
  ['hillstone-stoneos', [], 'show configuration running', null],
  // Nobody knows what the configuration of these is.
  ['cisco-asa-compatible', [], null, null],
  ['generic', [], null, null],
  ['linux', [], null, null],
  ...rowsOfVendors,
];

test('every platform says which file or command is its configuration', () => {
  const said = platforms.map((platform): Row => {
    const files = [...platform.configFiles(answers), ...(platform.optionalFiles?.(answers) ?? [])];
    return [platform.id, files, platform.configCommand?.command ?? null, platform.startupCommand?.command ?? null];
  });

  const byId = (all: readonly Row[]) => new Map(all.map(([id, ...rest]) => [id, rest]));
  expect(byId(said)).toEqual(byId(rows));
});

test.each(platforms.filter(({ configCommand }) => configCommand !== undefined))(
  'what $id asks for its configuration only reads',
  (platform) => {
    const { configCommand, startupCommand, configFilesFrom, fileHash } = platform;
    const asked = [configCommand?.command, startupCommand?.command, configFilesFrom, fileHash?.command('/startup.cfg')];

    const writing = asked.filter((command) => command !== undefined && !isReadOnly(platform, command));

    expect(writing).toEqual([]);
    expect(fileHash?.command('/flash;reboot')).toBeUndefined();
    expect(startupCommand?.saveAs).not.toBe(configCommand?.saveAs);
  },
);

test('a platform with a mark at the end of one configuration knows it for both', () => {
  for (const { configCommand, startupCommand } of platforms) {
    if (startupCommand !== undefined) expect(startupCommand.endsWith).toEqual(configCommand?.endsWith);
  }
});

test('the hash that Comware prints is read, and nothing else for it', () => {
  const { fileHash } = platforms.find(({ id }) => id === 'hp-comware') ?? {};
  const hash = '0851e0139f2770e87d01ee8c2995ca9e59a8f5f4062cef92af144b8ab5cb58a1';

  expect(fileHash?.command('/startup.cfg')).toBe('sha256sum startup.cfg');
  expect(fileHash?.parse(`SHA256 digest:\n${hash}\n`)).toBe(hash);
  expect(fileHash?.parse(`SHA256 digest:\n${hash.slice(1)}\n`)).toBeUndefined();
  expect(fileHash?.parse(" ^\n % Unrecognized command found at '^' position.\n")).toBeUndefined();
});
