import { AppError } from '../../../shared/errors';
import { showsMenu } from '../../../shared/model/bastion';
import type { Device } from '../../../shared/model/device';
import { isReadOnly, membersFor, recogniseMember } from '../judge/platform-lookup';
import type { Platform } from '../vendors/platform';
import type { Clock } from '../ports';
import type { CommandOutput, DeviceSession } from '../session/session';
import type { SessionBudgets } from '../session/sizes';
import { createScrubber } from '../text/scrub';
import { recordingOf, type Recording, type SpokenCommand } from './recording';
import type { Known } from '../text/redact';
import type { DeviceTestPorts } from './test-device';
import { targetOf } from './target-of';

export type RecordPorts = DeviceTestPorts & {
  /** Secrets and names of all devices: one may print another's. */
  readonly known: () => readonly Known[];
};

/**
 * Logs in, runs the device's commands and gives the session as a scrubbed recording.
 *
 * @throws SessionError when the session does not open
 * @throws AppError when the way to the device cannot be taken; `device.is-bastion` where commands would go to a menu
 */
export async function recordDevice(device: Device, budgets: SessionBudgets, ports: RecordPorts): Promise<Recording> {
  const { clock, log, hostKeys, secrets } = ports;
  if (showsMenu(device.bastion)) throw new AppError('device.is-bastion', { host: device.host });
  const target = targetOf(device, { secrets, devices: ports.jumpHosts?.() ?? [] });
  const family = membersFor(device.platform);
  const { traits } = family[0];
  const signal = new AbortController().signal;
  const options = { budgets, traits, hostKeys, clock, log, signal, onPhase: () => undefined };
  const session = await ports.openSession(target, options);
  try {
    const spoken: SpokenCommand[] = [];
    const { probe } = family[0];
    if (probe !== undefined && family.length > 1) spoken.push(await speak(session, probe, clock));
    const member = family.length === 1 ? family[0] : recogniseMember(device.platform, spoken[0]?.output.text ?? '');
    const platform: Platform = member ?? family[0];
    if (member !== undefined) session.useTraits(member.traits);
    const wanted = device.commands.length > 0 ? device.commands : platform.commands.map(({ command }) => command);
    for (const command of wanted) {
      const isNew = !spoken.some(({ output }) => output.command === command);
      if (isNew && isReadOnly(platform, command)) spoken.push(await speak(session, command, clock));
    }
    const known = [target.password, target.enableSecret, target.passphrase].filter((text) => text !== undefined);
    const names = [device.name, device.username, hostNameIn(session.prompt)].filter((name) => name !== '');
    const scrub = createScrubber({ names, secrets: known, known: ports.known(), patterns: platform.secrets });
    const { protocol, platform: deviceType } = device;
    const { prompt, banner } = session;
    return recordingOf(
      { deviceType, protocol, prompt, banner, traits: platform.traits, label: platform.labels },
      spoken,
      scrub,
    );
  } finally {
    await session.close();
  }
}

/** Runs one command and notes when each piece of its answer came. */
async function speak(session: DeviceSession, command: string, clock: Clock): Promise<SpokenCommand> {
  const startedAt = clock.elapsed();
  const pieces: [number, number][] = [];
  const output: CommandOutput = await session.run(command, (text) => {
    const bytes = Buffer.byteLength(text);
    if (bytes > 0) pieces.push([Math.round(clock.elapsed() - startedAt), bytes]);
  });
  return { output, pieces };
}

/** What a prompt calls its device: the words in it, without brackets and marks. */
function hostNameIn(prompt: string): string {
  return prompt
    .replace(/^[\s<[~*]+|(?<![\s>\]#$%:-])[\s>\]#$%:-]+$/g, '')
    .replace(/^HRP_[AMS]<?|(?<!\s)\s*\([^()]*\)$/g, '')
    .trim();
}
