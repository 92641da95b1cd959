import { Bastion, BastionPresetId, stepProblem, type BastionStep, type StepProblem } from './bastion';

/** Why a text is no way through a bastion. */
export type BastionTextProblem =
  StepProblem | 'no-arrow' | 'unknown-option' | 'preset-and-steps' | 'too-many' | 'empty';

/** What was read of the text, or the first line that was not understood. */
export type BastionTextResult =
  | { readonly kind: 'good'; readonly bastion: Bastion }
  | {
      readonly kind: 'bad';
      readonly problem: BastionTextProblem;
      /** 1-based. */
      readonly line: number;
      readonly found: string;
    };

const arrow = /(?<!\s)\s*(?:=>|→|⇒)\s*/;

/**
 * Reads a way through a bastion as people write it, in a cell or a form: the name of a preset, or one step a line,
 * `wait => send`, `?` before an optional one. Lines with `!` are options: `!accept-new-host-keys`, `!leave exit`,
 * `!sessions 3`.
 */
export function readBastionText(text: string): BastionTextResult {
  const steps: BastionStep[] = [];
  const options: Record<string, unknown> = {};
  let preset: BastionPresetId | undefined;
  const lines = text.split(/\r?\n/);
  for (const [index, raw] of lines.entries()) {
    const found = raw.trim();
    const bad = (problem: BastionTextProblem): BastionTextResult => ({ kind: 'bad', problem, line: index + 1, found });
    if (found === '') continue;
    const named = BastionPresetId.safeParse(found.toLowerCase());
    if (/^[!！]/.test(found)) {
      const option = readOption(found.slice(1));
      if (option === undefined) return bad('unknown-option');
      Object.assign(options, option);
    } else if (named.success) preset = named.data;
    else {
      const step = readStep(found);
      if (step === undefined) return bad('no-arrow');
      const problem = stepProblem(step);
      if (problem !== undefined) return bad(problem);
      steps.push(step);
    }
    if (preset !== undefined && steps.length > 0) return bad('preset-and-steps');
  }
  const whole = { kind: 'bad', line: 1, found: (lines[0] ?? '').trim() } as const;
  if (preset === undefined && steps.length === 0) return { ...whole, problem: 'empty' };
  const bastion = Bastion.safeParse({ ...(preset === undefined ? { steps } : { preset }), ...options });
  return bastion.success ? { kind: 'good', bastion: bastion.data } : { ...whole, problem: 'too-many' };
}

function readStep(line: string): BastionStep | undefined {
  const isOptional = line.startsWith('?') || line.startsWith('？');
  const [wait = '', send, ...more] = (isOptional ? line.slice(1) : line).split(arrow);
  if (send === undefined || wait.trim() === '' || more.length > 0) return undefined;
  return { wait: wait.trim(), send: send.trim(), ...(isOptional && { isOptional }) };
}

function readOption(words: string): Partial<Bastion> | undefined {
  const [name, value = ''] = words.trim().split(/\s+(.*)/s);
  if (name === 'accept-new-host-keys' && value === '') return { acceptsNewKeys: true };
  if (name === 'leave' && value !== '') return { leave: value };
  return name === 'sessions' && /^[1-9]\d?$|^100$/.test(value) ? { sessions: Number(value) } : undefined;
}

/** Writes it so that `readBastionText` reads the same again. */
export function bastionText(bastion: Bastion): string {
  const { preset, steps = [], leave, acceptsNewKeys, sessions } = bastion;
  return [
    ...(preset === undefined ? [] : [preset]),
    ...steps.map(({ wait, send, isOptional }) => `${isOptional === true ? '? ' : ''}${wait} => ${send}`),
    ...(acceptsNewKeys === true ? ['!accept-new-host-keys'] : []),
    ...(leave === undefined ? [] : [`!leave ${leave}`]),
    ...(sessions === undefined ? [] : [`!sessions ${sessions}`]),
  ].join('\n');
}
