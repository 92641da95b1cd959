import type { Device } from '../../../shared/model/device';
import type { ErrorCode, ErrorParams } from '../../../shared/errors';
import type { Phase } from '../../../shared/model/run';
import { isReadOnly, membersFor, ownCommand, recogniseMember, sameCommand } from '../judge/platform-lookup';
import type { Platform } from '../vendors/platform';
import type { Clock, Log } from '../ports';
import {
  SessionError,
  type CommandOutput,
  type DeviceSession,
  type FetchedFile,
  type HostKeys,
  type OpenSession,
  type SessionTimes,
  type Target,
} from '../session/session';
import { outputLimit, type SessionBudgets } from '../session/sizes';
import { EarlyFiles } from './early-files';
import type { FileFailure } from './fetch-by-wire';
import { guardedLogin } from '../access/guarded-login';
import type { LockoutGuard } from '../access/lockout-guard';

/** What stopped a device before or in its work. */
export type Stop = { readonly phase: Phase; readonly code: ErrorCode; readonly params: ErrorParams };

/** All that one device gave. */
export type Collected = {
  readonly outputs: readonly CommandOutput[];
  readonly files: readonly FetchedFile[];
  readonly fileFailures: readonly FileFailure[];
  readonly member: Platform | undefined;
  readonly stop: Stop | undefined;
  readonly hostKey: string | null;
  readonly times: SessionTimes;
  readonly filesMs: number | null;
  /** Outdated SSH algorithms that the device needed. */
  readonly weakAlgorithms: readonly string[];
  /** Modern ones that it spoke before, where it needs outdated ones now. */
  readonly formerAlgorithms: readonly string[];
};

/** What happens while collecting, for the live view. */
export type CollectNews = {
  phase(phase: Phase): void;
  progress(phase: Phase, what: string | null, done: number, total: number): void;
  /** Undefined when nobody looks. */
  readonly output: ((text: string) => void) | undefined;
};

export type CollectOrder = {
  readonly device: Device;
  readonly target: Target;
  readonly budgets: SessionBudgets;
  readonly signal: AbortSignal;
  readonly guard: LockoutGuard;
  readonly news: CollectNews;
  /** As in the session's options. */
  readonly onWait: () => () => void;
};

export type CollectPorts = {
  readonly openSession: OpenSession;
  readonly hostKeys: HostKeys;
  readonly clock: Clock;
  readonly log: Log;
};

/** Logs in, runs the commands, fetches the files, logs out. Never throws for what a device does. */
export async function collect(order: CollectOrder, ports: CollectPorts): Promise<Collected> {
  const { device, target, guard, onWait } = order;
  const family = membersFor(device.platform);
  const login = guardedLogin(guard, onWait);
  let session: DeviceSession;
  try {
    session = await ports.openSession(target, {
      budgets: order.budgets,
      traits: family[0].traits,
      hostKeys: ports.hostKeys,
      clock: ports.clock,
      log: ports.log,
      signal: order.signal,
      onPhase: order.news.phase,
      beforeLogin: login.beforeLogin,
      onWait,
    });
  } catch (error) {
    if (!(error instanceof SessionError)) throw error;
    login.failed(error);
    const { phase, code, params, hostKey } = error;
    return { ...nothingCollected({ phase, code, params }), hostKey };
  }
  login.succeeded();
  try {
    return await work(session, family, order, ports);
  } finally {
    await session.close();
  }
}

/** What a device gave that was not worked on. */
export function nothingCollected(stop: Stop): Collected {
  return {
    outputs: [],
    files: [],
    fileFailures: [],
    member: undefined,
    stop,
    hostKey: null,
    times: { connect: null, auth: null, shell: null },
    filesMs: null,
    weakAlgorithms: [],
    formerAlgorithms: [],
  };
}

async function work(
  session: DeviceSession,
  family: readonly Platform[],
  order: CollectOrder,
  ports: CollectPorts,
): Promise<Collected> {
  const outputs: CommandOutput[] = [];
  const member = await findMember(session, family, order, outputs);
  if (member !== undefined) session.useTraits(member.traits);
  const fetching = new EarlyFiles(session, member, order, ports.clock);
  fetching.look(outputs);
  await runCommands(session, member, order, outputs, (all) => fetching.look(all));
  const { files, fileFailures, ms: filesMs } = await fetching.finish(outputs);
  const lost = outputs.find(({ code }) => code !== undefined && code !== 'cli.not-read-only');
  const stop: Stop | undefined =
    lost?.code === undefined ? undefined : { phase: 'command', code: lost.code, params: paramsOf(order) };
  const { hostKey, times, weakAlgorithms = [], formerAlgorithms = [] } = session;
  return { outputs, files, fileFailures, member, stop, hostKey, times, filesMs, weakAlgorithms, formerAlgorithms };
}

function paramsOf({ target, budgets }: CollectOrder): ErrorParams {
  const { host, port, username } = target;
  return { host, port, username, seconds: Math.round(budgets.commandMs / 1000), ...outputLimit(budgets) };
}

/** The member of the family by the answer to the probe; the answer is kept as an output like any other. */
async function findMember(
  session: DeviceSession,
  family: readonly Platform[],
  order: CollectOrder,
  outputs: CommandOutput[],
): Promise<Platform | undefined> {
  const probe = family[0]?.probe;
  if (family.length === 1 || probe === undefined) return family[0];
  const answer = await runOne(session, probe, order, { done: 0, total: 1 });
  outputs.push(answer);
  // A refusal in the device's own words may still tell the member: only one of a family may lack the command.
  const isAnswer = answer.end === 'complete' || answer.end === 'refused';
  return isAnswer ? recogniseMember(order.device.platform, answer.text) : undefined;
}

async function runCommands(
  session: DeviceSession,
  member: Platform | undefined,
  order: CollectOrder,
  outputs: CommandOutput[],
  onOutput: (sofar: readonly CommandOutput[]) => void,
): Promise<void> {
  const family = membersFor(order.device.platform);
  const platform = member ?? family[0];
  const own = order.device.commands;
  const listed = own.length > 0 ? own : (member?.commands.map(({ command }) => command) ?? []);
  const wanted = ownCommands(platform, listed);
  const rest = wanted.filter((command) => !outputs.some((output) => sameCommand(output.command, command)));
  const done = outputs.length;
  const total = rest.length + done;
  // All at once: each command is sent at the prompt of the one before.
  const come = [...outputs];
  const running = rest.map(async (command, index): Promise<CommandOutput> => {
    if (!isReadOnly(platform, command)) return { command, text: '', end: 'unknown', ms: 0, code: 'cli.not-read-only' };
    const output = await runOne(session, command, order, { done: done + index, total });
    come.push(output);
    onOutput(come);
    return output;
  });
  outputs.push(...(await Promise.all(running)));
}

/** The member's own spelling of what a workbook asks of its whole family; two spellings of one command are sent once. */
function ownCommands(platform: Platform, listed: readonly string[]): readonly string[] {
  const wanted: string[] = [];
  for (const command of listed) {
    const own = ownCommand(platform, command);
    if (own === command || !wanted.some((each) => sameCommand(each, own))) wanted.push(own);
  }
  return wanted;
}

function runOne(
  session: DeviceSession,
  command: string,
  order: CollectOrder,
  progress: { readonly done: number; readonly total: number },
): Promise<CommandOutput> {
  const { news } = order;
  return session.run(command, news.output, () => {
    news.progress('command', command, progress.done, progress.total);
  });
}
