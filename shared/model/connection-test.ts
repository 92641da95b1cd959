import type { Protocol } from './device';
import type { Phase } from './run';

// Types only: the window draws the ladder and must not load a schema for it.

const ladders: Readonly<Record<Protocol, readonly Phase[]>> = {
  ssh: ['tcp', 'banner', 'kex', 'host-key', 'auth', 'shell', 'prompt', 'privilege', 'pager', 'files'],
  telnet: ['tcp', 'banner', 'auth', 'prompt', 'privilege', 'pager', 'files'],
};

/** One step of the connection test; `n/a` where the device has nothing of the kind. */
export type Rung = { readonly rung: Phase; readonly state: 'passed' | 'broken' | 'unreached' | 'n/a' };

/** Every step of a protocol, in its order, with what became of it. */
export function rungsOf(
  protocol: Protocol,
  { passed, broken }: { readonly passed: readonly Phase[]; readonly broken: Phase | null },
): readonly Rung[] {
  return ladders[protocol].map((rung) => {
    if (rung === broken) return { rung, state: 'broken' };
    if (passed.includes(rung)) return { rung, state: 'passed' };
    return { rung, state: broken === null ? 'n/a' : 'unreached' };
  });
}
