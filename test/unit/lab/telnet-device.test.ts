import { connect as connectTcp } from 'node:net';
import { expect, test } from 'vitest';
import type { LabDevice } from '../../../electron/lab/device-spec';
import { TelnetOptions, telnetGreeting } from '../../../electron/lab/telnet-options';
import { withFleet } from '../../support/lab';
import { terminal, type Terminal } from './ssh-terminal';

/** A telnet client that never answers an option; enough for a login. */
function telnet({ host, port }: LabDevice): Terminal {
  return terminal(connectTcp({ host, port, noDelay: true }));
}

async function login(device: LabDevice, password = device.password): Promise<Terminal> {
  const wire = telnet(device);
  await wire.until('Username: ');
  wire.type(`${device.username}\r\n`);
  await wire.until('Password: ');
  wire.type(`${password}\r\n`);
  return wire;
}

test('after name and password the firewall tells its licences', () =>
  withFleet([{ name: 'fw', personality: 'ngfw-telnet' }], async (fleet) => {
    const device = fleet.device('fw');
    const wire = await login(device);
    const welcome = await wire.until('FW-EDGE# ');

    wire.type('show license\r\n');
    const answer = await wire.until('FW-EDGE# ');
    wire.type('exit\r\n');
    await wire.ended;

    expect(welcome).toBe('\r\n\r\nAuthorized staff only. Every session is recorded.\r\n\r\nFW-EDGE# ');
    expect(answer).toBe(
      `show license\r\n${device.expected.transcript('show license').replaceAll('\n', '\r\n')}FW-EDGE# `,
    );
    expect(answer).toContain('platform_base:\tPERMANENT.\r\n');
    expect(device.record.sessions).toMatchObject([
      { user: 'inspector', end: 'logged-out', commands: ['show license', 'exit'] },
    ]);
  }));

test('a wrong password is refused and the name is asked again', () =>
  withFleet([{ name: 'fw', personality: 'ngfw-telnet', fault: 'wrong-password' }], async (fleet) => {
    const device = fleet.device('fw');
    const wire = await login(device);

    const answer = await wire.until('Username: ');

    expect(answer).toContain('% Authentication failed\r\n');
    expect(device.record.logins).toEqual([{ user: 'inspector', method: 'telnet', accepted: false }]);
    expect(device.record.sessions).toEqual([]);
  }));

test('a caret stands below the word that is not known', () =>
  withFleet([{ name: 'fw', personality: 'ngfw-telnet' }], async (fleet) => {
    const wire = await login(fleet.device('fw'));
    await wire.until('FW-EDGE# ');

    wire.type('show licence\r\n');
    const answer = await wire.until('FW-EDGE# ');

    const column = 'FW-EDGE# show '.length;
    expect(answer).toBe(
      `show licence\r\n${' '.repeat(column)}^\r\n% Invalid input detected at '^' marker.\r\nFW-EDGE# `,
    );
  }));

test('with an enable secret nothing is told before enable', () =>
  withFleet([{ name: 'fw', personality: 'ngfw-telnet', enableSecret: 'Up.Secret-1' }], async (fleet) => {
    const wire = await login(fleet.device('fw'));
    await wire.until('FW-EDGE> ');

    wire.type('show license\r\n');
    const before = await wire.until('FW-EDGE> ');
    wire.type('enable\r\n');
    await wire.until('Password: ');
    wire.type('Up.Secret-1\r\n');
    const secret = await wire.until('FW-EDGE# ');

    expect(before).toContain('% Invalid input');
    expect(secret).toBe('\r\nFW-EDGE# ');
  }));

test('long answers are paged until the pager is turned off', () =>
  withFleet([{ name: 'fw', personality: 'ngfw-telnet' }], async (fleet) => {
    const device = fleet.device('fw');
    const wire = await login(device);
    await wire.until('FW-EDGE# ');

    wire.type('show running-config\r\n');
    await wire.until('--More--');
    wire.type('q');
    await wire.until('FW-EDGE# ');
    wire.type('terminal pager 0\r\n');
    await wire.until('terminal pager 0\r\nFW-EDGE# ');
    wire.type('show running-config\r\n');
    const whole = await wire.until('end\r\nFW-EDGE# ');

    expect(whole.replaceAll('\r\n', '\n')).toBe(
      `show running-config\n${device.expected.transcript('show running-config')}FW-EDGE# `,
    );
  }));

test('options may be cut at every byte', () => {
  const [iac, sb, se, will, doIt] = [255, 250, 240, 251, 253];
  const stream = Buffer.from([
    ...[0x61, iac, iac, iac, doIt, 1, iac, doIt, 5, 0x62],
    ...[iac, will, 31, iac, sb, 31, 2, 0, 0, 50, iac, se, iac, will, 39, 0x63],
  ]);
  for (let cut = 0; cut <= stream.length; cut++) {
    const options = new TelnetOptions();
    const pieces = [options.take(stream.subarray(0, cut)), options.take(stream.subarray(cut))];

    expect(Buffer.concat(pieces.map(({ text }) => text))).toEqual(Buffer.from([0x61, iac, 0x62, 0x63]));
    expect(Buffer.concat(pieces.map(({ reply }) => reply))).toEqual(Buffer.from([iac, 252, 5, iac, 254, 39]));
    expect(pieces.flatMap(({ size }) => size ?? [])).toEqual([{ columns: 512, rows: 50 }]);
  }
  expect([...telnetGreeting.subarray(0, 3)]).toEqual([iac, will, 1]);
});
