import type { CommandOutput } from '../../../electron/engine/session/session';
import { isNoise } from '../../../electron/engine/text/table';
import type { Hazard, Outcome, Scene } from './hazard';
import { whole } from './hazard';
import type { TorturePersonality } from './personalities';
import { ask, budgets, open, type Play } from './play';
import { atRandom, byteByByte, cutAt, inOnePiece, type DeviceScript, type Split } from './torture-device';

/** What a torture came to. */
export type Tally = {
  personalities: number;
  hazards: number;
  logins: number;
  /** Ways of cutting a stream that were tried. */
  splits: number;
  /** Answers compared byte by byte. */
  compared: number;
  readonly failures: string[];
};

const shortLines = 3;
const shortLength = 18;
/** More lines than this show nothing new, and each costs its time under every hazard. */
const longLines = 300;
/** A rest at a cut that is longer than any pause after which the engine does something of its own. */
const restMs = 1500;
/** The budget of silence, twice, for a device that has to be woken, and what the hazard itself rests. */
const mostMs = 2 * budgets.commandMs + 40_000;

/** The same numbers each time. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}

/** Lines of an answer that are no refusal and nothing that is taken out on purpose. */
function usable({ traits }: TorturePersonality, lines: readonly string[]): readonly string[] {
  const taken = [...traits.refusals, ...traits.noise];
  return lines.filter((line) => line.trim() !== '' && !isNoise(line) && !taken.some((pattern) => pattern.test(line)));
}

/** Short and long answers of a personality. */
export function scenesOf(personality: TorturePersonality): {
  readonly short: readonly Scene[];
  readonly long: readonly Scene[];
} {
  const { prompt, pagerQuestion } = personality;
  const answers = [...personality.answers].map(([command, lines]) => ({ command, lines: usable(personality, lines) }));
  const full = answers.filter(({ lines }) => lines.length >= 2);
  const scenes = full.map(({ command, lines }): Scene => ({ prompt, command, pagerQuestion, lines }));
  const short = scenes.map((scene) => ({
    ...scene,
    lines: scene.lines.slice(0, shortLines).map((line) => line.trim().slice(0, shortLength).trimEnd()),
  }));
  return {
    short: short.filter(({ lines }) => usable(personality, lines).length === lines.length),
    long: scenes
      .toSorted((a, b) => b.lines.length - a.lines.length)
      .map((scene) => ({ ...scene, lines: scene.lines.slice(0, longLines) })),
  };
}

const differs = (text: string, wanted: string): string => {
  const at = [...wanted].findIndex((letter, index) => text[index] !== letter);
  const from = Math.max(0, (at < 0 ? wanted.length : at) - 30);
  return `${JSON.stringify(text.slice(from, from + 90))} instead of ${JSON.stringify(wanted.slice(from, from + 90))}`;
};

type Wanted = { readonly scene: Scene; readonly outcome: Outcome };

/** One personality under one hazard. */
class Ordeal {
  private play: Play | undefined;

  constructor(
    private readonly personality: TorturePersonality,
    private readonly hazard: Hazard,
    private readonly script: DeviceScript,
    private readonly tally: Tally,
  ) {}

  private fail(what: string): void {
    this.tally.failures.push(`${this.personality.name} × ${this.hazard.name}: ${what}`);
  }

  /** Logs in; false when the hazard does not let it and said so as it should. */
  async login(split: Split, how: string): Promise<boolean> {
    this.tally.logins += 1;
    const opened = await open(this.script, this.personality.traits, split);
    this.play = 'code' in opened ? undefined : opened;
    const code = 'code' in opened ? opened.code : undefined;
    if (code !== this.hazard.refusesWith) this.fail(`login ${how}: ${code ?? 'let in'}`);
    if ('code' in opened && opened.elapsedMs > budgets.connectMs + 1000) this.fail(`login ${how}: too late`);
    return this.play !== undefined;
  }

  /**
   * Asks the hazardous command and a plain one behind it, one by one or both at once; both answers must be the device's
   * own. Resolves with how many bytes the first answer was, asked alone.
   */
  async round(split: Split, how: string, isAhead = false): Promise<number> {
    if (this.play?.session.isOpen() !== true && !(await this.login(inOnePiece, how))) return 0;
    if (this.play === undefined) return 0;
    const { hazardous, plain } = this.script;
    const scene = { ...hazardous, prompt: this.play.session.prompt };
    this.tally.splits += 1;
    const first: Wanted = { scene, outcome: this.hazard.outcome?.(scene) ?? whole(scene.lines) };
    const next: Wanted = { scene: plain, outcome: whole(plain.lines) };
    const { isLast = false } = this.hazard;
    if (isAhead) return this.compare(this.play, isLast ? [first] : [first, next], split, `${how}, at once`);
    const sent = await this.compare(this.play, [first], split, how);
    const { play } = this;
    if (play === undefined) return sent;
    if (isLast) this.play = undefined;
    else if (!play.session.isOpen()) this.fail(`${how}: the session is lost`);
    else await this.compare(play, [next], inOnePiece, `${how}, the next command`);
    return sent;
  }

