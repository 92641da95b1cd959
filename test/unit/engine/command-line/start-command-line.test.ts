import { expect, test } from 'vitest';
import { startCommandLine } from '../../../../electron/engine/command-line/start-command-line';
import type { Target } from '../../../../electron/engine/session/session';
import { labOptions } from '../access/lab-session';
import { scriptedDevice } from './scripted-device';

const target: Target = {
  host: '192.0.2.30',
  port: 22,
  protocol: 'ssh',
  username: 'inspector',
  password: 'lab-Secret-1',
  enableSecret: 'lab-Super-3',
};

/** Logs in to a device that asks for the privileged password and then shows `after` as its prompt. */
async function enter(command: string, before: string, after: string) {
  const device = scriptedDevice();
  const warnings: string[] = [];
  const silent = () => undefined;
  const log = { debug: silent, info: silent, warn: (sentence: string) => void warnings.push(sentence), error: silent };
  const traits = { ...labOptions().traits, enable: command };
  const started = startCommandLine(device.conversation, target, labOptions({ clock: device.clock, log, traits }));
  const typed: string[] = [];
  const answers = [
    before,
    `\r\n${before}`,
    `${command}\r\nPassword:`,
    `\r\nRole is network-admin.\r\n${after}`,
    `\r\n${after}`,
  ];
  for (const answer of answers) {
    await device.say(answer);
    typed.push(device.typed());
  }
  return { started: await started, typed, warnings };
}

test('a level above is entered with its own password where the prompt stays the same', async () => {
  const { started, typed, warnings } = await enter('super', '<H3C>', '<H3C>');

  expect(started).toMatchObject({ prompt: '<H3C>' });
  expect(typed).toEqual(['\n', 'super\n', 'lab-Super-3\n', '\n', '']);
  expect(warnings).toEqual([]);
});

test('a prompt that should have changed and did not is told', async () => {
  expect((await enter('enable', 'sw>', 'sw#')).warnings).toEqual([]);
  expect((await enter('enable', 'sw>', 'sw>')).warnings).toEqual(['privileged mode refused']);
});

test('a shell in front of the command line is left for it', async () => {
  const device = scriptedDevice();
  const traits = {
    ...labOptions().traits,
    enter: { on: /^\S+@\S*:\S* ?[#%] ?$|^% ?$/, send: 'cli' },
    enable: undefined,
  };
  const started = startCommandLine(device.conversation, target, labOptions({ clock: device.clock, traits }));
  const typed: string[] = [];
  const answers = [
    '--- JUNOS 21.2 built\r\nroot@fw01:~ # ',
    '\r\nroot@fw01:~ # ',
    'cli\r\nroot@fw01> ',
    '\r\nroot@fw01> ',
  ];
  for (const answer of answers) {
    await device.say(answer);
    typed.push(device.typed());
  }

  expect(await started).toEqual({
    prompt: 'root@fw01> ',
    shellPrompt: 'root@fw01:~ # ',
    banner: '--- JUNOS 21.2 built',
  });
  expect(typed).toEqual(['\n', 'cli\n', '\n', '']);
});
