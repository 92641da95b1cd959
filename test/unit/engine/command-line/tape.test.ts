import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Tape } from '../../../../electron/engine/command-line/tape';

/** What is done to a tape: bytes come, or bytes before a part of it are forgotten. */
const steps = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.uint8Array({ maxLength: 3000 }).map((bytes) => ({ bytes, keep: 1 })) },
    { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }).map((keep) => ({ bytes: undefined, keep })) },
  ),
  { maxLength: 40 },
);

test('a tape holds what came since the last cut, whatever came in which pieces', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const tape = new Tape();
      let held = Buffer.alloc(0);
      for (const { bytes, keep } of all) {
        if (bytes !== undefined) {
          tape.push(Buffer.from(bytes));
          held = Buffer.concat([held, bytes]);
        } else {
          const from = Math.floor(held.length * (1 - keep));
          tape.cut(from);
          held = Buffer.from(held.subarray(from));
        }
        const at = Math.floor(held.length / 2);
        const end = held.indexOf(10, at);
        expect(tape.length).toBe(held.length);
        expect(tape.bytes(0).equals(held)).toBe(true);
        expect(tape.bytes(at).equals(held.subarray(at))).toBe(true);
        expect(tape.lineEnd(at)).toBe(end < 0 ? undefined : end + 1);
        expect(tape.lastLineStart()).toBe(held.lastIndexOf(10) + 1);
      }
    }),
  );
});

test('nothing of a longer answer is left behind a shorter one', () => {
  const tape = new Tape();
  tape.push(Buffer.from('a'.repeat(200_000)));
  tape.clear();
  tape.push(Buffer.from('short'));

  expect(tape.bytes(0).toString()).toBe('short');
  expect(tape.bytes(9).length).toBe(0);
  expect(tape.tail(0)).toEqual(['short']);
});

test('the last lines begin at a line start when the tape is longer', () => {
  const tape = new Tape();
  tape.push(Buffer.from('first line\nsecond line\nthird'));

  expect(tape.tail(0, 20)).toEqual(['second line', 'third']);
  expect(tape.tail(0, 8)).toEqual(['third']);
  expect(tape.tail(0, 3)).toEqual(['ird']);
  expect(tape.tail(11)).toEqual(['second line', 'third']);
});

test.each([
  ['one\ntwo ->', 0, 100, 'two ->'],
  ['two ->', 0, 100, 'two ->'],
  ['one\n', 0, 100, ''],
  ['', 0, 100, ''],
  ['one\ntwo ->', 6, 100, 'o ->'],
  ['x'.repeat(50), 0, 20, undefined],
  ['one\n核心 ->', 0, 100, undefined],
  ['one\ntwo\r', 0, 100, undefined],
  ['one\n\u001b[Ktwo', 0, 100, undefined],
])('the line with the cursor of %j from %d is plain text, or left to a closer look', (text, from, most, line) => {
  const tape = new Tape();
  tape.push(Buffer.from(text));

  expect(tape.plainCursorLine(from, most)).toBe(line);
  if (line !== undefined) expect(tape.tail(from, most).at(-1)).toBe(line);
});
