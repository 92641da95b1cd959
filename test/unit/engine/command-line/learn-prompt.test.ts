import { expect, test } from 'vitest';
import { learnPrompt } from '../../../../electron/engine/command-line/learn-prompt';
import { knownPagers } from '../../../../electron/engine/command-line/pager';
import { scriptedDevice, type ScriptedDevice } from './scripted-device';

const learn = ({ conversation, clock }: ScriptedDevice) =>
  learnPrompt(conversation, {
    budgetMs: 10_000,
    elapsed: () => clock.elapsed(),
    hint: /^\S+[>#]\s?$/,
    pagers: knownPagers,
  });

test('a line that comes twice after an empty line is the prompt', async () => {
  const device = scriptedDevice();
  const learning = learn(device);

  await device.say('Welcome\r\nsw-> ');
  expect(device.typed()).toBe('\n');
  await device.say('\r\nsw-> ');

  expect(await learning).toEqual({ kind: 'prompt', prompt: 'sw-> ' });
});

test('a banner that ends like a prompt is not believed', async () => {
  const device = scriptedDevice();
  const learning = learn(device);

  await device.say('Call the duty desk\r\nnoc# ');
  await device.say('\r\nsw-> ');
  await device.say('\r\nsw-> ');

  expect(await learning).toEqual({ kind: 'prompt', prompt: 'sw-> ' });
});

test('a banner with the same line twice teaches nothing', async () => {
  const device = scriptedDevice();
  const learning = learn(device);

  await device.say('##########>\r\n##########>');
  await device.say('\r\nlogin ok\r\nsw-> ');
  await device.say('\r\nsw-> ');

  expect(await learning).toEqual({ kind: 'prompt', prompt: 'sw-> ' });
});

test('an empty line that the device dropped is sent again after silence', async () => {
  const device = scriptedDevice();
  const learning = learn(device);

  await device.say('sw-> ');
  expect(device.typed()).toBe('\n');
  await device.clock.advanceAsync(1500);
  expect(device.typed()).toBe('\n');
  await device.say('\r\nsw-> ');

  expect(await learning).toEqual({ kind: 'prompt', prompt: 'sw-> ' });
});

test('a prompt of an unusual form is learned after silence', async () => {
  const device = scriptedDevice();
  const learning = learn(device);

  await device.say('巡检机房 一号 ~ ');
  expect(device.typed()).toBe('');
  await device.clock.advanceAsync(500);
  expect(device.typed()).toBe('\n');
  await device.say('\r\n巡检机房 一号 ~ ');

  expect(await learning).toEqual({ kind: 'prompt', prompt: '巡检机房 一号 ~ ' });
});

test('a coloured prompt is learned as it is seen', async () => {
  const device = scriptedDevice();
  const learning = learn(device);

  await device.say('\u001b[32msw\u001b[0m# \u0007');
  await device.say('\r\n\u001b[32msw\u001b[0m# \u0007');

  expect(await learning).toEqual({ kind: 'prompt', prompt: 'sw# ' });
});

test('no prompt within the budget is an error', async () => {
  const device = scriptedDevice();
  const learning = learn(device);

  await device.clock.advanceAsync(10_001);

  expect(await learning).toEqual({ kind: 'failed', code: 'cli.no-prompt' });
});

test('a line of its own above each prompt is no part of it', async () => {
  const device = scriptedDevice();
  const learning = learn(device);

  await device.say('\r\n{master:0}\r\nops@ex> ');
  await device.say('\r\n\r\n{master:0}\r\nops@ex> ');

  expect(await learning).toEqual({ kind: 'prompt', prompt: 'ops@ex> ' });
});

test('a device that writes a message at every empty line tells its prompt all the same', async () => {
  const device = scriptedDevice();
  const learning = learn(device);

  await device.say('sw# ');
  for (let line = 0; line < 3; line += 1) {
    await device.say(`\r\nMar  2 10:00:0${line} sw swlogd: port down\r\nsw# `);
    await device.clock.advanceAsync(1300);
  }

  expect(await learning).toEqual({ kind: 'prompt', prompt: 'sw# ' });
});

test('a device that drops what is typed teaches nothing, however often it is asked', async () => {
  const device = scriptedDevice();
  const learning = learn(device);

  await device.say('starting> ');
  await device.clock.advanceAsync(5000);
  await device.say('\r\nsw-> ');
  await device.say('\r\nsw-> ');

  expect(await learning).toEqual({ kind: 'prompt', prompt: 'sw-> ' });
});
