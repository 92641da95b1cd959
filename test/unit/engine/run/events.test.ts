import { expect, test } from 'vitest';
import { coalesce, createRunBus, mergeOutputs } from '../../../../electron/engine/run/events';
import { DeviceId, RunId } from '../../../../shared/model/ids';
import type { RunEvent } from '../../../../shared/model/run';
import { manualClock } from '../../../support/manual-clock';

const runId = RunId.parse('r1');
const a = DeviceId.parse('a');
const b = DeviceId.parse('b');
const output = (seq: number, deviceId: DeviceId, text: string): RunEvent => ({
  kind: 'device-output',
  seq,
  runId,
  at: 0,
  deviceId,
  text,
});

test('events of a run are numbered from 0 without gaps, each run for itself', () => {
  const bus = createRunBus(manualClock());
  const seen: string[] = [];
  bus.subscribe(({ runId: of, seq }) => seen.push(`${of}:${seq}`));
  const first = bus.open(runId);
  const second = bus.open(RunId.parse('r2'));
  first.emit({ kind: 'device-started', deviceId: a });
  second.emit({ kind: 'device-started', deviceId: a });
  first.emit({ kind: 'device-output', deviceId: a, text: 'x' });

  expect(seen).toEqual(['r1:0', 'r2:0', 'r1:1']);
});

test('neighbouring outputs of a device become one, and keep their order with its other events', () => {
  const started: RunEvent = { kind: 'device-started', seq: 3, runId, at: 0, deviceId: a };
  const merged = mergeOutputs([
    output(0, a, 'one '),
    output(1, b, 'B'),
    output(2, a, 'two'),
    started,
    output(4, a, 'three'),
  ]);

  expect(
    merged.map((event) => (event.kind === 'device-output' ? `${event.deviceId}:${event.text}` : event.kind)),
  ).toEqual(['b:B', 'a:one two', 'device-started', 'a:three']);
  expect(merged.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
});

test('a flood of events leaves at most once in the interval, and none is lost at the stop', () => {
  const clock = manualClock();
  const batches: number[] = [];
  const texts: string[] = [];
  const stream = coalesce(clock, 50, (events) => {
    batches.push(clock.elapsed());
    for (const event of events) if (event.kind === 'device-output') texts.push(event.text);
  });
  for (let index = 0; index < 100; index += 1) {
    stream.add(output(index, a, `${index},`));
    clock.advance(3);
  }
  stream.stop();

  expect(batches.length).toBeLessThanOrEqual(7);
  expect(texts.join('')).toBe(Array.from({ length: 100 }, (_, index) => `${index},`).join(''));
});

test('what devices print is wanted only while somebody listens to it', () => {
  const bus = createRunBus(manualClock());
  const stream = bus.open(runId);
  bus.subscribe(() => undefined, false);
  const before = stream.wantsOutput();
  const stop = bus.subscribe(() => undefined);
  const meanwhile = stream.wantsOutput();
  stop();

  expect([before, meanwhile, stream.wantsOutput()]).toEqual([false, true, false]);
});
