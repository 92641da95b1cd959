import { expect, test } from 'vitest';
import { testDevice, type DeviceTestResult } from '../../../../electron/engine/run/test-device';
import { openSession } from '../../../../electron/engine/access/open-session';
import { testLines } from '../../../../electron/headless/test-lines';
import { bastionBefore } from '../../../../electron/lab/bastion/fleet';
import type { DeviceSpec, LabDevice } from '../../../../electron/lab/device-spec';
import { systemClock } from '../../../../electron/node-clock';
import { Device } from '../../../../shared/model/device';
import { withFleet } from '../../../support/lab';
import { silentLog } from '../../../support/silent-log';
import { memoryHostKeys } from '../access/lab-session';

const enableRef = 'device.d1.enable';

type Entered = { readonly platform?: string; readonly enable?: string };

async function tested(
  spec: Partial<DeviceSpec>,
  entered: Entered,
  check: (result: DeviceTestResult, lines: readonly string[], device: LabDevice) => void,
): Promise<void> {
  await withFleet([{ name: 'SW-1', personality: 'os6860-aos8', ...spec }], async (fleet) => {
    const lab = fleet.device('SW-1');
    const { name, host, port, protocol, username } = lab;
    const device = Device.parse({
      ...{ id: 'd1', name, host, port, protocol, username, password: 'device.d1.password' },
      platform: entered.platform ?? lab.platform,
      ...(entered.enable === undefined ? {} : { enableSecret: enableRef }),
    });
    const result = await testDevice(
      device,
      { connectMs: 3000, commandMs: 3000, fileMs: 500, deviceMs: 60_000 },
      {
        clock: systemClock,
        log: silentLog,
        hostKeys: memoryHostKeys(),
        openSession,
        secrets: { read: (ref) => (ref === enableRef ? entered.enable : lab.password) },
      },
    );
    check(result, testLines(device, result, 'en'), lab);
    expect(lab.record.sessions.filter(({ end }) => end === undefined)).toEqual([]);
  });
}

const wayIn = ['tcp', 'banner', 'kex', 'host-key', 'auth', 'shell', 'prompt'];

test('every rung of a healthy device holds', () =>
  tested({}, {}, (result, lines) => {
    expect(result).toMatchObject({ broken: null, code: null, fileWay: 'sftp', suggestedPlatform: null });
    expect(result.passed).toEqual([...wayIn, 'privilege', 'pager', 'files']);
    expect(lines.filter((line) => line.endsWith('passed'))).toHaveLength(10);
  }));

test.each([
  ['refused', 'tcp', 'net.refused'],
  ['wrong-password', 'auth', 'ssh.auth-failed'],
  ['sftp-stalls', 'files', 'files.timeout'],
] as const)('with %s it breaks at %s and says the cause and the next step', (fault, broken, code) =>
  tested({ fault }, {}, (result, lines) => {
    expect(result).toMatchObject({ broken, code });
    expect(lines.filter((line) => line.includes('Cause: ') || line.includes('Next step: '))).toHaveLength(2);
    expect(lines.join('\n')).not.toMatch(/\{\{|undefined/);
  }),
);

test('the configuration may come by the command line', () =>
  tested({ fault: 'no-sftp' }, {}, (result) => {
    expect(result).toMatchObject({ broken: null, fileWay: 'cli' });
  }));

test('a refused enable password breaks the rung of the privilege', () =>
  tested(
    { personality: 'ngfw-telnet', enableSecret: 'right-Secret.1' },
    { enable: 'wrong-Secret.2' },
    (result, lines) => {
      expect(result).toMatchObject({
        broken: 'privilege',
        code: 'cli.no-privilege',
        passed: ['tcp', 'banner', 'auth', 'prompt'],
      });
      expect(lines.join('\n')).not.toContain('Secret');
    },
  ));

test('a device that stops in its answer breaks the rung of the pager', () =>
  tested({ thinkMs: 5000 }, {}, (result) => {
    expect(result).toMatchObject({ broken: 'pager', code: 'cli.timeout' });
  }));

test.each(['generic', 'cisco_ios'])('a switch entered as %s is recognised', (platform) =>
  tested({}, { platform }, (result, lines, device) => {
    expect(result.suggestedPlatform).toMatchObject({ deviceType: 'alcatel_aos', member: 'ale-aos8' });
    expect(lines.at(-1)).toContain('alcatel_aos');
    expect(device.record.sessions[0]?.commands).toContain('show system');
  }),
);

test('a device behind a bastion is tested up to its configuration, and on a menu nothing is typed', () =>
  withFleet([{ name: 'SW-1', personality: 'os6860-aos8' }], async (fleet) => {
    const before = await bastionBefore(fleet.devices, 'menu');
    const { bastion } = before;
    const hop = Device.parse({
      ...{ id: 'd2', name: 'hop', host: bastion.host, port: bastion.port, protocol: 'ssh', platform: 'linux' },
      ...{ username: bastion.username, password: 'device.d2.password', bastion: { preset: 'jumpserver' } },
    });
    const lab = fleet.device('SW-1');
    const device = Device.parse({
      ...{ id: 'd1', name: 'SW-1', host: before.addressOf(lab), port: 22, protocol: 'ssh', platform: lab.platform },
      ...{ username: '', jump: 'hop' },
    });
    const ports = {
      ...{ clock: systemClock, log: silentLog, hostKeys: memoryHostKeys(), openSession },
      secrets: { read: (ref: string) => (ref === hop.password ? bastion.password : undefined) },
      jumpHosts: () => [hop, device],
    };
    const budgets = { connectMs: 3000, commandMs: 3000, fileMs: 500, deviceMs: 60_000 };

    const behind = await testDevice(device, budgets, ports);
    const typed = [...bastion.typed];
    const itself = await testDevice(hop, budgets, ports);
    const more = bastion.typed.slice(typed.length);
    await bastion.close();

    // The bastion holds the credential of the device: none of ours is needed.
    expect(behind).toMatchObject({
      broken: null,
      fileWay: 'cli',
      passed: ['tcp', 'auth', 'prompt', 'privilege', 'pager', 'files'],
    });
    expect(typed).toEqual([before.addressOf(lab), 'q']);
    expect(itself).toMatchObject({ broken: null, prompt: 'Opt> ', passed: wayIn });
    expect(more).toEqual(['exit']);
  }));
