import { expect, test } from 'vitest';
import { echoEnd } from '../../../../electron/engine/command-line/echo';
import { Tape } from '../../../../electron/engine/command-line/tape';

const longCommand = 'show configuration snapshot interface vlan ip-routing';

/** What is left behind the echo, or undefined when it was not found. */
function afterEcho(received: string, command: string, prompt = 'sw-> '): string | undefined {
  const tape = new Tape();
  tape.push(Buffer.from(received));
  const end = echoEnd(tape, 0, command, prompt);
  return end === undefined ? undefined : tape.bytes(end).toString();
}

test.each([
  ['plain', 'show fan\r\nout', 'show fan'],
  ['with the prompt drawn again', '\r\u001b[Ksw-> show fan\r\nout', 'show fan'],
  ['behind a message and a new prompt', '\r\nlate text\r\nsw-> show fan\r\nout', 'show fan'],
  ['behind a spare prompt', '\r\nsw-> show fan\r\nout', 'show fan'],
  ['corrected with backspaces', 'shwo\b\bow fan\r\nout', 'show fan'],
  ['wrapped at the width', 'show configuration snapsh\r\not interface vlan ip-routing\r\nout', longCommand],
  ['wrapped by blank and CR', 'show configuration snapsho \rt interface vlan ip-routing\r\nout', longCommand],
  ['scrolled sideways', '$snapshot interface vlan ip-routing\r\nout', longCommand],
  ['with NUL and BEL', '\u0000show fan\u0007\r\nout', 'show fan'],
  ['in Chinese', 'show 端口\r\nout', 'show 端口'],
])('the echo is found %s', (_how, received, command) => {
  expect(afterEcho(received, command)).toBe('out');
});

test.each([
  ['nothing came', ''],
  ['its line is not ended', 'show fan'],
  ['another command is echoed', 'show temperature\r\n'],
  ['the same words stand in late text', 'row\r\nshow fan\r\nrow\r\n'],
])('no echo when %s', (_why, received) => {
  expect(afterEcho(received, 'show fan')).toBeUndefined();
});
