import type { Duplex } from 'node:stream';
import type { Clock } from '../ports';

/** Reading may take so long in one turn of the loop, all connections together, milliseconds. */
const budgetMs = 15;

const streams = new Set<Duplex>();
const held: Duplex[] = [];
let beganAt: number | undefined;

/**
 * Lets a connection read with all others in turns: what is left when their time in a turn of the loop is used up waits
 * for the next one, in the order in which it was held. Without it a fleet that answers at once is read in one turn, and
 * nothing else happens meanwhile.
 *
 * @param stream paused, or its data are listened to already: listening must not make it flow
 */
export function readInTurns(stream: Duplex, clock: Pick<Clock, 'elapsed'>): void {
  streams.add(stream);
  stream.once('close', () => streams.delete(stream));
  stream.on('data', () => {
    begin(clock);
    if (isSpent(clock)) holdAll(clock);
  });
}

function begin(clock: Pick<Clock, 'elapsed'>): void {
  if (beganAt !== undefined) return;
  beganAt = clock.elapsed();
  setImmediate(() => (beganAt = undefined));
}

function isSpent(clock: Pick<Clock, 'elapsed'>): boolean {
  return beganAt !== undefined && clock.elapsed() - beganAt >= budgetMs;
}

function holdAll(clock: Pick<Clock, 'elapsed'>): void {
  for (const stream of streams) {
    if (stream.isPaused()) continue;
    stream.pause();
    held.push(stream);
    resumeOne(clock);
  }
}

/** One callback for each held connection, as each reads before the next callback begins. */
function resumeOne(clock: Pick<Clock, 'elapsed'>): void {
  setImmediate(() => {
    if (isSpent(clock)) resumeOne(clock);
    else held.shift()?.resume();
  });
}
