import type { DeviceTest } from '../../../shared/contract/devices';
import type { Protocol } from '../../../shared/model/device';
import type { Phase } from '../../../shared/model/run';

/** A step of a connection test and whether it was passed. */
export type Step = { readonly phase: Phase; readonly state: 'passed' | 'broken' | 'notreached' };

const ladders: Readonly<Record<Protocol, readonly Phase[]>> = {
  ssh: ['tcp', 'banner', 'kex', 'host-key', 'auth', 'shell', 'prompt'],
  telnet: ['tcp', 'auth', 'prompt'],
};

/** The usual steps of the protocol and any other that the result names, in the order of the result first. */
export function ladderOf(protocol: Protocol, result: Pick<DeviceTest, 'passed' | 'broken'>): readonly Step[] {
  const broken = result.broken === null ? [] : [result.broken];
  const rest = ladders[protocol].filter((phase) => !result.passed.includes(phase) && phase !== result.broken);
  return [
    ...result.passed.map((phase) => ({ phase, state: 'passed' as const })),
    ...broken.map((phase) => ({ phase, state: 'broken' as const })),
    ...(result.broken === null ? [] : rest.map((phase) => ({ phase, state: 'notreached' as const }))),
  ];
}
