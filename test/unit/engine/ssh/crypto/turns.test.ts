import { expect, onTestFinished, test } from 'vitest';
import { powerModulo, powerSteps } from '../../../../../electron/engine/ssh/crypto/big-integers';
import { modpPrime } from '../../../../../electron/engine/ssh/crypto/modp-groups';
import { inTurns, mostPerTurn } from '../../../../../electron/engine/ssh/crypto/turns';

/** Counts the cost of all steps in each turn of the loop, until the test ends. */
function meter() {
  const perTurn = [0];
  let isOver = false;
  const next = (): void => {
    perTurn.push(0);
    if (!isOver) setImmediate(next);
  };
  setImmediate(next);
  onTestFinished(() => void (isOver = true));
  const counted = function* <T>(steps: Generator<number, T>): Generator<number, T> {
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      perTurn[perTurn.length - 1] = (perTurn.at(-1) ?? 0) + step.value;
      yield step.value;
    }
  };
  return { perTurn, counted };
}

const exponent = (bits: number): bigint => (1n << BigInt(bits)) / 3n;

test.each([
  ['modp14', 256, 30],
  ['modp16', 328, 10],
  ['modp18', 400, 3],
])(
  'however many exponentiations over %s are asked for at once, a turn of the loop does a bounded share',
  async (name, bits, count) => {
    const prime = modpPrime(name) ?? 0n;
    const { perTurn, counted } = meter();

    const powers = await Promise.all(
      Array.from({ length: count }, (_, index) =>
        inTurns(counted(powerSteps(BigInt(index + 3), exponent(bits), prime))),
      ),
    );

    const dearest = (prime.toString(2).length / 64) ** 2;
    const all = perTurn.reduce((sum, each) => sum + each, 0);
    console.log(
      `${name}: ${all / dearest} multiplications, ${Math.max(...perTurn) / dearest} of them in a turn at most`,
    );
    expect(Math.max(...perTurn)).toBeLessThan(mostPerTurn + dearest);
    expect(all).toBeGreaterThan(mostPerTurn * 2);
    expect(powers).toEqual(powers.map((_, index) => powerModulo(BigInt(index + 3), exponent(bits), prime)));
  },
);

test('one exponentiation in the largest group with a short exponent is at most 520 multiplications', () => {
  const prime = modpPrime('modp18') ?? 0n;

  expect([...powerSteps(3n, (1n << 400n) - 1n, prime)].length).toBeLessThanOrEqual(520);
});

test('what fails is told, and what waits behind it is done', async () => {
  const both = await Promise.allSettled([inTurns(powerSteps(3n, 5n, 0n)), inTurns(powerSteps(3n, 5n, 7n))]);

  expect(both).toMatchObject([{ status: 'rejected' }, { status: 'fulfilled', value: 5n }]);
});

test('work that comes while other work is done waits for its turn', async () => {
  const prime = modpPrime('modp16') ?? 0n;
  const order: string[] = [];
  const first = inTurns(powerSteps(3n, exponent(328), prime)).then(() => order.push('first'));
  await new Promise((resolve) => setImmediate(resolve));
  const second = inTurns(powerSteps(3n, 5n, 7n)).then(() => order.push('second'));

  await Promise.all([first, second]);

  expect(order).toEqual(['first', 'second']);
});
