import { expect, test } from 'vitest';
import { CliSession } from '../../../../electron/engine/command-line/cli-session';
import type { Files } from '../../../../electron/engine/session/files';
import { mayBeHandedOn } from '../../../../electron/engine/command-line/handed-on';
import { silentLog } from '../../../support/silent-log';
import { aosTraits } from '../access/lab-session';
import { scriptedDevice, type ScriptedDevice } from './scripted-device';

const files: Files = { fetch: () => Promise.reject(new Error('no files')), close: () => Promise.resolve() };

/** A session at the prompt `sw-> `, with 10 s of silence allowed. */
function sessionOn({ transport, conversation, clock, controller }: ScriptedDevice): CliSession {
  return new CliSession({
    ...{ host: '192.0.2.1', transport, conversation, prompt: 'sw-> ', banner: '', hostKey: null, weakAlgorithms: [] },
    ...{
      times: { connect: 0, auth: 0, shell: 0 },
      traits: aosTraits,
      outputBytes: 1_048_576,
      commandMs: 10_000,
      clock,
      log: silentLog,
      files,
    },
    signal: controller.signal,
  });
}

/** Plays an exchange: what is expected to have been typed, and what the device says to it. */
async function play(device: ScriptedDevice, steps: readonly (readonly [string, ...string[]])[]): Promise<void> {
  for (const [typed, ...said] of steps) {
    expect(device.typed()).toBe(typed);
    for (const text of said) await device.say(text);
  }
}

test('the echo of the next command proves the end of the one before; only the last one needs an empty line', async () => {
  const device = scriptedDevice();
  const session = sessionOn(device);
  const started: string[] = [];
  const running = ['show fan', 'show vlan', 'show arp'].map((command) =>
    session.run(command, undefined, () => started.push(command)),
  );

  await play(device, [
    ['show fan\n', 'show fan\r\nFan 1 ok\r\nsw-> '],
    ['show vlan\n', 'show vl', 'an\r\nVlan 1\r\nsw-> '],
    ['show arp\n', 'show arp\r\nnone\r\nsw-> '],
    ['\n', '\r\nsw-> '],
  ]);

  expect((await Promise.all(running)).map(({ text, end }) => [text, end])).toEqual([
    ['Fan 1 ok\n', 'complete'],
    ['Vlan 1\n', 'complete'],
    ['none\n', 'complete'],
  ]);
  expect(started).toEqual(['show fan', 'show vlan', 'show arp']);
});

test('an answer that something else follows is asked again, and so is the one that was sent into it', async () => {
  const device = scriptedDevice();
  const session = sessionOn(device);
  const running = [session.run('show fan'), session.run('show vlan')];

  await play(device, [
    ['show fan\n', 'show fan\r\nFan 1 ok\r\nsw-> '],
    ['show vlan\n', '\r\n+++ link up on 1/1\r\nsw-> show vlan\r\nVlan 1\r\nsw-> '],
    ['\n', '\r\nsw-> '],
    ['show fan\n', 'show fan\r\nFan 1 ok\r\nsw-> '],
    ['\n', '\r\nsw-> '],
    ['show vlan\n', 'show vlan\r\nVlan 1\r\nsw-> '],
    ['\n', '\r\nsw-> '],
  ]);

  expect((await Promise.all(running)).map(({ text }) => text)).toEqual(['Fan 1 ok\n', 'Vlan 1\n']);
});

test('a line like the prompt ends nothing, also where the device echoes at once what is typed meanwhile', async () => {
  const device = scriptedDevice();
  const session = sessionOn(device);
  const running = [session.run('show fan'), session.run('show vlan')];

  await play(device, [
    ['show fan\n', 'show fan\r\nbefore\r\nsw-> '],
    // Echoed by the terminal while the device is still answering, and again at its prompt.
    ['show vlan\n', 'show vlan\r\nbehind\r\nsw-> show vlan\r\nVlan 1\r\nsw-> '],
    ['\n', '\r\nsw-> '],
    ['show fan\n', 'show fan\r\nbefore\r\nsw-> '],
    ['\n', '\r\nbehind\r\nsw-> ', '\r\nsw-> '],
    ['show vlan\n', 'show vlan\r\nVlan 1\r\nsw-> '],
    ['\n', '\r\nsw-> '],
  ]);

  expect((await Promise.all(running)).map(({ text, end }) => [text, end])).toEqual([
    ['before\nsw-> \nbehind\n', 'complete'],
    ['Vlan 1\n', 'complete'],
  ]);
});

