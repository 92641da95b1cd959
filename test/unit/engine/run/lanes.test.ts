import { expect, test } from 'vitest';
import { createLanes } from '../../../../electron/engine/run/lanes';
import type { Clock } from '../../../../electron/engine/ports';
import { manualClock, type ManualClock } from '../../../support/manual-clock';

const forever = new Promise<void>(() => undefined);
const pause = (clock: Clock, ms: number) => new Promise<void>((done) => void clock.after(ms, done));

/** Devices that are at work, by name. */
function start(
  clock: ManualClock,
  count: number,
  works: Readonly<Record<string, (alive: () => void) => Promise<void>>>,
) {
  const lanes = createLanes(count, clock);
  const atWork = new Set<string>();
  const done: string[] = [];
  for (const [name, work] of Object.entries(works)) {
    void lanes.run(async (alive) => {
      atWork.add(name);
      await work(alive);
      atWork.delete(name);
      done.push(name);
    });
  }
  return { atWork, done };
}

test('as many devices are worked on as there are lanes', async () => {
  const clock = manualClock();
  const { atWork, done } = start(clock, 2, {
    a: () => pause(clock, 500),
    b: () => pause(clock, 700),
    c: () => pause(clock, 500),
  });
  await clock.advanceAsync(100);
  expect([...atWork]).toEqual(['a', 'b']);

  await clock.advanceAsync(2000);
  expect(done).toEqual(['a', 'b', 'c']);
});

test('hanging devices hold back nobody: the others finish while they still hang', async () => {
  const clock = manualClock();
  const { atWork, done } = start(clock, 2, {
    hung1: () => forever,
    hung2: () => forever,
    ok1: () => pause(clock, 300),
    ok2: () => pause(clock, 300),
    ok3: () => pause(clock, 300),
  });

  await clock.advanceAsync(3000);

  expect(done).toEqual(['ok1', 'ok2', 'ok3']);
  expect([...atWork]).toEqual(['hung1', 'hung2']);
});

test('a device that shows life keeps its lane, however long it takes', async () => {
  const clock = manualClock();
  const { atWork } = start(clock, 1, {
    slow: async (alive) => {
      for (let step = 0; step < 20; step += 1) {
        await pause(clock, 900);
        alive();
      }
    },
    next: () => pause(clock, 300),
  });

  await clock.advanceAsync(15_000);

  expect([...atWork]).toEqual(['slow']);
});

test('a device that wakes up again takes its lane back: the next one waits', async () => {
  const clock = manualClock();
  const { atWork } = start(clock, 1, {
    sleeper: async (alive) => {
      await pause(clock, 2500);
      for (let step = 0; step < 10; step += 1) {
        alive();
        await pause(clock, 500);
      }
    },
    second: () => pause(clock, 1000),
    third: () => pause(clock, 1000),
  });

  await clock.advanceAsync(4000);

  expect([...atWork]).toEqual(['sleeper']);
});

test('time that this machine was away says nothing about a device', async () => {
  const clock = manualClock();
  let isBusy = true;
  // Every call comes half a second late, as in a process that has too much to do.
  const busy: Clock = { ...clock, after: (ms, call) => clock.after(isBusy ? ms + 500 : ms, call) };
  const lanes = createLanes(1, busy);
  const started: string[] = [];
  for (const name of ['first', 'second']) {
    void lanes.run(async () => {
      started.push(name);
      await forever;
    });
  }

  await clock.advanceAsync(10_000);
  expect(started).toEqual(['first']);

  isBusy = false;
  await clock.advanceAsync(4000);
  expect(started).toEqual(['first', 'second']);
});

test('a network where nothing answers does not open a connection to every device at once', async () => {
  const clock = manualClock();
  const works = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`hung${index}`, () => forever]));
  const { atWork } = start(clock, 2, works);

  await clock.advanceAsync(600_000);

  expect(atWork.size).toBe(8);
});

test('a failure reaches whoever asked, and frees the lane', async () => {
  const clock = manualClock();
  const lanes = createLanes(1, clock);
  const failing = lanes.run(() => Promise.reject(new Error('mistake')));
  const next = lanes.run(() => Promise.resolve('done'));

  await expect(failing).rejects.toThrow('mistake');
  expect(await next).toBe('done');
  expect(clock.pending()).toBe(0);
});
