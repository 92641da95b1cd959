import type { LiveDevice } from './live-run';
import type { RunEvent } from './run';

// Types only: the window follows a run by these rules and must not load a schema for it.

/** How much of a device's newest output a live view keeps, characters. The transcript has all of it. */
export const liveOutputLimit = 200_000;

/** A device of a live view after one event of its own. */
export function deviceAfter(live: LiveDevice, event: RunEvent): LiveDevice {
  switch (event.kind) {
    case 'device-started':
      return { ...live, state: 'running' };
    case 'device-progress':
      return { ...live, state: 'running', phase: event.phase, what: event.what, done: event.done, total: event.total };
    case 'device-output':
      return { ...live, output: keepNewest(live.output + event.text) };
    case 'device-finished':
      return {
        ...live,
        state: 'finished',
        phase: event.phase,
        what: null,
        verdict: event.verdict,
        code: event.code,
        totalMs: event.totalMs,
      };
    default:
      return live;
  }
}

/** Cut with some slack, at a line's beginning, so that a long output is not copied for every piece. */
function keepNewest(text: string): string {
  if (text.length <= liveOutputLimit * 1.25) return text;
  const tail = text.slice(-liveOutputLimit);
  return tail.slice(tail.indexOf('\n') + 1);
}
