import { BastionPresetId, type Bastion } from '../../../shared/model/bastion';
import { bastionText, readBastionText, type BastionTextProblem } from '../../../shared/model/bastion-text';

/** How the form offers a bastion: not at all, by a preset, or by steps of one's own. */
export const bastionWays = ['none', ...BastionPresetId.options, 'custom'] as const;
export type BastionWay = (typeof bastionWays)[number];

/** The fields of the form that tell how a bastion leads on. */
export type BastionValues = {
  bastionWay: BastionWay;
  /** One step a line; only for `custom`. */
  bastionSteps?: string;
  bastionAcceptsNewKeys?: boolean;
  bastionSessions?: number | null;
};

/** First values: those of the device, or of one that is no bastion. */
export function bastionValues(bastion: Bastion | undefined): BastionValues {
  if (bastion === undefined) return { bastionWay: 'none' };
  const { preset, steps, leave, acceptsNewKeys = false, sessions } = bastion;
  const own = { ...(steps && { steps }), ...(leave !== undefined && { leave }) };
  return {
    bastionWay: preset ?? 'custom',
    bastionSteps: preset === undefined ? bastionText(own) : '',
    bastionAcceptsNewKeys: acceptsNewKeys,
    ...(sessions !== undefined && { bastionSessions: sessions }),
  };
}

/** What keeps steps from being saved. */
export type StepsProblem = {
  /** `preset`: the name of a preset stands where steps are to be written. */
  readonly problem: BastionTextProblem | 'preset';
  /** 1-based; null where the text as a whole is meant. */
  readonly line: number | null;
  readonly found: string;
};

/** Problems of the whole text, not of one line. */
const wholeProblems: readonly StepsProblem['problem'][] = ['empty', 'too-many'];

/** What keeps the steps from being saved; undefined when they are good. */
export function stepsProblem(text: string): StepsProblem | undefined {
  const result = readBastionText(text);
  if (result.kind === 'bad') {
    const { problem, line, found } = result;
    // The right side may be the very secret that must not be written there.
    const shown = problem === 'secret-in-text' ? found.replace(/(=>|→|⇒).*$/s, '$1 …') : found;
    return { problem, line: wholeProblems.includes(problem) ? null : line, found: shown };
  }
  // A preset is chosen above the steps, not among them.
  const { preset } = result.bastion;
  return preset === undefined ? undefined : { problem: 'preset', line: null, found: preset };
}

/** The bastion as the contract takes it: null for none. */
export function bastionInput(values: BastionValues): Bastion | null {
  const { bastionWay, bastionSteps = '', bastionAcceptsNewKeys, bastionSessions } = values;
  if (bastionWay === 'none') return null;
  const options = {
    ...(bastionAcceptsNewKeys === true && { acceptsNewKeys: true }),
    ...(typeof bastionSessions === 'number' && { sessions: bastionSessions }),
  };
  if (bastionWay !== 'custom') return { preset: bastionWay, ...options };
  const result = readBastionText(bastionSteps);
  return result.kind === 'good' ? { ...result.bastion, ...options } : null;
}
