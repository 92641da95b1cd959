import { describe, expect, test } from 'vitest';
import { parseClock, parseNtpPeers, parseNtpStatus } from '../../../../../electron/engine/vendors/dialects/ios/clock';
import {
  parseArchiveDifferences,
  parseNxosDiff,
  parseNxosSaved,
  parseRunningConfig,
} from '../../../../../electron/engine/vendors/cisco/config-state';
import { parseDir, parseNxosDir } from '../../../../../electron/engine/vendors/cisco/flash';
import { parseInterfaces } from '../../../../../electron/engine/vendors/dialects/ios/interfaces';
import { parseLicenseUsage, parseSmartLicence } from '../../../../../electron/engine/vendors/cisco/licence';
import { parseAsaCpu } from '../../../../../electron/engine/vendors/cisco/load';
import { parseLogging } from '../../../../../electron/engine/vendors/dialects/ios/logging';

describe('is the configuration saved', () => {
  const running = (head: string) =>
    `Building configuration...\n\nCurrent configuration : 99 bytes\n!\n${head}!\nhostname A\n!\nend\n`;
  const change = (at: string) => `! Last configuration change at ${at} by netops\n`;
  const save = (at: string) => `! NVRAM config last updated at ${at} by netops\n`;
  const early = '10:00:00 CST Mon Mar 1 2021';
  const late = '10:00:01 CST Mon Mar 1 2021';

  test.each([
    ['saved after the change', running(change(early) + save(late)), 'SYNCHRONIZED'],
    ['changed after the save', running(change(late) + save(early)), 'NOT SYNCHRONIZED'],
    ['changed and never saved', running(change(late)), 'NOT SYNCHRONIZED'],
    ['not changed since the start', running('! No configuration change since last restart\n'), 'SYNCHRONIZED'],
  ])('%s', (_name, text, synchronised) => {
    const parsed = parseRunningConfig(text);

    expect(parsed.kind === 'readings' ? parsed.readings[0] : parsed).toMatchObject({ values: { synchronised } });
  });

  test.each([
    ['stamps of two zones', running(change(early) + save(late.replace('CST', 'CDT'))), 'not-understood'],
    [
      'a clock that was never set',
      running(change('00:01:00 UTC Mon Mar 1 1993') + save('10:00:00 UTC Mon Mar 1 2021')),
      'not-understood',
    ],
    ['a configuration without its end', running(change(early) + save(late)).replace('end\n', ''), 'cut'],
  ])('%s cannot be judged', (_name, text, reason) => {
    expect(parseRunningConfig(text)).toMatchObject({ kind: 'unreadable', reason });
  });

  test('a head without stamps says nothing of saving', () => {
    expect(parseRunningConfig(running(''))).toMatchObject({ readings: [{ kind: 'service', subject: 'snmp-v2c' }] });
  });

  test('accounts and weak services are read without quoting a secret', () => {
    const text = running('').replace(
      'hostname A\n',
      'hostname A\nusername netops privilege 15 secret 9 inventedHash\nip http server\nline vty 0 4\n transport input telnet ssh\n',
    );

    expect(parseRunningConfig(text)).toMatchObject({
      readings: [
        { kind: 'user', subject: 'netops', line: 'username netops' },
        { kind: 'service', subject: 'telnet', values: { enabled: 1 } },
        { kind: 'service', subject: 'http', values: { enabled: 1 } },
        { kind: 'service', subject: 'snmp-v2c', values: { enabled: 0 }, line: 'Current configuration : 99 bytes' },
      ],
    });
  });

  test('what a modem lets in is not Telnet of the terminals', () => {
    const text = running('').replace(
      'hostname A\n',
      'hostname A\ntftp-server flash:lab.bin\nline aux 0\n transport input all\nline vty 0 4\n transport input ssh\n',
    );

    expect(parseRunningConfig(text)).toMatchObject({
      readings: [
        { subject: 'telnet', values: { enabled: 0 } },
        { subject: 'tftp', values: { enabled: 1 } },
        { subject: 'snmp-v2c', values: { enabled: 0 } },
      ],
    });
  });

  test('communities are counted as one service, those that everybody tries by name', () => {
    const text = running('').replace(
      'hostname A\n',
      'hostname A\nsnmp-server community Inv3nted RO 10\nsnmp-server community public RO\n',
    );

    expect(parseRunningConfig(text)).toMatchObject({
      readings: [
        { subject: 'snmp-v2c', values: { enabled: 1 }, line: 'snmp-server community' },
        { subject: 'snmp-v2c public', values: { enabled: 1 }, line: 'snmp-server community' },
      ],
    });
  });

  test('differences of the archive', () => {
    expect(parseArchiveDifferences('!Contextual Config Diffs:\n!No changes were found\n')).toMatchObject({
      readings: [{ values: { synchronised: 'SYNCHRONIZED' } }],
    });
    expect(parseArchiveDifferences('!Contextual Config Diffs:\n+ntp server 192.0.2.1\n')).toMatchObject({
      readings: [{ values: { synchronised: 'NOT SYNCHRONIZED' }, line: '+ntp server 192.0.2.1' }],
    });
  });

  test('NX-OS: no answer proves nothing', () => {
    expect(parseNxosDiff('')).toMatchObject({ kind: 'unreadable', reason: 'empty' });
    expect(parseNxosSaved('!Running configuration last done at: Fri Oct 30 17:01:12 2026\n')).toMatchObject({
      kind: 'unreadable',
      reason: 'no-row',
    });
  });
});

