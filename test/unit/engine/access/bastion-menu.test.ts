import { expect, test } from 'vitest';
import { passBastion } from '../../../../electron/engine/access/bastion-menu';
import { knownPagers } from '../../../../electron/engine/command-line/pager';
import type { Target } from '../../../../electron/engine/session/session';
import type { Bastion } from '../../../../shared/model/bastion';
import { bastionScript } from '../../../../shared/model/bastion-presets';
import { aosTraits } from './lab-session';
import { scriptedDevice } from '../command-line/scripted-device';

const target: Target = {
  host: '192.0.2.11',
  port: 22,
  protocol: 'ssh',
  username: 'inspector',
  password: 'lab-Secret-1',
  enableSecret: undefined,
};

/** A walk that a test plays by hand; `rest` lets so many milliseconds pass in silence. */
function walk(bastion: Bastion, more: Partial<Target> = {}) {
  const device = scriptedDevice();
  const { conversation, clock } = device;
  let asked = 0;
  const end = passBastion(conversation, {
    script: bastionScript(bastion, more.protocol ?? 'ssh'),
    target: { ...target, ...more },
    hint: aosTraits.prompt,
    pagers: knownPagers,
    budgetMs: 15_000,
    elapsed: () => clock.elapsed(),
    beforePassword: () => Promise.resolve(void (asked += 1)),
  });
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  const rest = async (ms: number): Promise<void> => {
    for (let left = ms; left > 0; left -= 100) {
      clock.advance(100);
      await settled();
    }
  };
  return { ...device, end, rest, asked: () => asked };
}

const linux: Bastion = { preset: 'linux' };

test('a banner that ends like a prompt is not taken for the device while its question may still come', async () => {
  const { say, typed, rest, end, asked } = walk(linux);
  await say('Welcome, prices in $');
  await say(' per hour\r\nops@jump01:~$ ');
  await rest(100);
  expect(typed()).toBe('ssh -p 22 inspector@192.0.2.11\n');
  await say('ssh -p 22 inspector@192.0.2.11\r\n*** authorised use only [#]\r\n');
  await rest(6000);
  expect(typed()).toBe('');
  await say("inspector@192.0.2.11's password: ");
  expect(typed()).toBe('lab-Secret-1\n');
  expect(asked()).toBe(1);
  await say('\r\n\r\nsw-> ');

  expect(await end).toEqual({ kind: 'landed', home: 'ops@jump01:~$ ' });
});

test('the password is not typed where something else asks, and no second time', async () => {
  const { say, typed, rest, end } = walk({
    steps: [
      { wait: 'Opt>', send: '{host}' },
      { wait: ':', send: '{password}' },
    ],
  });
  await say('Opt> ');
  await rest(100);
  typed();
  await say('192.0.2.11\r\nYour token: ');
  await rest(2000);
  expect(typed()).toBe('');
  await say('\r\nPassword: ');
  expect(typed()).toBe('lab-Secret-1\n');
  await say('\r\nPassword: ');

  expect(await end).toMatchObject({ kind: 'failed', code: 'ssh.auth-failed', phase: 'auth' });
  expect(typed()).toBe('');
});

test('what is shown of the screen holds no password', async () => {
  const { say, rest, end } = walk(linux);
  await say('ops@jump01:~$ ');
  await rest(100);
  await say('ssh …\r\npassword: ');
  await say('lab-Secret-1: no such thing\r\nops@jump01:~$ ');
  await rest(400);

  const failure = await end;
  expect(failure).toMatchObject({ code: 'bastion.refused', params: { screen: '***: no such thing' } });
});

test.each([
  ['   1: core 192.0.2.1\r\n   2: sw 192.0.2.11\r\n   3: fw 192.0.2.111\r\n', '2\n'],
  [' [12] sw | 192.0.2.11 | ssh\r\n', '12\n'],
  ['|  7 | 192.0.2.11 |\r\n|  8 | 192.0.2.12 |\r\n', '7\n'],
])('the number is that of the line in which the address stands: %j', async (menu, number) => {
  const { say, typed, rest } = walk({ preset: 'menu' });
  await say(`${menu}Select server: `);
  await rest(100);

  expect(typed()).toBe(number);
});

test.each([
  'core 192.0.2.1\r\n',
  '192.0.2.11 is down for maintenance\r\n',
  '  1: sw-a 192.0.2.11\r\n  2: sw-b 192.0.2.11\r\n',
])('a menu in which it does not stand, or stands twice, is left alone: %j', async (menu) => {
  const { say, typed, rest, end } = walk({ preset: 'menu' });
  await say(`${menu}Select server: `);
  await rest(100);

  expect(await end).toMatchObject({ code: 'bastion.not-listed', params: { value: '192.0.2.11' } });
  expect(typed()).toBe('');
});

test.each(['192.0.2.11;id', '$(id)', '-oProxyCommand=id', '192.0.2.11 x', '`id`', 'a|b', 'a\nb'])(
  'the address %j is not typed',
  async (host) => {
    const { say, typed, rest, end } = walk(linux, { host });
    await say('ops@jump01:~$ ');
    await rest(100);

    expect(await end).toMatchObject({ code: 'bastion.unsafe-value' });
    expect(typed()).toBe('');
  },
);

test.each(['2001:db8::7', 'fe80::1%eth0', 'sw-1.example.net', 'sw_1'])('the address %j is typed', async (host) => {
  const { say, typed, rest } = walk(linux, { host });
  await say('ops@jump01:~$ ');
  await rest(100);

  expect(typed()).toBe(`ssh -p 22 inspector@${host}\n`);
});

test('optional steps are passed over, and one that comes late is still answered', async () => {
  const { say, typed, rest, end } = walk({ preset: 'jumpserver' });
  await say('\u001b[1mOpt> \u001b[0m');
  await rest(100);
  expect(typed()).toBe('192.0.2.11\n');
  await say('192.0.2.11\r\n  1 | admin\r\n  2 | inspector\r\nID> ');
  expect(typed()).toBe('2\n');
  await say('2\r\nconnecting to inspector@192.0.2.11  0.1');
  await rest(3000);
  expect(typed()).toBe('');
  await say('\r\nsw-> ');
  await rest(600);

  expect(await end).toMatchObject({ kind: 'landed' });
  expect(typed()).toBe('');
});

test('a bastion that hangs up, and one that is cancelled, end the walk', async () => {
  const gone = walk(linux);
  await gone.hangUp();
  expect(await gone.end).toMatchObject({ code: 'ssh.lost', phase: 'tcp' });

  const stopped = walk(linux);
  stopped.controller.abort();
  expect(await stopped.end).toMatchObject({ code: 'device.cancelled' });
});
