import { expect, test } from 'vitest';
import { ScpReply, type ScpState } from '../../../../electron/engine/ssh/scp-reply';

const file = Buffer.from('a\nb\0c\n');
const wire = Buffer.concat([Buffer.from('C0644 6 boot.cfg\n'), file, Buffer.from([0])]);

test('a file is read whole, wherever its bytes are split', () => {
  for (let at = 1; at < wire.length; at++) {
    const reply = new ScpReply();
    const states: ScpState[] = [reply.take(wire.subarray(0, at)), reply.take(wire.subarray(at))];
    // A sender waits for an answer to the header; only one that does not may send header and mark in one piece.
    const last = states.at(-1);
    if (last?.kind === 'done') expect(last.bytes.equals(file)).toBe(true);
    else expect([at < 18, last?.kind]).toEqual([true, 'header']);
  }
});

test('an empty file is a file', () => {
  const reply = new ScpReply();
  expect(reply.take(Buffer.from('C0600 0 x\n'))).toEqual({ kind: 'header', size: 0 });
  expect(reply.take(Buffer.from([0]))).toEqual({ kind: 'done', bytes: Buffer.alloc(0) });
});

test('bytes without the mark after them are no file', () => {
  const reply = new ScpReply();
  reply.take(Buffer.from('C0644 6 boot.cfg\n'));
  expect(reply.take(file)).toEqual({ kind: 'reading' });
  expect([reply.received, reply.expected]).toEqual([6, 6]);
});

test.each([
  ['\x01scp: /x: No such file or directory\n', { kind: 'refused', words: 'scp: /x: No such file or directory' }],
  ['sh: scp: not found\n', { kind: 'not-scp' }],
  ['ERROR: Invalid entry: "scp"\n', { kind: 'not-scp' }],
  ['Cannot do that\n', { kind: 'not-scp' }],
] as const)('%j is told apart', (said, state) => {
  expect(new ScpReply().take(Buffer.from(said))).toEqual(state);
});

test('a read error behind the bytes is a refusal', () => {
  const reply = new ScpReply();
  reply.take(Buffer.from('C0644 6 boot.cfg\n'));
  expect(reply.take(Buffer.concat([file, Buffer.from('\x01scp: read: I/O error\n')]))).toEqual({
    kind: 'refused',
    words: 'scp: read: I/O error',
  });
});
