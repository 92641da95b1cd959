import type { SuggestedPlatform } from '../../../shared/contract/devices';
import { AppError, type ErrorCode, type ErrorParams } from '../../../shared/errors';
import { showsMenu } from '../../../shared/model/bastion';
import type { Device } from '../../../shared/model/device';
import type { FileRecord, Phase } from '../../../shared/model/run';
import { autodetect, probeFor } from '../judge/autodetect';
import { isReadOnly, membersFor, recogniseMember, type PlatformFamily } from '../judge/platform-lookup';
import type { Platform } from '../vendors/platform';
import type { Clock, Log, SecretReader } from '../ports';
import {
  SessionError,
  type CommandOutput,
  type DeviceSession,
  type HostKeys,
  type OpenSession,
  type Target,
} from '../session/session';
import { outputLimit, type SessionBudgets } from '../session/sizes';
import { fetchFiles } from './fetch-files';
import { targetOf } from './target-of';

/** How far a login came: the rungs passed, then the first one that broke. */
export type DeviceTestResult = {
  readonly passed: Phase[];
  readonly broken: Phase | null;
  readonly code: ErrorCode | null;
  readonly params: Record<string, string | number>;
  readonly prompt: string | null;
  readonly hostKey: string | null;
  readonly ms: number;
  /** How the configuration can be had; null when the test did not come so far or there is none. */
  readonly fileWay: FileRecord['way'] | null;
  /** A device type that fits better than the stored one. */
  readonly suggestedPlatform: SuggestedPlatform | null;
};

export type DeviceTestPorts = {
  readonly clock: Clock;
  readonly log: Log;
  readonly hostKeys: HostKeys;
  readonly openSession: OpenSession;
  readonly secrets: SecretReader;
  /** The devices that may be named as jump hosts; none when left out. */
  readonly jumpHosts?: () => readonly Device[];
};

/**
 * Logs in to one device and out again, and says how far it came: the way in, then the privileged mode, one harmless
 * command past the pager, and the configuration as a run would fetch it. Nothing is kept.
 */
export async function testDevice(
  device: Device,
  budgets: SessionBudgets,
  ports: DeviceTestPorts,
): Promise<DeviceTestResult> {
  const { clock, secrets, hostKeys, log } = ports;
  const ladder = new Ladder();
  const startedAt = clock.elapsed();
  const seen: Seen = { prompt: null, hostKey: null, fileWay: null, suggestedPlatform: null };
  const result = (stop: Stop | undefined): DeviceTestResult => ({
    passed: ladder.passedBefore(stop?.phase),
    broken: stop?.phase ?? null,
    code: stop?.code ?? null,
    params: { ...(stop?.params ?? {}) },
    ...seen,
    ms: clock.elapsed() - startedAt,
  });
  try {
    const target = targetOf(device, { secrets, devices: ports.jumpHosts?.() ?? [] });
    const family = membersFor(device.platform);
    const signal = new AbortController().signal;
    const onPhase = (phase: Phase) => ladder.reach(phase);
    const { traits: own } = family[0];
    const isMenu = showsMenu(device.bastion);
    const traits = isMenu ? { ...own, pagerOff: [] } : own;
    const options = { budgets, traits, hostKeys, clock, log, signal, onPhase };
    const session = await ports.openSession(target, options);
    Object.assign(seen, { prompt: session.prompt, hostKey: session.hostKey });
    try {
      // On a menu every command would be taken for the name of a device: the way in is all there is to test.
      if (isMenu) return result(undefined);
      return result(await climb(session, { family, target, budgets, signal, ladder, seen }));
    } finally {
      await session.close();
    }
  } catch (error) {
    // What broke is the answer that was asked for; our own mistakes go on to the edge.
    if (error instanceof AppError) return result({ phase: 'auth', code: error.code, params: error.params });
    if (!(error instanceof SessionError)) throw error;
    seen.hostKey = error.hostKey;
    return result({ phase: error.phase, code: error.code, params: error.params });
  }
}

type Stop = { readonly phase: Phase; readonly code: ErrorCode; readonly params: ErrorParams };

/** What the test learns on its way. */
type Seen = {
  prompt: string | null;
  hostKey: string | null;
  fileWay: FileRecord['way'] | null;
  suggestedPlatform: SuggestedPlatform | null;
};

type Climb = {
  readonly family: PlatformFamily;
  readonly target: Target;
  readonly budgets: SessionBudgets;
  readonly signal: AbortSignal;
  readonly ladder: Ladder;
  readonly seen: Seen;
};

