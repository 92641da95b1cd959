import { describe, expect, test } from 'vitest';
import { parseComwareConfig, parseVrpConfig } from '../../../../../electron/engine/vendors/dialects/vrp/configuration';
import { parseLocalUser } from '../../../../../electron/engine/vendors/huawei/local-user';
import {
  parseComwareHttp,
  parseFtpServer,
  parseSnmpVersion,
  parseSshServer,
  parseTelnetServer,
  parseVrpHttpServer,
} from '../../../../../electron/engine/vendors/dialects/vrp/services';
import type { Parsed } from '../../../../../electron/engine/vendors/platform';

const said = (parsed: Parsed): unknown =>
  parsed.kind === 'readings'
    ? parsed.readings.map((reading) =>
        reading.kind === 'service' ? [reading.subject, reading.values.enabled] : [reading.kind, reading.subject],
      )
    : parsed;

const vrpConfig = (...lines: readonly string[]): string =>
  `#\nsysname SW-1\n#\n${lines.map((line) => `${line}\n`).join('')}#\nreturn\n`;

describe('a configuration', () => {
  test('names accounts once, and quotes nothing of their secrets', () => {
    const parsed = parseVrpConfig(
      vrpConfig('aaa', ' local-user ops password irreversible-cipher $1a$x', ' local-user ops service-type ssh'),
    );

    expect(parsed).toMatchObject({ kind: 'readings', readings: [{ subject: 'ops', line: 'local-user ops' }] });
  });

  test('of a firewall has its administrators in blocks', () => {
    expect(
      said(parseVrpConfig(vrpConfig('aaa', ' manager-user password-modify enable', ' manager-user root'))),
    ).toEqual([['user', 'root']]);
  });

  test.each([
    ['telnet server enable', [['telnet', 1]]],
    ['undo telnet server enable', [['telnet', 0]]],
    ['telnet ipv6 server enable', [['telnet', 1]]],
    ['ftp server enable', [['ftp', 1]]],
    ['undo http server enable', [['http', 0]]],
    ['ssh server compatible-ssh1x enable', [['ssh v1', 1]]],
  ])('says of %s what it says', (line, expected) => {
    expect(said(parseVrpConfig(vrpConfig(line)))).toEqual(expected);
  });

  test('that switches off only the newer protocol says nothing of the older', () => {
    expect(parseVrpConfig(vrpConfig('undo telnet ipv6 server enable'))).toMatchObject({ kind: 'absent' });
  });

  test('adds up the versions of SNMP', () => {
    const lines = ['snmp-agent sys-info version v3', 'snmp-agent sys-info version v2c'];

    expect(said(parseVrpConfig(vrpConfig(...lines)))).toEqual([
      ['snmp-v1', 0],
      ['snmp-v2c', 1],
    ]);
  });

  test('of Comware counts who manages the device, in both releases', () => {
    const config =
      '#\n sysname SW-1\n#\nlocal-user a class manage\n#\nlocal-user b class network\n#\nlocal-user c\n#\nreturn\n';

    expect(said(parseComwareConfig(config))).toEqual([
      ['user', 'a'],
      ['user', 'c'],
    ]);
  });

  test('cut before any of its lines is not read', () => {
    const lines = vrpConfig('telnet server enable', 'aaa', ' local-user ops service-type ssh').trimEnd().split('\n');
    const kinds = lines.map(
      (_line, count) =>
        parseVrpConfig(
          lines
            .slice(0, count)
            .map((each) => `${each}\n`)
            .join(''),
        ).kind,
    );

    expect(kinds.every((kind) => kind === 'unreadable')).toBe(true);
  });

  test('without its name is something else', () => {
    expect(parseVrpConfig('telnet server enable\nreturn\n')).toMatchObject({ reason: 'not-understood' });
  });
});

const accounts = (total: string, ...rows: readonly string[]): string =>
  `  User-name                      State  AuthMask  AdminLevel\n  ------------------\n${rows.map((row) => `  ${row}\n`).join('')}  ------------------\n${total}`;

