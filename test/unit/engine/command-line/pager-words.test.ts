import { expect, test } from 'vitest';
import { scriptedDevice, startCommand } from './scripted-device';

test('a line of pager words that rests at the cursor is text where the device erases its questions', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);
  await device.say('show fan\r\na\r\n--More--');
  await device.say('\r        \rb\r\n--More--');
  // The blank that was typed for the second one waits, and is shown at the prompt.
  await device.say('\r\nc\r\nsw->  ');
  expect(device.typed()).toBe('show fan\n  \n');
  await device.say('\r\nsw-> ');

  expect(await running).toMatchObject({ text: 'a\nb\n--More--\nc\n', end: 'complete', isReady: true });
});