/** The rungs reached, in their order. */
class Ladder {
  private readonly reached: Phase[] = [];

  reach(phase: Phase): void {
    if (!this.reached.includes(phase)) this.reached.push(phase);
  }

  /** All that was reached but the rung that broke. */
  passedBefore(broken: Phase | undefined): Phase[] {
    return this.reached.filter((phase) => phase !== broken);
  }
}

/** The rungs above the prompt; what broke, or undefined when all held. */
async function climb(session: DeviceSession, work: Climb): Promise<Stop | undefined> {
  const { family, target, budgets, ladder, seen } = work;
  const { host, port, username } = target;
  ladder.reach('privilege');
  if (isUnprivileged(session.prompt, family[0], target)) {
    return { phase: 'privilege', code: 'cli.no-privilege', params: { host } };
  }
  ladder.reach('pager');
  const answers = await ask(session, family);
  const cut = answers.find(({ end }) => end === 'partial' || end === 'unknown');
  if (cut !== undefined) {
    const params = { host, port, username, seconds: Math.round(budgets.commandMs / 1000), ...outputLimit(budgets) };
    return { phase: 'pager', code: cut.code ?? 'ssh.lost', params };
  }
  const said = answers.map(({ text }) => text).join('\n');
  seen.suggestedPlatform = suggestionFor(family, { banner: session.banner, prompt: session.prompt, answer: said });
  const member = memberOf(family, answers);
  if (member !== undefined) session.useTraits(member.traits);
  return tryFiles(session, member ?? family[0], work, answers);
}

function isUnprivileged(prompt: string, { traits }: Platform, { enableSecret }: Target): boolean {
  // `<name>` is the prompt of VRP and Comware at every level; elsewhere `>` means that the secret was refused.
  const isLow = />\s*$/.test(prompt) && !prompt.trimStart().startsWith('<');
  return traits.enable !== undefined && enableSecret !== undefined && isLow;
}

/** One harmless command; where its answer does not tell what the device is, the one that its prompt calls for. */
async function ask(session: DeviceSession, family: PlatformFamily): Promise<readonly CommandOutput[]> {
  const byPrompt = probeFor(session.prompt);
  const own = family[0].probe ?? family[0].commands[0]?.command ?? byPrompt;
  const first = await session.run(isReadOnly(family[0], own) ? own : byPrompt);
  const guess = autodetect({ banner: session.banner, prompt: session.prompt, answer: first.text });
  const isTelling = (guess?.confidence ?? 0) >= sureEnough;
  if (isTelling || first.command === byPrompt || first.end === 'partial' || first.end === 'unknown') return [first];
  return [first, await session.run(byPrompt)];
}

function memberOf(family: PlatformFamily, answers: readonly CommandOutput[]): Platform | undefined {
  if (family.length === 1) return family[0];
  const type = family[0].deviceTypes[0] ?? family[0].id;
  return answers.map(({ text }) => recogniseMember(type, text)).find((member) => member !== undefined);
}

/** How sure a guess must be to speak against what somebody has entered. */
const sureEnough = 0.8;

function suggestionFor(family: PlatformFamily, evidence: Parameters<typeof autodetect>[0]): SuggestedPlatform | null {
  const guess = autodetect(evidence);
  if (guess === undefined) return null;
  if (family[0].id === 'generic') return guess;
  const isSame = membersFor(guess.deviceType).some((member) => family.includes(member));
  return isSame || guess.confidence < sureEnough ? null : guess;
}

async function tryFiles(
  session: DeviceSession,
  platform: Platform,
  { target, signal, ladder, seen }: Climb,
  answers: readonly CommandOutput[],
): Promise<Stop | undefined> {
  const { host, protocol } = target;
  const { configFilesFrom } = platform;
  const outputs = configFilesFrom === undefined ? answers : [...answers, await session.run(configFilesFrom)];
  const order = { host, protocol, signal, onFile: () => ladder.reach('files') };
  // One copy shows the way; what the next start loads would come the same way.
  const running = { ...platform, startupCommand: undefined, optionalFiles: undefined };
  const { files, fileFailures } = await fetchFiles(session, running, outputs, order);
  const failure = fileFailures.at(-1);
  if (failure !== undefined) {
    ladder.reach('files');
    return { phase: 'files', code: failure.code, params: failure.params };
  }
  if (files.length > 0) ladder.reach('files');
  seen.fileWay = files[0]?.way ?? null;
  return undefined;
}
