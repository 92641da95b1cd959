/**
 * Work that all callers together may do in one turn of the loop, products of two 64-bit words: about 6 ms, 64
 * multiplications of 8,192 bits or one whole exponentiation of 3,072 bits.
 */
export const mostPerTurn = 2 ** 20;

type Work = { readonly step: () => number | 'done' | 'failed' };

const waiting: Work[] = [];

/**
 * Does long work piece by piece, so that the program answers in between: never more than `mostPerTurn` and one step in a
 * turn of the loop, whoever asks. What was asked first is done first. Begins in the next turn.
 *
 * @param steps yields after each step what it cost
 */
export function inTurns<T>(steps: Generator<number, T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const step = (): number | 'done' | 'failed' => {
      try {
        const result = steps.next();
        if (result.done !== true) return result.value;
        resolve(result.value);
        return 'done';
      } catch (error) {
        // Whoever asked is told.
        reject(error instanceof Error ? error : new Error(String(error)));
        return 'failed';
      }
    };
    waiting.push({ step });
    if (waiting.length === 1) setImmediate(turn);
  });
}

function turn(): void {
  let left = mostPerTurn;
  for (let work = waiting[0]; work !== undefined && left > 0; work = waiting[0]) {
    const cost = work.step();
    if (typeof cost === 'number') left -= cost;
    else waiting.shift();
  }
  if (waiting.length > 0) setImmediate(turn);
}
