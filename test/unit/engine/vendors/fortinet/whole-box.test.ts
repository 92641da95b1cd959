import { expect, test } from 'vitest';
import {
  findCommand,
  isReadOnly,
  ownCommand,
  recogniseMember,
} from '../../../../../electron/engine/judge/platform-lookup';
import {
  parseAdministrators,
  parseCommunities,
  parseInterfaceAccess,
  parseSaving,
} from '../../../../../electron/engine/vendors/fortinet/access';
import { configSection } from '../../../../../electron/engine/vendors/fortinet/config-section';
import { parseInterfaces } from '../../../../../electron/engine/vendors/fortinet/interfaces';
import { parseCrashLog, parseLogDisplay } from '../../../../../electron/engine/vendors/fortinet/logs';
import { parseOptics } from '../../../../../electron/engine/vendors/fortinet/optics';
import { fortinetVdom } from '../../../../../electron/engine/vendors/fortinet/fortios-vdom';
import { createFilter } from '../../../../../electron/engine/text/filter';
import { createRedactor } from '../../../../../electron/engine/text/redact';

const interfaces = `config system interface
    edit "wan1"
        set allowaccess ping https
        set description "set allowaccess telnet
end
config system interface"
        config ipv6
            set ip6-allowaccess telnet
        end
    next
    edit wan2
    next
end
`;

test('text values over several lines and tables inside a table are no lines of their own', () => {
  expect(configSection(interfaces, 'system interface')).toMatchObject({
    edits: [
      { name: 'wan1', settings: ['set allowaccess ping https', 'set description "set allowaccess telnet'] },
      { name: 'wan2' },
    ],
  });
  expect(parseInterfaceAccess(interfaces)).toMatchObject({
    readings: [
      { subject: 'telnet', values: { enabled: 0 } },
      { subject: 'http', values: { enabled: 0 } },
    ],
  });
});

test.each([
  ['without its end', interfaces.replace(/end\n$/, ''), 'cut'],
  ['another section', 'config system global\nend\n', 'not-understood'],
  ['a line of no configuration', interfaces.replace('edit wan2', 'garbage'), 'not-understood'],
  ['no interface', 'config system interface\nend\n', 'no-row'],
])('interfaces: %s is not judged', (_name, text, reason) => {
  expect(parseInterfaceAccess(text)).toMatchObject({ kind: 'unreadable', reason });
});

test('a community counts for the versions that it answers, unless it is off', () => {
  const on = (settings: string) => `config system snmp community\n    edit 1\n${settings}    next\nend\n`;
  const enabled = (text: string) => {
    const parsed = parseCommunities(text);
    return parsed.kind === 'readings'
      ? parsed.readings.map(({ values }) => (values as { enabled?: number }).enabled)
      : [];
  };

  expect(enabled(on(''))).toEqual([1, 1]);
  expect(enabled(on('        set query-v1-status disable\n'))).toEqual([0, 1]);
  expect(enabled(on('        set status disable\n'))).toEqual([0, 0]);
});

