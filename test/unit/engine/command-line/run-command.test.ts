import { expect, test } from 'vitest';
import { scriptedDevice, startCommand } from './scripted-device';

test('the end is proven by an empty line that brings the prompt again', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);
  expect(device.typed()).toBe('show fan\n');

  await device.say('show fan\r\nFan 1 ok\r\nsw-> ');
  expect(device.typed()).toBe('\n');
  await device.say('\r\nsw-> ');

  expect(await running).toMatchObject({ text: 'Fan 1 ok\n', end: 'complete', code: undefined, isReady: true });
});

const output = 'show fan\r\nFan 1 ok\r\n\r\nFan 2 ok\r\nsw-> ';
test.each(Array.from({ length: output.length - 1 }, (_, index) => index + 1))(
  'an output cut after byte %i is read whole',
  async (cut) => {
    const device = scriptedDevice();
    const running = startCommand(device);

    await device.say(output.slice(0, cut));
    await device.say(output.slice(cut));
    await device.say('\r\n');
    await device.say('sw-> ');

    expect(await running).toMatchObject({ text: 'Fan 1 ok\n\nFan 2 ok\n', end: 'complete' });
  },
);

test.each([
  ['that queues what is typed', ['\r\nsw-> ']],
  ['that queues and answers on the same line', ['sw-> ']],
])('a line like the prompt inside an output ends nothing, on a device %s', async (_how, answers) => {
  const device = scriptedDevice();
  const running = startCommand(device);

  await device.say('show fan\r\nbefore\r\nsw-> ');
  await device.clock.advanceAsync(5000);
  await device.say('\r\nbehind\r\nsw-> ');
  for (const answer of answers) await device.say(answer);
  await device.say('\r\nsw-> \r\nsw-> \r\nsw-> ');

  expect((await running).text.startsWith('before\nsw-> \n')).toBe(true);
  expect((await running).text.endsWith('behind\n')).toBe(true);
});

test('a line like the prompt ends nothing on a device that echoes what is typed at once', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);

  await device.say('show fan\r\nbefore\r\nsw-> ');
  await device.say('\r\n');
  await device.say('show version\r\nbehind\r\n');
  await device.say('sw-> ');
  await device.say('sw-> ');

  expect((await running).text).toBe('before\nsw-> \nshow version\nbehind\n');
});

test('a console message behind the prompt is no output', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);

  await device.say('show fan\r\nFan 1 ok\r\nsw-> ');
  await device.say('\r\nMar  2 10:00:00 sw swlogd: port 1/1/9 down\r\n');
  await device.say('\r\nsw-> ');
  await device.clock.advanceAsync(500);
  await device.say('\r\nsw-> ');

  expect(await running).toMatchObject({ text: 'Fan 1 ok\n', end: 'complete' });
});

test('other text behind a prompt is kept', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);

  await device.say('show fan\r\nFan 1 ok\r\nsw-> ');
  await device.say('\r\nFan 2 failed\r\n');
  await device.say('\r\nsw-> ');
  await device.clock.advanceAsync(500);
  await device.say('\r\nsw-> ');

  expect((await running).text).toBe('Fan 1 ok\nsw-> \nFan 2 failed\n\n');
});

test('text that came late, before the echo, does not get into the output', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);

  await device.say('\r\nsw-> \r\nlate\r\nsw-> show fan\r\nFan 1 ok\r\nsw-> ');
  await device.say('\r\nsw-> ');

  expect((await running).text).toBe('Fan 1 ok\n');
});

test('a prompt without the echo proves nothing', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);

  await device.say('\r\nsw-> ');
  expect(device.typed()).toBe('show fan\n');
  await device.say('show fan\r\nFan 1 ok\r\nsw-> ');
  await device.say('\r\nsw-> ');

  expect((await running).text).toBe('Fan 1 ok\n');
});

test('a device that does not echo gives its text, but not as complete', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);

  await device.say('Fan 1 ok\r\nsw-> ');
  await device.clock.advanceAsync(1500);
  await device.say('\r\nsw-> ');

  expect(await running).toMatchObject({ text: 'Fan 1 ok\n', end: 'unknown', isReady: true });
});

test('a refusal near the start is a refusal', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);

  await device.say('show fan\r\nERROR: Invalid entry: "fan"\r\nsw-> ');
  await device.say('\r\nsw-> ');

  expect(await running).toMatchObject({ end: 'refused', text: 'ERROR: Invalid entry: "fan"\n' });
});

test('the words of a refusal far down are output', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);

  await device.say(`show fan\r\n${'row\r\n'.repeat(9)}ERROR: in a log\r\nsw-> `);
  await device.say('\r\nsw-> ');

  expect((await running).end).toBe('complete');
});

test('the budget counts silence, not length', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);

  await device.say('show fan\r\n');
  for (let row = 0; row < 5; row += 1) {
    await device.clock.advanceAsync(9000);
    await device.say(`row ${row}\r\n`);
  }
  await device.clock.advanceAsync(10_001);

  expect(await running).toMatchObject({ end: 'partial', code: 'cli.timeout', isReady: false });
  expect((await running).text).toBe('row 0\nrow 1\nrow 2\nrow 3\nrow 4\n');
});

