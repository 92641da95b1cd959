import { membersFor, platformById } from '../../../electron/engine/judge/platform-lookup';
import type { SessionTraits } from '../../../electron/engine/session/traits';
import { loadPersonality, personalityIds } from '../../../electron/lab/personality';
import { simulateDevice } from '../../../electron/lab/simulated-device';
import { platformRecordings } from '../platform-recordings';

/** A device type as far as a command line shows it. */
export type TorturePersonality = {
  readonly name: string;
  readonly traits: SessionTraits;
  readonly prompt: string;
  readonly banner: readonly string[];
  readonly pagerQuestion: string;
  /** Command to the answer's lines. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
};

const now = new Date(Date.UTC(2026, 2, 1, 10));

function labPersonality(id: string): TorturePersonality {
  const { platform, banner, pager, outputs } = loadPersonality(id);
  const device = simulateDevice({ name: id, personality: id }, () => now, new Map());
  const answers = [...outputs.keys()].map((command) => {
    device.answer(command, true);
    return [command, linesOf(device.expected.transcript(command))] as const;
  });
  return {
    name: `lab ${id}`,
    traits: membersFor(platform)[0].traits,
    prompt: device.prompt(true),
    banner,
    pagerQuestion: pager.question,
    answers: new Map(answers),
  };
}

/** For platforms that know few commands. */
const spare: readonly (readonly [string, readonly string[]])[] = [
  ['show clock', ['10:11:12 UTC', 'Sun Mar 1 2026']],
  ['show arp', ['192.0.2.9  00:00:5e:00:53:09', '192.0.2.10 00:00:5e:00:53:0a', '192.0.2.11 incomplete']],
];

const linesOf = (text: string): readonly string[] => text.replace(/\n$/, '').split('\n');

/** Every personality of the lab, and one made of the first recording of every platform. */
export function torturePersonalities(): readonly TorturePersonality[] {
  const recordings = platformRecordings();
  const platforms = [...new Set(recordings.map(({ platform }) => platform))];
  const recorded = platforms.flatMap((id): readonly TorturePersonality[] => {
    const recording = recordings.find(({ platform }) => platform === id);
    const traits = platformById(id)?.traits;
    const prompt = recording?.prompts.match[0];
    if (recording === undefined || traits === undefined || prompt === undefined) return [];
    const answers = [...recording.commands].map(([file, text]) => [file.replaceAll('-', ' '), linesOf(text)] as const);
    return [
      { name: id, traits, prompt, banner: [], pagerQuestion: '--More--', answers: new Map([...answers, ...spare]) },
    ];
  });
  return [...personalityIds().map(labPersonality), ...recorded];
}