test('names of communities are blanked, other names are not', () => {
  const text = `config firewall address
    edit "a"
        set name "keep-1"
    next
end
config system snmp community
    edit 1
        set name "hide-1"
        config hosts
            edit 1
            next
        end
    next
    edit 2
        set name hide-2
    next
end
config system zone
    edit "z"
        set name "keep-2"
    next
end
`;
  const blanked = createFilter(createRedactor()).text(text, fortinetVdom.secrets);

  expect(['keep-1', 'keep-2', 'hide-1', 'hide-2'].map((word) => blanked.includes(word))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('administrators without any entry are no answer', () => {
  expect(parseAdministrators('config system admin\nend\n')).toMatchObject({ kind: 'unreadable', reason: 'no-row' });
});

test('only saving by itself is known to be saved', () => {
  const saved = (word: string) => parseSaving(`cfg-save            : ${word}\n`);

  expect(saved('automatic')).toMatchObject({ readings: [{ values: { synchronised: 'SYNCHRONIZED' } }] });
  expect(saved('revert')).toMatchObject({ readings: [{ values: { synchronised: 'revert' } }] });
  expect(parseSaving('cfg-revert-timeout  : 600\n')).toMatchObject({ kind: 'unreadable' });
});

test.each([
  ['a block without counters at the end', 'if=a family=00 type=1 index=1\nflags=up\n', 'cut'],
  ['counters with a word in them', 'if=a family=00 type=1 index=1\nstat: rxp=x txp=1\n', 'not-understood'],
  ['no block', 'nothing\n', 'not-understood'],
])('counters: %s is not judged', (_name, text, reason) => {
  expect(parseInterfaces(text)).toMatchObject({ kind: 'unreadable', reason });
});

test('a crash log is read to its end, and a crash is told from a restart', () => {
  const log = `1: 2026-06-15 07:49:11 the killed daemon is /bin/pyfcgid: status=0x0
2: 2026-06-16 01:00:00 <00233> *** signal 6 (Aborted) received ***
`;
  expect(parseCrashLog(log)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
  expect(parseCrashLog(`${log}Crash log interval is 3600 seconds\n`)).toMatchObject({
    readings: [
      { subject: 'crash', values: { count: 1 }, line: expect.stringContaining('signal 6') },
      { subject: 'resources', values: { count: 0 } },
    ],
  });
  expect(parseCrashLog(`${log}what is this\nCrash log interval is 3600 seconds\n`)).toMatchObject({
    reason: 'not-understood',
  });
});

test('a displayed log holds as many rows as it announces', () => {
  const row = '1: date=2026-11-22 time=11:41:18 type="event" level="error" msg="x"\n';

  expect(parseLogDisplay(`9 logs found.\n1 logs returned.\n\n${row}`)).toMatchObject({
    readings: [{ subject: 'error', values: { count: 1 } }],
  });
  expect(parseLogDisplay(`9 logs found.\n2 logs returned.\n\n${row}`)).toMatchObject({ reason: 'cut' });
  expect(parseLogDisplay(`1 logs returned.\n1: date=2026-11-22 time=11:41:18 type="event"\n`)).toMatchObject({
    reason: 'not-understood',
  });
});

test('virtual domains are told by the status, and asked for the whole box', () => {
  const status = (word: string) => `Version: FortiGate-600E v7.2.8\nVirtual domain configuration: ${word}\n`;

  expect(
    ['disable', 'enable', 'multiple', 'split-task'].map((word) => recogniseMember('fortinet', status(word))?.id),
  ).toEqual(['fortinet', 'fortinet-vdom', 'fortinet-vdom', 'fortinet-vdom']);
  expect(ownCommand(fortinetVdom, 'get system performance status')).toBe('sudo global get system performance status');
  expect(findCommand(fortinetVdom, 'sudo global show system admin')?.gives).toEqual(['user']);
  expect(isReadOnly(fortinetVdom, 'sudo global execute reboot')).toBe(false);
});

const optics = `Interface s1 - SFP/SFP+
 Interface   (Celsius)    (Volts)   (mA)       (dBm)       (dBm)
 ---------   ---------    -------   ------     -------     -------
 s1             38.3        3.35      6.80       -7.1        -7.3
  ++ : high alarm, + : high warning, - : low warning, -- : low alarm, ? : suspect.
`;

test('the mark behind a power is the word of the device', () => {
  const status = (row: string) => {
    const parsed = parseOptics(optics.replace('-7.1        -7.3', row));
    return parsed.kind === 'readings' ? parsed.readings[0]?.status : parsed.kind;
  };

  expect(['-7.1   -7.3', '-7.1  -19.0 -', '-7.1  -29.0 --', '-7.1 ++ -7.3', '-7.1 ? -7.3'].map(status)).toEqual([
    'normal',
    'warning',
    'alarm',
    'alarm',
    'suspect',
  ]);
  expect(['-7.1', '-7.1 -7.x', '-7.1 - - -7.3'].map(status)).toEqual(['unreadable', 'unreadable', 'unreadable']);
  expect(parseOptics('Interface x1 - Transceiver is not detected.\n')).toMatchObject({ kind: 'absent' });
});
