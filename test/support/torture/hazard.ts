import type { ErrorCode } from '../../../shared/errors';
import type { CommandEnd } from '../../../shared/model/run';
import { crlf, say, thePrompt, type Step } from './steps';

/** What a hazard is played on: one command of one personality. */
export type Scene = {
  readonly prompt: string;
  readonly command: string;
  /** The answer as its own lines. */
  readonly lines: readonly string[];
  /** The device's own words between two pages. */
  readonly pagerQuestion: string;
};

/** What must come of a command. */
export type Outcome = {
  readonly text: string;
  readonly end: CommandEnd;
  readonly code?: ErrorCode;
};

/** One way in which a device makes reading it hard. What is left out is as on a well-behaved device. */
export type Hazard = {
  readonly name: string;
  /** Another prompt than the personality's own. */
  readonly prompt?: (own: string) => string;
  /** From the login to the first prompt. */
  readonly greeting?: (prompt: string) => readonly Step[];
  /** The log-in must stop with this code; nothing is asked then. */
  readonly refusesWith?: ErrorCode;
  readonly answer?: (scene: Scene) => readonly Step[];
  /** What an empty line brings, its echo included; `count` is 1 for the first one since the last command. */
  readonly emptyLine?: (prompt: string, count: number) => readonly Step[];
  readonly outcome?: (scene: Scene) => Outcome;
  /** The session cannot be used any more behind the command. */
  readonly isLast?: boolean;
  /** Takes its time for each line: not played on long answers. */
  readonly isShort?: boolean;
  /** Long: played whole and at random splits only. */
  readonly isLong?: boolean;
};

export const echo = ({ command }: Scene): Step => say(`${command}\r\n`);

/** Lines as the engine gives them. */
export const told = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

export const whole = (lines: readonly string[]): Outcome => ({ text: told(lines), end: 'complete' });

/** Echo, these bytes, prompt. */
export const answered = (scene: Scene, body: string | Buffer): readonly Step[] => [echo(scene), say(body), thePrompt];

/** A hazard that only spoils the lines. */
export function spoiledLines(
  name: string,
  spoil: (line: string, index: number) => string,
  expected: (line: string, index: number) => string = (line) => line,
  end = '\r\n',
): Hazard {
  return {
    name,
    answer: (scene) => answered(scene, crlf(scene.lines.map(spoil), end)),
    outcome: ({ lines }) => whole(lines.map(expected)),
  };
}

/** A hazard with lines of its own before and behind the answer's. */
export function withLines(name: string, change: (scene: Scene) => readonly string[]): Hazard {
  return {
    name,
    answer: (scene) => answered(scene, crlf(change(scene))),
    outcome: (scene) => whole(change(scene)),
  };
}
