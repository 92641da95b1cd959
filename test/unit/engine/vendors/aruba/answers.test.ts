import { expect, test } from 'vitest';
import { judgeDevice } from '../../../../../electron/engine/judge/judge-device';
import { isReadOnly, platformById } from '../../../../../electron/engine/judge/platform-lookup';
import { autodetect } from '../../../../../electron/engine/judge/autodetect';
import { knownPagers, pagerOn } from '../../../../../electron/engine/command-line/pager';
import { parseAssociations } from '../../../../../electron/engine/vendors/aruba/clock';
import { parseDifference } from '../../../../../electron/engine/vendors/aruba/configuration';
import { parseEnvironment, partParser } from '../../../../../electron/engine/vendors/aruba/environment';
import { parseInterfaces } from '../../../../../electron/engine/vendors/aruba/interfaces';
import { parseModules, parseVsf } from '../../../../../electron/engine/vendors/aruba/modules';
import { parseSystem, parseVersion } from '../../../../../electron/engine/vendors/aruba/system';
import { Thresholds } from '../../../../../shared/model/settings';
import { platformRecordings } from '../../../../support/platform-recordings';

function answerOf(recording: string, file: string): string {
  const found = platformRecordings().find(({ platform, name }) => platform === 'aruba-aoscx' && name === recording);
  const text = found?.commands.get(file);
  if (text === undefined) throw new Error(`no ${recording}/${file}`);
  return text;
}

const stack = '6300m-vsf-of-2_10.13.1050';
const chassis = '6410-in-trouble_10.10.1100';

test.each([
  ['6 hours, 23 minutes', 22_980],
  ['2 weeks, 22 hours under a minute', 1_288_800],
  ['1 day 3 minutes', 86_580],
  ['under a minute', 0],
  ['12 minutes', 720],
  ['3 moons', undefined],
  ['', undefined],
])('an uptime of %j is %s seconds', (words, seconds) => {
  const text = answerOf(stack, 'show-system').replace('11 weeks, 2 days, 5 hours, 9 minutes', words);

  expect(parseSystem(text)).toMatchObject(
    seconds === undefined
      ? { kind: 'unreadable', reason: 'not-understood' }
      : { readings: [{ kind: 'system' }, { kind: 'uptime', values: { seconds } }, {}, {}] },
  );
});

type Change = readonly [
  name: string,
  read: (text: string) => unknown,
  file: string,
  from: RegExp,
  to: string,
  as: string,
];

const changes: readonly Change[] = [
  ['more than all of the CPU', parseSystem, 'show-system', /(?<=Util \(%\) +: )7/, '107', 'not-understood'],
  ['memory without a number', parseSystem, 'show-system', /(?<=Usage \(%\) +: )24/, 'n/a', 'not-understood'],
  ['two products', parseSystem, 'show-system', /^(Product Name .*: ).*\n/m, '$&$1R0X27A\n', 'not-understood'],
  ['a line that is no field', parseSystem, 'show-system', /^Time Zone.*/m, 'half a line', 'not-understood'],
  ['no memory', parseSystem, 'show-system', /^Memory Usage.*\n/m, '', 'cut'],
  ['no BIOS', parseVersion, 'show-version', /^BIOS Version.*\n/m, '', 'cut'],
  ['a release of another form', parseVersion, 'show-version', /(?<=^Version +: )\S+/m, '10', 'not-understood'],
  ['a wireless device', parseVersion, 'show-version', /^ArubaOS-CX$/m, 'ArubaOS (MODEL: 310)', 'not-understood'],
  ['a fan without its speed', parseEnvironment, 'show-environment', /ok +4112/, 'ok', 'not-understood'],
  ['no table of fans', parseEnvironment, 'show-environment', /^Fan information$/m, '', 'cut'],
  ['trays without a row', parseEnvironment, 'show-environment', /^\d\/\d +JL669A.*\n/gm, '', 'no-row'],
  ['a supply without wattage', parseEnvironment, 'show-environment', /(?<=100V-240V) +680/, '', 'not-understood'],
  ['degrees of another kind', parseEnvironment, 'show-environment', /(?<=43\.12) C/, ' F', 'not-understood'],
  ['no sensor', parseEnvironment, 'show-environment', /^\d\/\d-\S+ .*\n/gm, '', 'no-row'],
  ['fans outside of a part', parseEnvironment, 'show-environment', /^show environment fan$/m, '', 'not-understood'],
  ['a module without a state', parseModules, 'show-module', /Standby/, '', 'not-understood'],
  ['a table of modules without rows', parseModules, 'show-module', /^1\/1.*\n2\/1.*Standby\n/m, '', 'not-understood'],
  ['a member without its links', parseVsf, 'show-vsf-detail', /^\tVSF Link 1.*member 1.*\n\tVSF.*\n/m, '', 'cut'],
  ['a load without its sign', parseVsf, 'show-vsf-detail', /3%/, '3', 'not-understood'],
  ['a stack without members', parseVsf, 'show-vsf-detail', /^Member ID[^]*/m, '', 'cut'],
  ['a port without counters', parseInterfaces, 'show-interface', /^ Statistic[^]*?Giants.*\n/m, '', 'cut'],
  ['counters without errors', parseInterfaces, 'show-interface', /^ Errors.*\n/m, '', 'cut'],
  ['a counter that is none', parseInterfaces, 'show-interface', /^( Errors +)0/m, '$1?', 'not-understood'],
  ['a port in another state', parseInterfaces, 'show-interface', /1\/1\/2 is down/, '1/1/2 is odd', 'not-understood'],
  [
    'a first port in another state',
    parseInterfaces,
    'show-interface',
    /1\/1\/1 is up/,
    '1/1/1 is odd',
    'not-understood',
  ],
  ['trays without a heading', parseEnvironment, 'show-environment', /^Fan tray[^]*?Fans\n/m, '', 'not-understood'],
  ['a server without its reach', parseAssociations, 'show-ntp-associations', / +377$/m, '', 'not-understood'],
  ['no server', parseAssociations, 'show-ntp-associations', /^[*+].*\n/gm, '', 'no-row'],
  ['servers without the line below', parseAssociations, 'show-ntp-associations', /377\n-+\n$/, '377\n', 'cut'],
];

