import { PassThrough } from 'node:stream';
import { expect, onTestFinished, test, vi } from 'vitest';
import { readInTurns } from '../../../../electron/engine/ssh/fair-turns';
import { manualClock } from '../../../support/manual-clock';
import { eventually } from '../../../support/eventually';

/** Connections whose every chunk takes some time to read, and how many chunks were read in each turn of the loop. */
function connections(count: number, msPerChunk: number) {
  const clock = manualClock();
  const perTurn = [0];
  const read: number[] = [];
  const streams = Array.from({ length: count }, (_, index) => {
    const stream = new PassThrough();
    stream.pause();
    readInTurns(stream, clock);
    stream.on('data', () => {
      clock.advance(msPerChunk);
      perTurn[perTurn.length - 1] = (perTurn.at(-1) ?? 0) + 1;
      read.push(index);
    });
    stream.resume();
    return stream;
  });
  let isOver = false;
  const next = (): void => {
    perTurn.push(0);
    if (!isOver) setImmediate(next);
  };
  setImmediate(next);
  onTestFinished(() => {
    isOver = true;
    for (const stream of streams) stream.destroy();
  });
  return { streams, perTurn, read };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test.each([
  [5, 3],
  [10, 2],
  [60, 1],
])('chunks that take %d ms each are read %d in a turn, and one more, whoever has some', async (ms, most) => {
  const { streams, perTurn, read } = connections(40, ms);
  await turn();

  for (const stream of streams) stream.write('chunk');
  await eventually(() => expect(read).toHaveLength(40));

  expect(Math.max(...perTurn)).toBeLessThanOrEqual(most + 1);
  // First come, first read: nobody waits for the others twice.
  expect(read).toEqual(streams.map((_, index) => index));
});

test('a connection that always has more does not keep the others waiting', async () => {
  const { streams, read } = connections(3, 20);
  await turn();
  const [busy, ...others] = streams;
  busy?.on('data', () => read.length < 50 && busy.write('more'));

  busy?.write('more');
  for (const stream of others) stream.write('chunk');
  await eventually(() => expect(read.length).toBeGreaterThanOrEqual(50));

  expect(read.lastIndexOf(2)).toBeLessThan(10);
});

test('where there is time nothing is held', async () => {
  const { streams, read } = connections(40, 0);
  const paused = vi.fn();
  await turn();
  for (const stream of streams) stream.on('pause', paused);

  for (const stream of streams) stream.write('chunk');
  await eventually(() => expect(read).toHaveLength(40));

  expect(paused).not.toHaveBeenCalled();
});
