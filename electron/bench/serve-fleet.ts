import type { Fleet, LabDevice } from '../lab/device-spec';
import { startFleet } from '../lab/fleet';
import { checkOutputs } from './check-outputs';
import type { Answer, FleetEntry, Question } from './fleet-process';

/** Serves devices until it is told to stop or its parent is gone. */
export function serveFleet(): Promise<number> {
  return new Promise((resolve, reject) => {
    let fleet: Fleet | undefined;
    const tell = (answer: Answer) => process.send?.(answer);
    const stop = () => void (fleet?.close() ?? Promise.resolve()).then(() => resolve(0), reject);
    process.once('disconnect', stop);
    process.on('message', (message) => {
      const question = message as Question; // our own parent
      if (question.kind === 'stop') stop();
      else if (question.kind === 'check') tell(checked(question.out, fleet));
      else {
        startFleet(question.specs).then((running) => {
          fleet = running;
          tell({ kind: 'started', devices: running.devices.map(entryOf) });
        }, reject);
      }
    });
  });
}

function checked(out: string, fleet: Fleet | undefined): Answer {
  const leftOpen = fleet?.stats().openConnections ?? 0;
  return { kind: 'checked', check: checkOutputs(out, fleet?.devices ?? []), leftOpen };
}

function entryOf({ name, host, port, protocol, platform, username, password, fault }: LabDevice): FleetEntry {
  return { name, host, port, protocol, platform, username, password, fault };
}