test.each(changes)('%s is not judged', (_name, read, file, from, to, reason) => {
  const text = answerOf(stack, file);
  const changed = text.replace(from, to);

  expect(changed).not.toBe(text);
  expect(read(text)).toMatchObject({ kind: 'readings' });
  expect(read(changed)).toMatchObject({ kind: 'unreadable', reason });
});

test('counters in blocks need both directions', () => {
  const text = answerOf(chassis, 'show-interface');
  const cut = text.slice(0, text.indexOf(' Tx\n'));
  const odd = text.replace('412 errors', '4l2 errors');

  expect(parseInterfaces(text)).toMatchObject({
    readings: [
      { subject: '1/3/1', values: { inErrors: 412, outErrors: 0, frames: 16_008_410 }, line: /^412 errors/ },
      { subject: '1/3/2' },
      { subject: '1/4/1', values: { inErrors: 0, outErrors: 19 }, line: /^19 errors/ },
      { subject: 'lag10', values: { inErrors: 0, outErrors: 0 } },
    ].map(({ line, ...each }) => (line === undefined ? each : { ...each, line: expect.stringMatching(line) })),
  });
  expect(parseInterfaces(cut)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
  expect(parseInterfaces(odd)).toMatchObject({ kind: 'unreadable', reason: 'not-understood' });
});

test('one part asked for alone reads as it does among the others', () => {
  const whole = answerOf(stack, 'show-environment');
  const alone = (name: string): string =>
    new RegExp(`^show environment ${name}\\n([^]*?)(?=^show environment |$(?![^]))`, 'm').exec(whole)?.[1] ?? '';

  const kinds = (['fan', 'power-supply', 'temperature'] as const).map((name) => partParser(name)(alone(name)));

  expect(parseEnvironment(whole)).toEqual({
    kind: 'readings',
    readings: kinds.flatMap((parsed) => (parsed.kind === 'readings' ? parsed.readings : [])),
  });
});

test('a difference of comments alone proves nothing', () => {
  const head = '--- /tmp/a 2026-11-20\n+++ /tmp/b 2026-11-22\n@@ -1,3 +1,3 @@\n';

  expect(parseDifference(`${head}-!Version ArubaOS-CX FL.10.10\n+!Version ArubaOS-CX FL.10.13\n`)).toMatchObject({
    kind: 'unreadable',
    reason: 'no-row',
  });
  expect(parseDifference(`${head} vlan 1\n+vlan 30\n`)).toMatchObject({ readings: [{ line: '+vlan 30' }] });
  expect(parseDifference('\n')).toMatchObject({ kind: 'unreadable', reason: 'empty' });
});

test('a member of the stack without rows of its own is 判不了', () => {
  const environment = answerOf(stack, 'show-environment');
  const judged = (text: string) =>
    judgeDevice({
      ...{ platform: platformById('aruba-aoscx'), deviceType: 'aruba_aoscx', files: [], now: 0 },
      thresholds: Thresholds.parse({}),
      outputs: [
        { command: 'show vsf detail', text: answerOf(stack, 'show-vsf-detail'), end: 'complete', code: undefined },
        { command: 'show environment', text, end: 'complete', code: undefined },
      ],
    });

  expect(judged(environment).verdict).toBe('pass');
  expect(judged(environment.replace(/^2\/1 +JL086A.*\n/m, '')).findings).toContainEqual(
    expect.objectContaining({ check: 'power-supply', subject: '2', level: 'unknown' }),
  );
});

test('only the one comparison of checkpoints is sent', () => {
  const platform = platformById('aruba-aoscx');
  if (platform === undefined) throw new Error('no platform');
  const commands = [
    'show tech all',
    'checkpoint rollback startup-config',
    'checkpoint diff startup-config running-config ; erase all',
    'copy running-config startup-config',
    'show running-config | redirect usb:/x',
  ];

  expect(commands.filter((command) => isReadOnly(platform, command))).toEqual([]);
  expect(isReadOnly(platform, 'checkpoint diff startup-config running-config')).toBe(true);
});

test.each(['ArubaOS-CX', 'AOS-CX'])('%s tells the switch from a wireless device', (name) => {
  const guess = autodetect({ banner: '', prompt: 'sw# ', answer: `${name}\nVersion : FL.10.13.1050` });

  expect(guess?.deviceType).toBe('aruba_aoscx');
  expect(autodetect({ banner: '', prompt: 'sw# ', answer: 'ArubaOS (MODEL: 310)' })?.deviceType).not.toBe(
    'aruba_aoscx',
  );
});

test.each(['-- MORE --, next page: Space, next line: Enter, quit: q'])('the pager %s gets a blank', (line) => {
  const rules = [...knownPagers, ...(platformById('aruba-aoscx')?.traits.pagers ?? [])];

  expect(pagerOn(line, rules)?.answer).toBe(' ');
});