describe('licences', () => {
  const heading =
    'Feature                      Ins  Lic   Status Expiry Date Comments\n                                 Count\n--------------------------------------------------------------------------------\n';

  test('grace counts only for what is in use', () => {
    const rows =
      'MPLS_PKG                      No    -   Unused             Grace 10D 1H\nLAN_PKG                       No    -   In use             Grace 10D 1H\n';

    expect(parseLicenseUsage(heading + rows)).toMatchObject({
      readings: [
        { status: 'Unused', values: { daysLeft: null } },
        { status: 'Grace 10D 1H', values: { daysLeft: 10 } },
      ],
    });
  });

  test('a row that does not parse is not dropped', () => {
    expect(parseLicenseUsage(`${heading}MPLS_PKG  Maybe\nLAN  Yes  -  In use Never  -\n`)).toMatchObject({
      kind: 'unreadable',
    });
  });

  test('only chapters of licences count, and failed attempts', () => {
    const text =
      'Utility:\n  Status: DISABLED\n\nRegistration:\n  Status: REGISTERED\n  Last Renewal Attempt: FAILED on Nov 01 2026 11:27:20 UTC\n\nLicense Authorization:\n  Status: OUT OF COMPLIANCE on Nov 10 2026 08:20:02 UTC\n';

    expect(parseSmartLicence(text)).toMatchObject({
      readings: [{ status: 'REGISTERED' }, { status: 'FAILED' }, { status: 'OUT OF COMPLIANCE' }],
    });
  });
});

