import * as z from 'zod';

/**
 * Ways on from a bastion that are known by name: `jumpserver` takes an address at its `Opt>`, `menu` takes the number that
 * stands before the address, `linux` is a shell on which `ssh` or `telnet` is typed.
 */
export const BastionPresetId = z.enum(['jumpserver', 'menu', 'linux']);
export type BastionPresetId = z.infer<typeof BastionPresetId>;

/** Places in a text to send. `#` is the number before the line of the menu in which the value stands. */
const bastionPlaces = ['host', 'port', 'user', 'password', 'host#', 'user#'] as const;

/** Why a step cannot be right. */
export type StepProblem = 'bad-pattern' | 'unknown-place' | 'password-not-alone' | 'secret-in-text';

const maxTextLength = 200;
const maxSteps = 20;

/** One turn of the dialogue: what must stand at the cursor, and the line that is typed then. */
export const BastionStep = z
  .object({
    /** Part of the line with the cursor, in any case of letters; `/…/` or `/…/i` is a regular expression. */
    wait: z.string().min(1).max(maxTextLength),
    /** May hold places, e.g. `ssh -p {port} {user}@{host}`; `{password}` stands alone. */
    send: z.string().max(maxTextLength),
    /** Passed over when a later step, or the device itself, comes first. */
    isOptional: z.boolean().optional(),
  })
  .superRefine((step, context) => {
    const problem = stepProblem(step);
    if (problem !== undefined) context.addIssue({ code: 'custom', message: problem });
  });
export type BastionStep = z.infer<typeof BastionStep>;

/** How a bastion is taken from its own command line or menu on to a device. Holds no secret. */
export const Bastion = z
  .object({
    preset: BastionPresetId.optional(),
    /** Instead of a preset. */
    steps: z.array(BastionStep).min(1).max(maxSteps).optional(),
    /** Typed at the bastion's own prompt to leave it; the preset's own when left out. */
    leave: z.string().max(100).optional(),
    /** A device that the bastion's `ssh` does not know yet is trusted; otherwise it is not entered. */
    acceptsNewKeys: z.boolean().optional(),
    /** So many devices at the same time. */
    sessions: z.int().min(1).max(100).optional(),
  })
  .refine(({ preset, steps }) => (preset === undefined) !== (steps === undefined), { message: 'preset or steps' });
export type Bastion = z.infer<typeof Bastion>;

/**
 * True for a bastion on which a command would be taken for the name of a device; one with a shell of its own can be worked
 * on like any other host. Own steps may lead through a menu.
 */
export function showsMenu(bastion: Bastion | undefined): boolean {
  return bastion !== undefined && bastion.preset !== 'linux';
}

/** What is wrong with a step; undefined when nothing is. */
export function stepProblem({ wait, send }: Pick<BastionStep, 'wait' | 'send'>): StepProblem | undefined {
  if (waitPattern(wait) === undefined) return 'bad-pattern';
  const places = [...send.matchAll(/\{([^{}\s]*)\}/g)].map(([, name]) => name);
  if (places.some((name) => !(bastionPlaces as readonly (string | undefined)[]).includes(name))) return 'unknown-place';
  if (places.includes('password') && send !== '{password}') return 'password-not-alone';
  // What answers a question for a password is a secret, and steps are shown and exported.
  const isSecret = /pass(?:word|wd|code|phrase)|密码|口令/i.test(wait) && places.length === 0 && send !== '';
  return isSecret ? 'secret-in-text' : undefined;
}

/** The pattern of a text to wait for; undefined when its regular expression is not valid. */
export function waitPattern(wait: string): RegExp | undefined {
  const [, source, flags] = /^\/(.+)\/(i?)$/s.exec(wait) ?? [];
  try {
    return source === undefined ? new RegExp(escaped(wait.trim()), 'i') : new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);
}
