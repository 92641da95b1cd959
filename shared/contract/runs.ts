import { z } from 'zod';
import { DeviceId, RunId } from '../model/ids';
import { ReportDevice } from '../model/report';
import { OutcomeDevice, Phase, Run, RunEvent } from '../model/run';
import { Verdict } from '../model/verdict';
import { call, push, type Contract } from './define';

/** One device of a running or finished run, as the live page shows it. */
export const LiveDevice = z.object({
  device: OutcomeDevice,
  state: z.enum(['waiting', 'running', 'finished']),
  phase: Phase.nullable(),
  what: z.string().nullable(),
  done: z.int(),
  total: z.int(),
  verdict: Verdict.nullable(),
  code: z.string().nullable(),
  totalMs: z.number().nullable(),
  /** The newest output, at most 200 kB; the transcript has all of it. */
  output: z.string(),
});
export type LiveDevice = z.infer<typeof LiveDevice>;

/** A run as it stands; events with a greater `seq` follow. */
export const RunSnapshot = z.object({ run: Run, devices: z.array(LiveDevice), seq: z.int() });
export type RunSnapshot = z.infer<typeof RunSnapshot>;

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