test('a silent device gets nothing typed while it thinks', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);
  device.typed();

  await device.say('show fan\r\nPlease wait...\r\n');
  await device.clock.advanceAsync(9000);
  expect(device.typed()).toBe('');
  await device.say('Fan 1 ok\r\nsw-> ');
  await device.say('\r\nsw-> ');

  expect((await running).text).toBe('Fan 1 ok\n');
});

test('an open question stops the command, and nothing is typed', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);
  device.typed();

  await device.say('show fan\r\nConfirm (Y/N)? ');
  await device.clock.advanceAsync(1500);

  expect(await running).toMatchObject({ end: 'partial', code: 'cli.question' });
  expect(device.typed()).toBe('');
});

test('a prompt that has changed is learned anew', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);

  await device.say('show fan\r\nFan 1 ok\r\nHRP_S[sw]# ');
  await device.clock.advanceAsync(1100);
  await device.say('\r\nHRP_S[sw]# ');
  await device.clock.advanceAsync(1100);

  expect(await running).toMatchObject({ end: 'complete', text: 'Fan 1 ok\n', prompt: 'HRP_S[sw]# ' });
});

test('a lost connection leaves what came', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);

  await device.say('show fan\r\nFan 1 o');
  await device.hangUp();

  expect(await running).toMatchObject({ end: 'partial', code: 'ssh.lost', text: 'Fan 1 o' });
});

test('each page is asked for once, however the question and its erasure are cut', async () => {
  const pages = 'show fan\r\nrow 1\r\n  ---- More ----';
  const rest = `\u001b[42D${' '.repeat(42)}\u001b[42Drow 2\r\nsw-> `;
  for (let cut = 1; cut < rest.length; cut += 1) {
    const device = scriptedDevice();
    const running = startCommand(device);
    device.typed();

    await device.say(pages);
    expect(device.typed()).toBe(' ');
    await device.say(rest.slice(0, cut));
    await device.say(rest.slice(cut));
    expect(device.typed()).toBe('\n');
    await device.say('\r\nsw-> ');

    expect((await running).text).toBe('row 1\nrow 2\n');
  }
});

test('an output in GB18030 is read', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);

  await device.say(
    Buffer.concat([Buffer.from('show fan\r\n'), Buffer.from([0xb7, 0xe7, 0xc9, 0xc8]), Buffer.from(' 1\r\nsw-> ')]),
  );
  await device.say('\r\nsw-> ');

  expect((await running).text).toBe('风扇 1\n');
});

test('cancelling ends at once', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);

  device.controller.abort();

  expect(await running).toMatchObject({ code: 'device.cancelled', isReady: false });
});

test('an answer without line end is told from the prompt behind it', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);

  await device.say('show fan\r\nFan 1 oksw-> ');
  await device.clock.advanceAsync(1100);
  await device.say('\r\nsw-> ');
  await device.clock.advanceAsync(500);
  await device.say('\r\nsw-> ');

  expect(await running).toMatchObject({ text: 'Fan 1 ok', end: 'complete' });
});

test('a device that writes a message at every empty line comes to an end', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);

  await device.say('show fan\r\nFan 1 ok\r\nsw-> ');
  for (let line = 0; line < 6; line += 1) {
    await device.clock.advanceAsync(500);
    await device.say('\r\nMar  2 10:00:00 sw swlogd: port 1/1/9 down\r\nsw-> ');
  }
  await device.clock.advanceAsync(1100);

  expect(await running).toMatchObject({ text: 'Fan 1 ok\n', end: 'complete' });
});

test('a device that is busy behind a line like its prompt is not taken as done', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);

  await device.say('show fan\r\nbefore\r\nsw-> ');
  await device.clock.advanceAsync(9000);
  const typed = device.typed().replace('show fan\n', '');
  await device.say(`\r\nbehind\r\nsw-> ${'\r\nsw-> '.repeat(typed.length)}`);

  expect(await running).toMatchObject({ text: 'before\nsw-> \nbehind\n', end: 'complete' });
});

test('messages behind the prompt do not hide that the device printed it again', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);

  await device.say('show fan\r\nFan 1 ok\r\nsw-> ');
  await device.say('*Mar  2 10:00:00.123: %SYS-5-X: y\r\nsw-> ');
  await device.say('\r\nsw-> ');

  expect(await running).toMatchObject({ text: 'Fan 1 ok\n', end: 'complete' });
});

test('an echo that comes after a spare prompt and a rest is still found', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);

  await device.say('\r\nsw-> ');
  await device.clock.advanceAsync(1500);
  await device.say('show fan\r\nFan 1 ok\r\nsw-> ');
  await device.say('\r\nsw-> ');

  expect(await running).toMatchObject({ text: 'Fan 1 ok\n', end: 'complete' });
});

test('of two prompts behind an answer neither is output: nothing tells a last line from a prompt to spare', async () => {
  const device = scriptedDevice();
  const running = startCommand(device);

  await device.say('show fan\r\nFan 1 ok\r\nsw-> \r\nsw-> ');
  await device.say('\r\nsw-> ');

  expect(await running).toMatchObject({ text: 'Fan 1 ok\n', end: 'complete' });
});
