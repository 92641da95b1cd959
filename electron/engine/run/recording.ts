import { join } from 'node:path';
import type { Protocol } from '../../../shared/model/device';
import type { LocalText } from '../../../shared/model/text';
import type { SessionTraits } from '../session/traits';
import type { CommandOutput } from '../session/session';
import { writeWhole } from '../store/atomic-file';
import { NameClaims, safeName } from '../store/safe-name';
import type { Scrubber } from '../text/scrub';
import { normalCommand } from '../vendors/command-lookup';

/** One command of a recorded session: what came of it, and when each piece came, in milliseconds and bytes. */
export type SpokenCommand = { readonly output: CommandOutput; readonly pieces: readonly (readonly [number, number])[] };

/** Paths inside the recording's folder and their texts. A simulated device can be made of it. */
export type Recording = ReadonlyMap<string, string>;

export type RecordedDevice = {
  readonly deviceType: string;
  readonly protocol: Protocol;
  readonly prompt: string;
  readonly banner: string;
  readonly traits: SessionTraits;
  readonly label: LocalText;
};

/** Makes a recording of a session. An answer that is not whole is left out: played back it would look whole. */
export function recordingOf(device: RecordedDevice, spoken: readonly SpokenCommand[], scrub: Scrubber): Recording {
  const claims = new NameClaims();
  const files = new Map<string, string>();
  const commands: Record<string, string> = {};
  const pace: Record<string, SpokenCommand['pieces']> = {};
  for (const { output, pieces } of spoken) {
    if (output.end !== 'complete' && output.end !== 'refused') continue;
    const key = normalCommand(scrub(output.command));
    const name = claims.claim(safeName(key, 'command'), '.txt');
    commands[key] = name;
    if (pieces.length > 0) pace[key] = pieces;
    files.set(`outputs/${name}`, withoutPlaces(scrub(output.text)));
  }
  const personality = personalityOf(device, scrub, { commands, pace });
  return new Map([['personality.json', `${JSON.stringify(personality, null, 2)}\n`], ...files]);
}

/** Writes a recording into a folder of its own. @throws AppError `disk.full` */
export async function writeRecording(folder: string, recording: Recording): Promise<void> {
  for (const [path, text] of recording) await writeWhole(join(folder, ...path.split('/')), text);
}

function personalityOf(
  device: RecordedDevice,
  scrub: Scrubber,
  spoken: { readonly commands: object; readonly pace: object },
) {
  const { deviceType, protocol, traits, label } = device;
  const prompt = withoutPlaces(scrub(device.prompt));
  const banner = device.banner === '' ? [] : scrub(device.banner).split('\n');
  return {
    about: { 'zh-CN': `录制：${label['zh-CN']}`, en: `Recorded: ${label.en}` },
    platform: deviceType,
    protocol,
    hostName: prompt.replace(/[^\p{L}\p{N}_.-]+/gu, '') || 'recorded',
    prompt,
    userPrompt: prompt,
    banner: banner.map(withoutPlaces),
    uptimeDays: 1,
    ssh: {
      ident: 'OpenSSH_8.0',
      authMethods: ['password', 'keyboard-interactive'],
      question: 'Password: ',
      hostKey: 'ed25519',
      hasExec: false,
    },
    telnet: { login: 'login: ', password: 'Password: ', refused: 'Login incorrect' },
    pager: { question: '--More--', isOn: false, off: [] },
    refusal: 'ERROR: Invalid entry: "{{word}}"',
    logout: [traits.logout ?? 'exit'],
    quiet: traits.pagerOff.map(normalCommand),
    keyCommand: Object.keys(spoken.commands)[0] ?? '',
    ...spoken,
    files: {},
  };
}

/** Two opening braces would be a place to fill when the text is played back. */
function withoutPlaces(text: string): string {
  return text.replaceAll('{{', '{ {');
}
