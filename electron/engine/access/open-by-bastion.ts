import type { BastionScript } from '../../../shared/model/bastion-presets';
import { Conversation, type Turn } from '../command-line/conversation';
import { knownPagers } from '../command-line/pager';
import type { Clock } from '../ports';
import { sessionError } from '../session/failure';
import { SessionError, type SessionOptions, type Target } from '../session/session';
import type { Transport } from '../session/transport';
import { connectSsh } from '../ssh/connect';
import { jumpFailed, jumpOptions } from '../ssh/jump';
import { closeLink, type SshLink } from '../ssh/link';
import { openShell } from '../ssh/shell';
import { askGuard } from './ask-guard';
import { passBastion } from './bastion-menu';
import { takeSeat, type Seat } from './bastion-seats';
import { BastionTransport } from './bastion-transport';

/** Silence that a client needs to be gone after Ctrl-C, and the most that is waited for it, milliseconds. */
const interruptMs = 200;
const mostInterruptMs = 1000;

/** A jump host with a script. */
export type BastionTarget = Target & { readonly script: BastionScript };

/** The device's command line as reached through a bastion. */
export type BastionEntry = {
  readonly transport: Transport;
  readonly conversation: Conversation;
  /** Text that the bastion showed before and during its log-in. */
  readonly greeting: string;
  /** Milliseconds: to the bastion, then through its menu to the device. */
  readonly times: { readonly connect: number; readonly auth: number };
};

/** The bastion on the way to a device; undefined where there is none, or one that forwards. */
export function bastionOf({ jump }: Target): BastionTarget | undefined {
  return jump?.script === undefined ? undefined : { ...jump, script: jump.script };
}

/**
 * Logs in to a bastion and walks through its menu or shell to the device: a connection of its own for each device.
 *
 * @throws SessionError: `ssh.jump-failed` when the bastion itself was not entered, `bastion.*` for what came behind it.
 *   Nothing is left open then
 */
export async function enterByBastion(
  target: Target,
  bastion: BastionTarget,
  options: SessionOptions,
): Promise<BastionEntry> {
  options.onPhase('tcp');
  const seat = await seatOrFail(target, bastion, options);
  const startedAt = options.clock.elapsed();
  try {
    const { link, shell } = await enter(target, bastion, options, seat);
    const enteredAt = options.clock.elapsed();
    const transport = new BastionTransport(freeing(shell, seat), options.clock, bastion.script.leave);
    const conversation = new Conversation(transport, options.clock, options.signal);
    await walk(conversation, transport, { target, bastion, options });
    const times = { connect: enteredAt - startedAt, auth: options.clock.elapsed() - enteredAt };
    return { transport, conversation, greeting: link.banner, times };
  } catch (error) {
    seat.release();
    throw error;
  }
}

async function seatOrFail(target: Target, bastion: BastionTarget, options: SessionOptions): Promise<Seat> {
  try {
    return await takeSeat(bastion, bastion.script.sessions, options);
  } catch (cause) {
    if (!(cause instanceof SessionError) || cause.code === 'device.cancelled') throw cause;
    throw jumpFailed(bastion, target, options, cause);
  }
}

async function enter(
  target: Target,
  bastion: BastionTarget,
  options: SessionOptions,
  seat: Seat,
): Promise<{ readonly link: SshLink; readonly shell: Transport }> {
  const steps = jumpOptions(bastion, options);
  try {
    const link = await connectSsh(bastion, steps);
    try {
      return { link, shell: await openShell(link, bastion, steps) };
    } catch (error) {
      await closeLink(link, options.clock);
      throw error;
    }
  } catch (cause) {
    if (!(cause instanceof SessionError) || cause.code === 'device.cancelled') throw cause;
    if (cause.code === 'device.credential-stopped') throw cause;
    seat.failed(cause);
    throw jumpFailed(bastion, target, options, cause);
  }
}

type Walk = { readonly target: Target; readonly bastion: BastionTarget; readonly options: SessionOptions };

async function walk(conversation: Conversation, transport: BastionTransport, { target, bastion, options }: Walk) {
  const { clock, budgets, traits } = options;
  let hasAsked = false;
  try {
    const end = await passBastion(conversation, {
      script: bastion.script,
      target,
      hint: traits.prompt,
      pagers: [...traits.pagers, ...knownPagers],
      budgetMs: budgets.connectMs,
      elapsed: () => clock.elapsed(),
      beforePassword: () => {
        hasAsked = true;
        options.onPhase('auth');
        // What is typed there is the password, however the device is entered directly.
        return askGuard({ ...target, auth: 'password' }, options);
      },
    });
    if (end.kind === 'failed') {
      const { code, phase, params } = end;
      const place = `${bastion.username}@${bastion.host}:${bastion.port}`;
      throw sessionError(target, options, { code, phase, hostKey: null }, { params: { ...params, bastion: place } });
    }
    // Where the bastion itself logs in to the device, nothing of ours was sent.
    if (!hasAsked) options.onPhase('auth');
    transport.watchFor(end.home);
  } catch (error) {
    await interrupt(conversation, clock);
    await transport.close();
    throw error;
  }
}

/**
 * Takes back what stands half typed. A client that is asking for a password sends an empty one when its terminal goes away:
 * one more refusal of the account.
 */
async function interrupt(conversation: Conversation, clock: Clock): Promise<void> {
  const endsAt = clock.elapsed() + mostInterruptMs;
  conversation.send('\u0003');
  for (let turn: Turn = 'data'; turn === 'data' && clock.elapsed() < endsAt;)
    turn = await conversation.wait(interruptMs);
}

/** Gives the seat back once the stream is closed. */
function freeing(shell: Transport, seat: Seat): Transport {
  return {
    lineEnd: shell.lineEnd,
    write: (text) => shell.write(text),
    onData: (listener) => shell.onData(listener),
    pause: () => shell.pause(),
    resume: () => shell.resume(),
    onClose: (listener) => shell.onClose(listener),
    close: async () => {
      await shell.close();
      seat.release();
    },
  };
}