describe('the table of accounts', () => {
  test('is whole when its sum is right', () => {
    const text = accounts('  Total 2 user(s)\n', 'ops  A  S  15', 'old  B  T  -');

    expect(said(parseLocalUser(text))).toEqual([
      ['user', 'ops'],
      ['user', 'old'],
    ]);
  });

  test.each([
    ['without its sum', accounts('', 'ops  A  S  15'), 'cut'],
    ['of another sum', accounts('  Total 2 user(s)\n', 'ops  A  S  15'), 'not-understood'],
    ['of an unknown state', accounts('  Total 1 user(s)\n', 'ops  Q  S  15'), 'not-understood'],
    ['without rows', accounts('  Total 0 user(s)\n'), 'no-row'],
  ])('%s is not read', (_what, text, reason) => {
    expect(parseLocalUser(text)).toMatchObject({ kind: 'unreadable', reason });
  });
});

describe('a service', () => {
  test.each<readonly [string, (text: string) => Parsed, string, unknown]>([
    [
      'one of two Telnet servers that is on',
      parseTelnetServer,
      ' TELNET IPv4 server :Disable\n TELNET IPv6 server :Enable\n TELNET server port :23\n',
      [['telnet', 1]],
    ],
    [
      'a Telnet server of YunShan',
      parseTelnetServer,
      'Telnet server           : Enable\nTelnet server port      : 23\nTelnet IPv6 server      : Disable\n',
      [['telnet', 1]],
    ],
    ['an FTP server of Comware that is off', parseFtpServer, 'FTP is not configured.\n', [['ftp', 0]]],
    [
      'an FTP server by its state',
      parseFtpServer,
      'Server state             : Enabled\nListen port              : 21\n',
      [['ftp', 1]],
    ],
    ['SSH of both versions', parseSshServer, ' SSH version : 1.99\n', [['ssh v1', 1]]],
    [
      'SSH by its word for old clients',
      parseSshServer,
      'SSH Version : 2.0\nSSH version 1.x compatibility : Enable\n',
      [['ssh v1', 1]],
    ],
    ['a web server that is stopped', parseComwareHttp, 'HTTP port: 80\nOperation status: Stopped\n', [['http', 0]]],
    [
      'versions of SNMP on one line',
      parseSnmpVersion,
      'SNMP version running in the system: SNMPv2c SNMPv3\n',
      [
        ['snmp-v1', 0],
        ['snmp-v2c', 1],
      ],
    ],
  ])('%s is read', (_what, parse, text, expected) => {
    expect(said(parse(text))).toEqual(expected);
  });

  test.each<readonly [string, (text: string) => Parsed, string, string]>([
    [
      'Telnet of an unknown word',
      parseTelnetServer,
      ' TELNET IPv4 server :Maybe\n TELNET server port :23\n',
      'not-understood',
    ],
    ['Telnet without its port', parseTelnetServer, ' TELNET IPv4 server :Disable\n', 'cut'],
    ['FTP of another sentence', parseFtpServer, 'FTP server was seen here.\n', 'not-understood'],
    ['FTP of an unknown state', parseFtpServer, 'Server state : Perhaps\n', 'not-understood'],
    ['SSH without a version', parseSshServer, ' SSH connection timeout :60 seconds\n', 'not-understood'],
    ['SSH of an unknown version', parseSshServer, ' SSH version : two\n', 'not-understood'],
    ['a web server without its state', parseComwareHttp, 'HTTP port: 80\nACL: 0\n', 'cut'],
    ['a web server of an unknown word', parseVrpHttpServer, ' HTTP Server Status : on\n', 'not-understood'],
    ['SNMP without its versions', parseSnmpVersion, '  SNMP version running in the system:\n', 'cut'],
    [
      'SNMP of an unknown version',
      parseSnmpVersion,
      '  SNMP version running in the system:\n  SNMPv9\n',
      'not-understood',
    ],
  ])('%s is not read', (_what, parse, text, reason) => {
    expect(parse(text)).toMatchObject({ kind: 'unreadable', reason });
  });
});