  /** Ends the session at the first difference, so that the next round starts afresh. */
  private async compare(play: Play, wanted: readonly Wanted[], split: Split, how: string): Promise<number> {
    const startedAt = play.clock.elapsed();
    const outputs = await ask(
      play,
      wanted.map(({ scene }) => scene.command),
      split,
    );
    const sent = play.device.sentBytes;
    for (const [index, { outcome }] of wanted.entries()) this.compareOne(outputs[index], outcome, how);
    const late = play.clock.elapsed() - startedAt - mostMs * wanted.length;
    if (late > 0) this.fail(`${how}: ${late} ms too late`);
    return sent;
  }

  private compareOne(output: CommandOutput | undefined, wanted: Outcome, how: string): void {
    this.tally.compared += 1;
    if (output?.end !== wanted.end || output.code !== wanted.code) {
      this.fail(`${how}: ${output?.end} ${output?.code ?? ''}, ${JSON.stringify(output?.text.slice(0, 120))}`);
      this.play = undefined;
    } else if (output.text !== wanted.text) {
      this.fail(`${how}: ${differs(output.text, wanted.text)}`);
      this.play = undefined;
    }
  }
}

/** Which boundaries of a stream are tried, from 1 on. */
type Cuts = { readonly first: number; readonly every: number };

/** The login whole, and where the hazard has a part in it also byte by byte and cut at boundaries all over it. */
async function logins(ordeal: Ordeal, isAboutLogin: boolean, cuts: Cuts): Promise<boolean> {
  if (!(await ordeal.login(inOnePiece, 'whole'))) return false;
  if (!isAboutLogin) return true;
  await ordeal.login(byteByByte, 'byte by byte');
  for (let at = cuts.first; at <= 40; at += cuts.every)
    await ordeal.login(cutAt(at, at % 2 === 0 ? restMs : 0), `cut at ${at}`);
  return true;
}

/** One by one, and at once. */
async function bothWays(ordeal: Ordeal, splitOf: () => Split, how: string): Promise<number> {
  const length = await ordeal.round(splitOf(), how);
  await ordeal.round(splitOf(), how, true);
  return length;
}

/** Every boundary of one personality is tried in one of the two ways, and in the other one on the next personality. */
async function shortAnswer(ordeal: Ordeal, random: () => number, turn: number, cuts: Cuts): Promise<void> {
  const length = await bothWays(ordeal, () => inOnePiece, 'whole');
  const restEvery = 3;
  await bothWays(ordeal, () => byteByByte, 'byte by byte');
  for (let at = cuts.first; at < length; at += cuts.every) {
    const isAhead = (at + turn) % 2 === 0;
    await ordeal.round(cutAt(at, 0), `cut at ${at}`, isAhead);
    if (at % restEvery === 0) await ordeal.round(cutAt(at, restMs), `cut at ${at} with a rest`, isAhead);
  }
  await bothWays(ordeal, () => atRandom(random, 7, 0), 'at random');
}

async function longAnswer(ordeal: Ordeal, random: () => number, isLong: boolean): Promise<void> {
  await bothWays(ordeal, () => inOnePiece, 'long, whole');
  if (!isLong) await bothWays(ordeal, () => atRandom(random, 1460, 0), 'long, in packets');
  await bothWays(ordeal, () => atRandom(random, isLong ? 20_000 : 200, restMs), 'long, at random with rests');
}

/**
 * Plays every hazard on every personality.
 *
 * @param every 1 tries every boundary of a stream; n every n-th, the first of them another one with each pair of
 *   personality and hazard
 */
export async function torture(
  personalities: readonly TorturePersonality[],
  hazards: readonly Hazard[],
  { seed, every }: { readonly seed: number; readonly every: number },
): Promise<Tally> {
  const tally: Tally = {
    personalities: personalities.length,
    hazards: hazards.length,
    logins: 0,
    splits: 0,
    compared: 0,
    failures: [],
  };
  for (const [turn, personality] of personalities.entries()) {
    const { short, long } = scenesOf(personality);
    const [first, second] = short;
    const [longest] = long;
    if (first === undefined || second === undefined || longest === undefined) {
      tally.failures.push(`${personality.name}: too few answers`);
      continue;
    }
    for (const [place, hazard] of hazards.entries()) {
      const cuts = { first: 1 + ((turn + place) % every), every };
      const prompt = hazard.prompt?.(personality.prompt) ?? personality.prompt;
      const script = { hazard, banner: personality.banner, prompt, hazardous: first, plain: second };
      const random = seeded(seed + tally.splits);
      const ordeal = new Ordeal(personality, hazard, script, tally);
      const isAboutLogin = hazard.answer === undefined || hazard.prompt !== undefined;
      if (!(await logins(ordeal, isAboutLogin, cuts))) continue;
      if (hazard.isLong !== true) await shortAnswer(ordeal, random, turn, cuts);
      if (hazard.isShort === true) continue;
      const plain = longest.command === second.command ? first : second;
      await longAnswer(
        new Ordeal(personality, hazard, { ...script, hazardous: longest, plain }, tally),
        random,
        hazard.isLong === true,
      );
    }
  }
  return tally;
}
