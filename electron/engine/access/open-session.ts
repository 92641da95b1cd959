import { setMaxListeners } from 'node:events';
import type { ErrorCode } from '../../../shared/errors';
import type { Phase } from '../../../shared/model/run';
import { CliSession } from '../command-line/cli-session';
import { Conversation } from '../command-line/conversation';
import { startCommandLine } from '../command-line/start-command-line';
import { sessionError } from '../session/failure';
import type { FileWays } from '../session/files';
import type { DeviceSession, OpenSession, SessionOptions, SessionTimes, Target } from '../session/session';
import { bytesOf, outputLimit } from '../session/sizes';
import type { Transport } from '../session/transport';
import { connectSsh } from '../ssh/connect';
import { openWay } from '../ssh/jump';
import { closeLink, type SshLink } from '../ssh/link';
import { openShell } from '../ssh/shell';
import { SshFiles } from '../ssh/ssh-files';
import { openTelnet } from '../telnet/telnet-transport';
import { fileWays } from './file-ways';
import { bastionOf, enterByBastion, type BastionTarget } from './open-by-bastion';
import { loginByTelnet } from './telnet-login';

/** Opens a session by the target's protocol: connects, logs in once, learns the prompt, switches the pager off. */
export const openSession: OpenSession = (target, options) => {
  // One signal may end hundreds of sessions; more than ten listeners on it are no leak.
  setMaxListeners(0, options.signal);
  const bastion = bastionOf(target);
  if (bastion !== undefined) return openByBastion(target, bastion, options);
  return target.protocol === 'telnet' ? openByTelnet(target, options) : openBySsh(target, options);
};

/** As `openSession`, with the user's word on FTP asked at each login. */
export function openSessionWith(allowsFtp: () => boolean): OpenSession {
  return (target, options) => openSession(target, { ...options, allowFtp: allowsFtp() });
}

/** What the way in has found out before there is a command line. */
type Entry = {
  readonly transport: Transport;
  readonly conversation: Conversation;
  readonly files: FileWays;
  readonly hostKey: string | null;
  readonly weakAlgorithms: readonly string[];
  readonly formerAlgorithms?: readonly string[] | undefined;
  readonly greeting: string;
  readonly times: { readonly connect: number; readonly auth: number };
  /** When the shell was asked for, on the clock's monotonic scale. */
  readonly shellFromMs: number;
};

async function openBySsh(target: Target, options: SessionOptions): Promise<DeviceSession> {
  const link = await connectSsh(target, options);
  const shellFromMs = options.clock.elapsed();
  const transport = await shellOrClose(link, target, options);
  return enterCommandLine(target, options, {
    transport,
    conversation: new Conversation(transport, options.clock, options.signal),
    files: fileWays(new SshFiles(link, target, options), target, options),
    hostKey: link.hostKey,
    weakAlgorithms: link.weakAlgorithms,
    formerAlgorithms: link.formerAlgorithms,
    greeting: link.banner,
    times: link.times,
    shellFromMs,
  });
}

async function shellOrClose(link: SshLink, target: Target, options: SessionOptions): Promise<Transport> {
  try {
    return await openShell(link, target, options);
  } catch (error) {
    await closeLink(link, options.clock);
    throw error;
  }
}

async function openByTelnet(target: Target, options: SessionOptions): Promise<DeviceSession> {
  const startedAt = options.clock.elapsed();
  const transport = openTelnet(await openWay(target, options, connectSsh), options);
  const connectedAt = options.clock.elapsed();
  const conversation = new Conversation(transport, options.clock, options.signal);
  const login = await loginByTelnet(conversation, target, options).catch(async (error: unknown) => {
    await transport.close();
    throw error;
  });
  if (login.kind === 'failed') {
    await transport.close();
    throw failure(target, options, login.code, login.phase, null);
  }
  const loggedInAt = options.clock.elapsed();
  return enterCommandLine(target, options, {
    transport,
    conversation,
    files: fileWays(undefined, target, options),
    hostKey: null,
    weakAlgorithms: [],
    greeting: login.greeting,
    times: { connect: connectedAt - startedAt, auth: loggedInAt - connectedAt },
    shellFromMs: loggedInAt,
  });
}

/** Nothing but the command line comes through: no files, and no host key of the device. */
async function openByBastion(target: Target, bastion: BastionTarget, options: SessionOptions): Promise<DeviceSession> {
  const entry = await enterByBastion(target, bastion, options);
  return enterCommandLine(target, options, {
    ...entry,
    files: fileWays(undefined, target, options),
    hostKey: null,
    weakAlgorithms: [],
    shellFromMs: options.clock.elapsed(),
  });
}

async function enterCommandLine(target: Target, options: SessionOptions, entry: Entry): Promise<DeviceSession> {
  const { clock, traits, budgets, log, signal } = options;
  options.onPhase('prompt');
  const started = await startCommandLine(entry.conversation, target, options);
  if ('code' in started) {
    await entry.transport.close();
    throw failure(target, options, started.code, 'prompt', entry.hostKey);
  }
  const times: SessionTimes = { ...entry.times, shell: clock.elapsed() - entry.shellFromMs };
  const session = new CliSession({
    host: target.host,
    transport: entry.transport,
    conversation: entry.conversation,
    prompt: started.prompt,
    shellPrompt: started.shellPrompt,
    banner: [entry.greeting.trim(), started.banner].filter((text) => text !== '').join('\n'),
    hostKey: entry.hostKey,
    times,
    weakAlgorithms: entry.weakAlgorithms,
    formerAlgorithms: entry.formerAlgorithms,
    traits,
    commandMs: budgets.commandMs,
    outputBytes: bytesOf(outputLimit(budgets)),
    clock,
    log,
    signal,
    files: entry.files,
  });
  for (const command of traits.pagerOff) await session.run(command);
  return session;
}

function failure(
  target: Target,
  options: SessionOptions,
  code: ErrorCode,
  phase: Phase,
  hostKey: string | null,
): Error {
  return sessionError(target, options, { code, phase, hostKey });
}
