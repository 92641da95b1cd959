import type { DeviceSpec, LabDevice } from '../lab/device-spec';
import type { OutputCheck } from './check-outputs';
import { ended, startChild } from './child';

/** One device as a client has to know it. */
export type FleetEntry = Pick<
  LabDevice,
  'name' | 'host' | 'port' | 'protocol' | 'platform' | 'username' | 'password' | 'fault'
>;

/** What the fleet's process is asked. */
export type Question =
  | { readonly kind: 'start'; readonly specs: readonly DeviceSpec[] }
  | { readonly kind: 'check'; readonly out: string }
  | { readonly kind: 'stop' };

/** What it answers. */
export type Answer =
  | { readonly kind: 'started'; readonly devices: readonly FleetEntry[] }
  | { readonly kind: 'checked'; readonly check: OutputCheck; readonly leftOpen: number };

/** Simulated devices in a process of their own. */
export type FleetProcess = {
  readonly devices: readonly FleetEntry[];
  /** Compares what a run wrote with what the devices sent, and counts the connections still open. */
  check(out: string): Promise<Extract<Answer, { kind: 'checked' }>>;
  stop(): Promise<void>;
};

/** Starts a fleet in a child process, so that what is measured is measured alone. */
export async function startFleetProcess(
  specs: readonly DeviceSpec[],
  where: { readonly module: string; readonly nodeOptions: readonly string[] },
): Promise<FleetProcess> {
  const child = startChild({ ...where, name: 'bench', words: ['fleet-process'] }, [
    'ignore',
    'inherit',
    'inherit',
    'ipc',
  ]);
  const end = ended(child);
  const ask = (question: Question) =>
    new Promise<Answer>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Answer)); // our own process, the type just above
      end.then((code) => reject(new Error(`the fleet ended with ${code}`)), reject);
      child.send(question);
    });
  const started = await ask({ kind: 'start', specs });
  if (started.kind !== 'started') throw new Error('the fleet did not start');
  return {
    devices: started.devices,
    async check(out) {
      const answer = await ask({ kind: 'check', out });
      if (answer.kind !== 'checked') throw new Error('the fleet did not check');
      return answer;
    },
    async stop() {
      child.send({ kind: 'stop' } satisfies Question);
      await end;
    },
  };
}
