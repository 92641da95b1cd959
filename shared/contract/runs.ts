import * as z from 'zod';
import { DeviceId, RunId } from '../model/ids';
import { ReportDevice } from '../model/report';
import { RunSnapshot } from '../model/live-run';
import { Run, RunEvent } from '../model/run';
import { call, push, type Contract } from './define';

export { LiveDevice } from '../model/live-run';
export { RunSnapshot };

/** Messages about runs: start, cancel, what happens live. */
export const runsContract = {
  /** Starts a run over the devices named; empty means all that are not skipped. */
  'runs.start': call(z.object({ deviceIds: z.array(DeviceId) }), z.object({ runId: RunId })),
  'runs.cancel': call(z.object({ runId: RunId }), z.void()),
  /** The run going on, or the newest one; null when there was none. */
  'runs.snapshot': call(z.object({ runId: RunId.nullable() }), RunSnapshot.nullable()),
  'runs.list': call(z.object({ limit: z.int().min(1).max(500) }), z.array(Run)),
  /** One device of a run with findings in words and whole outputs. */
  'runs.device': call(z.object({ runId: RunId, deviceId: DeviceId }), ReportDevice),
  /** At most 20 a second. */
  'runs.events': push(z.array(RunEvent)),
} as const satisfies Contract;