test('a device that hangs up on the next command leaves nothing complete that was not proven', async () => {
  const device = scriptedDevice();
  const session = sessionOn(device);
  const running = [session.run('show fan'), session.run('show vlan')];

  await device.say('show fan\r\nFan 1 ok\r\nsw-> ');
  await device.hangUp();

  expect((await Promise.all(running)).map(({ end, code }) => [end, code])).toEqual([
    ['partial', 'ssh.lost'],
    ['unknown', 'ssh.lost'],
  ]);
});

test('an echo that does not come is given up: the answers are asked again with an empty line as proof', async () => {
  const device = scriptedDevice();
  const session = sessionOn(device);
  const running = [session.run('show fan'), session.run('show vlan')];

  await play(device, [['show fan\n', 'show fan\r\nFan 1 ok\r\nsw-> '], ['show vlan\n']]);
  await device.clock.advanceAsync(5000);
  await play(device, [
    ['\n', '\r\nsw-> '],
    ['show fan\n', 'show fan\r\nFan 1 ok\r\nsw-> '],
    ['\n', '\r\nsw-> '],
    ['show vlan\n', 'show vlan\r\nVlan 1\r\nsw-> '],
    ['\n', '\r\nsw-> '],
  ]);

  expect((await Promise.all(running)).map(({ text }) => text)).toEqual(['Fan 1 ok\n', 'Vlan 1\n']);
});

test('a command whose end would do something by itself is not sent before the prompt is proven', async () => {
  const device = scriptedDevice();
  const session = sessionOn(device);
  const running = [session.run('show fan'), session.run('show reload')];

  await play(device, [
    ['show fan\n', 'show fan\r\nFan 1 ok\r\nsw-> '],
    ['\n', '\r\nsw-> '],
    ['show reload\n', 'show reload\r\nnone\r\nsw-> '],
    ['\n', '\r\nsw-> '],
  ]);

  expect((await Promise.all(running)).map(({ text }) => text)).toEqual(['Fan 1 ok\n', 'none\n']);
});

test('a device that echoes is waited for when spare prompts come first and it rests behind them', async () => {
  const device = scriptedDevice();
  const session = sessionOn(device);
  const first = session.run('show fan');
  await play(device, [
    ['show fan\n', 'show fan\r\nFan 1 ok\r\nsw-> '],
    ['\n', '\r\nsw-> '],
  ]);
  await first;
  device.typed();

  const running = session.run('show vlan');
  await device.say('\r\nsw-> \r\nsw-> ');
  await device.clock.advanceAsync(3000);
  await device.say('show vlan\r\nVlan 1\r\nsw-> ');
  await device.say('\r\nsw-> ');

  expect(await running).toMatchObject({ text: 'Vlan 1\n', end: 'complete' });
});

test.each([
  ['show interfaces status', true],
  ['display version', true],
  ['show reload', false],
  ['show boot system', false],
  ['display startup', false],
  ['show running-config', true],
])('%s: %s', (command, isHandedOn) => {
  expect(mayBeHandedOn(command)).toBe(isHandedOn);
});

test('a failure of our own reaches whoever asked, and the next command is asked all the same', async () => {
  const device = scriptedDevice();
  const session = sessionOn(device);
  const failing = session.run('show fan', () => {
    throw new Error('view gone');
  });
  const failed = expect(failing).rejects.toThrow('view gone');
  await device.say('show fan\r\nFan 1 ok\r\nsw-> ');
  await failed;
  device.typed();

  const running = session.run('show vlan');
  await play(device, [
    ['show vlan\n', 'show vlan\r\nVlan 1\r\nsw-> '],
    ['\n', '\r\nsw-> '],
  ]);

  expect((await running).text).toBe('Vlan 1\n');
});
