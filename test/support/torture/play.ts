import { CliSession } from '../../../electron/engine/command-line/cli-session';
import { Conversation } from '../../../electron/engine/command-line/conversation';
import type { Files } from '../../../electron/engine/session/files';
import type { CommandOutput } from '../../../electron/engine/session/session';
import { startCommandLine } from '../../../electron/engine/command-line/start-command-line';
import { silentLog } from '../silent-log';
import type { SessionTraits } from '../../../electron/engine/session/traits';
import { TortureDevice, type DeviceScript, type Split } from './torture-device';
import { virtualClock, type VirtualClock } from './virtual-clock';

export const budgets = { connectMs: 15_000, commandMs: 10_000, fileMs: 10_000, deviceMs: 60_000 };
/** Steps after which a device that goes on and on counts as hanging. */
const mostSteps = 2_000_000;

const files: Files = { fetch: () => Promise.reject(new Error('no files')), close: () => Promise.resolve() };

/** A logged-in session on a device in memory. */
export type Play = {
  readonly clock: VirtualClock;
  readonly device: TortureDevice;
  readonly session: CliSession;
};

/** Moves the clock until it is done. */
async function until<T>(clock: VirtualClock, running: Promise<T>): Promise<T> {
  let isDone = false;
  const done = running.finally(() => (isDone = true));
  for (let steps = 0; !isDone; steps += 1) {
    if (steps > mostSteps) throw new Error('no end in sight');
    if (!(await clock.step()) && !isDone) {
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (!isDone) throw new Error('everybody waits for everybody');
    }
  }
  return done;
}

/** Logs in; the code when that fails. */
export async function open(
  script: DeviceScript,
  traits: SessionTraits,
  split: Split,
): Promise<Play | { readonly code: string; readonly elapsedMs: number }> {
  const clock = virtualClock();
  const controller = new AbortController();
  const device = new TortureDevice(script, clock);
  device.restart(split);
  const conversation = new Conversation(device.transport, clock, controller.signal);
  const target = {
    host: '192.0.2.1',
    port: 22,
    protocol: 'ssh',
    username: 'u',
    password: 'p',
    enableSecret: undefined,
  } as const;
  device.start();
  const log = silentLog;
  const started = await until(
    clock,
    startCommandLine(conversation, target, {
      budgets,
      traits,
      clock,
      log,
      signal: controller.signal,
      hostKeys: { find: () => undefined, trustNew: () => true },
      onPhase: () => undefined,
    }),
  );
  if ('code' in started) return { code: started.code, elapsedMs: clock.elapsed() };
  const session = new CliSession({
    host: target.host,
    transport: device.transport,
    conversation,
    ...started,
    hostKey: null,
    times: { connect: 0, auth: 0, shell: 0 },
    weakAlgorithms: [],
    traits,
    outputBytes: 32 * 1_048_576,
    commandMs: budgets.commandMs,
    clock,
    log,
    signal: controller.signal,
    files,
  });
  return { clock, device, session };
}

/** Asks commands, the answer to the first cut by `split`: all at once, or just one. */
export async function ask(
  { clock, device, session }: Play,
  commands: readonly string[],
  split: Split,
): Promise<readonly CommandOutput[]> {
  device.restart(split);
  return until(clock, Promise.all(commands.map((command) => session.run(command))));
}