describe('clock, flash, ports, log', () => {
  test('a star before the time means that nobody vouches for it', () => {
    expect(parseClock('*18:57:38.347 UTC Mon Oct 19 2015\n')).toMatchObject({
      readings: [{ values: { epochSeconds: 1_445_281_058, synchronised: 0 } }],
    });
  });

  test('a zone with two meanings gives no time', () => {
    expect(parseClock('18:57:38.347 CST Mon Oct 19 2015\n')).toMatchObject({
      readings: [{ values: { epochSeconds: null, synchronised: null } }],
    });
  });

  test('unsynchronized is not synchronized', () => {
    expect(parseNtpStatus('Clock is unsynchronized, stratum 16, no reference clock\n')).toMatchObject({
      readings: [{ values: { synchronised: 0 } }],
    });
    expect(parseNtpPeers('Total peers : 2\n*192.0.2.1  0.0.0.0  2  64  377  0.00061  default\n')).toMatchObject({
      kind: 'unreadable',
      reason: 'cut',
    });
  });

  test('a listing without its last line tells nothing of the room', () => {
    expect(parseDir('Directory of flash:/\n\n    2  -rwx  9771282  Mar 14 2023 09:20:11  a.bin\n')).toMatchObject({
      reason: 'cut',
    });
    expect(parseNxosDir('       4096    Jan 28 15:27:34 2026  .rpmstore/\n')).toMatchObject({ reason: 'cut' });
  });

  test('a port that stops between its counters is cut', () => {
    const text = 'GigabitEthernet0/1 is up, line protocol is up\n     5 input errors, 5 CRC, 0 frame\n';

    expect(parseInterfaces(text)).toMatchObject({ kind: 'unreadable', reason: 'cut' });
  });

  test('the log counts by severity and quotes the newest', () => {
    const text =
      'Syslog logging: enabled\nLog Buffer (8192 bytes):\n1: Jun 19 03:02:31: %LINK-3-UPDOWN: a\n2: Jun 19 03:02:32: %LINK-3-UPDOWN: b\n';

    expect(parseLogging(text)).toMatchObject({
      readings: [
        { subject: 'error', values: { count: 2 }, line: '2: Jun 19 03:02:32: %LINK-3-UPDOWN: b' },
        { subject: 'warning', values: { count: 0 }, line: '2: Jun 19 03:02:32: %LINK-3-UPDOWN: b' },
      ],
    });
  });

  const logOf = (text: string): readonly string[] => {
    const parsed = parseLogging(text);
    return parsed.kind === 'readings' ? parsed.readings.map(({ subject }) => subject) : [];
  };

  test.each([
    [
      'an empty buffer',
      'Syslog logging: enabled\n    Buffer logging:  level debugging, 0 messages logged\n',
      ['error', 'warning'],
    ],
    [
      'a buffer that keeps no warnings',
      'Syslog logging: enabled\n    Buffer logging: level errors, 0 messages logged\n',
      ['error'],
    ],
    [
      'a buffer that keeps neither',
      'Syslog logging: enabled\n    Buffer logging: level critical, 0 messages logged\n',
      [''],
    ],
    ['no buffer', 'Syslog logging: enabled\n    Buffer logging: disabled\n', ['']],
    ['no log', 'Syslog logging: disabled\n', ['']],
    ['NX-OS', '2026 Nov 22 06:02:41 A %VSHD-5-VSHD_SYSLOG_CONFIG_I: x\n', ['error', 'warning', 'notification']],
    ['a message on the terminal alone', '*Nov 22 06:02:41: %SYS-5-CONFIG_I: x\n', ['notification']],
  ])('what is not in the log: %s', (_name, text, subjects) => {
    expect(logOf(text)).toEqual(subjects);
  });
});

describe('smart licensing of IOS-XE', () => {
  const use = 'network-advantage (C9300-24 Network Advantage):\n  Count: 2\n  Status: IN USE\n';

  test('by policy nothing registers and nothing runs out', () => {
    expect(parseSmartLicence('Smart Licensing Using Policy:\n  Status: ENABLED\n')).toMatchObject({ kind: 'absent' });
    expect(parseSmartLicence('Smart Licensing Using Policy:\n  Status: DISABLED\n')).toMatchObject({
      kind: 'unreadable',
    });
  });

  test('every licence in use tells its state', () => {
    expect(parseSmartLicence(use)).toMatchObject({
      readings: [{ subject: 'network-advantage (C9300-24 Network Advantage)', status: 'IN USE' }],
    });
    expect(parseSmartLicence(`${use}dna-advantage (C9300-24 DNA Advantage):\n  Count: 2\n`)).toMatchObject({
      kind: 'unreadable',
      reason: 'cut',
    });
  });
});

describe('a last line that is whole needs no line end', () => {
  test.each([
    ['the end of a configuration', parseRunningConfig, 'Current configuration : 9 bytes\n!\nend'],
    ['a year', parseClock, '09:41:07.113 UTC Sun Nov 22 2026'],
    ['the load of all cores', parseAsaCpu, 'CPU utilization for 5 seconds = 1%; 1 minute: 2%; 5 minutes: 3%'],
  ])('%s', (_name, parse, text) => {
    expect(parse(text).kind).toBe('readings');
    expect(parse(text.slice(0, -1))).toMatchObject({ kind: 'unreadable', reason: 'cut' });
  });
});

test.each(['127.127.1.1', '.LOCL.'])('a clock that follows itself (%s) follows no server', (reference) => {
  const line = `Clock is synchronized, stratum 8, reference is ${reference}`;

  expect(parseNtpStatus(`${line}\n`)).toMatchObject({
    readings: [{ values: { synchronised: 0 }, status: `reference is ${reference}`, line }],
  });
});
