import { expect, test } from 'vitest';
import { fleetSpecs, isReadable } from '../../../electron/bench/work';

const order = { devices: 1000, hungPercent: 5, slowPercent: 5, thinkMs: 30, fileBytes: 20_480, kex: undefined };
const count = (fault: string | undefined) => fleetSpecs(order).filter((spec) => spec.fault === fault).length;

test('the shares of hung and slow devices are what was asked for', () => {
  expect(count('silent')).toBe(25);
  expect(count('hang-mid-command')).toBe(25);
  expect(count('slow')).toBe(50);
  expect(count(undefined)).toBe(900);
});

test('faulty devices are spread over the fleet, not in one place', () => {
  const hung = fleetSpecs(order).map((spec) => !isReadable(spec));
  const inEachHundred = Array.from(
    { length: 10 },
    (_, at) => hung.slice(at * 100, at * 100 + 100).filter(Boolean).length,
  );

  expect(inEachHundred).toEqual(Array.from({ length: 10 }, () => 5));
});

test('every device has a name of its own, and a fleet without shares is healthy', () => {
  const specs = fleetSpecs({ ...order, hungPercent: 0, slowPercent: 0 });

  expect(new Set(specs.map(({ name }) => name)).size).toBe(1000);
  expect(specs.every((spec) => spec.fault === undefined && spec.thinkMs === 30 && spec.fileBytes === 20_480)).toBe(
    true,
  );
});

test('a fleet may speak one key exchange alone', () => {
  const kex = 'diffie-hellman-group16-sha512';

  expect(fleetSpecs({ ...order, devices: 2, kex }).map(({ algorithms }) => algorithms)).toEqual([
    { kex: [kex] },
    { kex: [kex] },
  ]);
  expect(fleetSpecs({ ...order, devices: 1 }).map(({ algorithms }) => algorithms)).toEqual([undefined]);
});
