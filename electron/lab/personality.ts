import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { hasPlaces, toWire } from './fill-places';

const Names = z.array(z.string().min(1));

const Algorithms = z.object({
  kex: Names.optional(),
  serverHostKey: Names.optional(),
  cipher: Names.optional(),
  hmac: Names.optional(),
});

/** Names of SSH algorithms, best first. */
export type SshAlgorithms = z.infer<typeof Algorithms>;

const AuthMethod = z.enum(['password', 'keyboard-interactive']);

/** `personality.json`: how one device type behaves. */
const PersonalityFile = z.strictObject({
  /** Takes everything that is not said here from another personality. */
  extends: z.string().optional(),
  about: z.object({ 'zh-CN': z.string(), en: z.string() }),
  /** Netmiko `device_type`. */
  platform: z.string(),
  protocol: z.enum(['ssh', 'telnet']),
  hostName: z.string(),
  prompt: z.string(),
  /** Prompt before `enable`. */
  userPrompt: z.string(),
  /** Printed after login, before the first prompt. */
  banner: z.array(z.string()),
  /** Days since the last start. */
  uptimeDays: z.number(),
  ssh: z.strictObject({
    ident: z.string(),
    authMethods: z.array(AuthMethod).min(1),
    /** Question of keyboard-interactive. */
    question: z.string(),
    hostKey: z.enum(['ed25519', 'rsa']),
    algorithms: Algorithms.optional(),
    /** Answers `exec` requests, one command a channel. */
    hasExec: z.boolean(),
  }),
  telnet: z.strictObject({ login: z.string(), password: z.string(), refused: z.string() }),
  pager: z.strictObject({ question: z.string(), isOn: z.boolean(), off: z.array(z.string()) }),
  /** `{{word}}` is the first word that is not known, `{{caret}}` the blanks up to it. */
  refusal: z.string(),
  logout: Names,
  /** Accepted without an answer. */
  quiet: z.array(z.string()),
  /** The command in whose answer the fault `cut-mid-output` strikes. */
  keyCommand: z.string(),
  /** Command to file name below `outputs/`. */
  commands: z.record(z.string(), z.string()),
  /** Path on the device to file name below `files/`. */
  files: z.record(z.string(), z.string()),
  /** Command to the pieces of its answer as recorded: milliseconds after the command, bytes. */
  pace: z.record(z.string(), z.array(z.tuple([z.number().nonnegative(), z.int().positive()]))).optional(),
});

type PersonalityFile = z.infer<typeof PersonalityFile>;

/** One device type, read from its folder once and shared by all devices of it. */
export type Personality = Omit<PersonalityFile, 'extends' | 'commands' | 'files'> & {
  readonly id: string;
  /** Command to its answer as in the file: LF line ends, places not yet filled. */
  readonly outputs: ReadonlyMap<string, string>;
  /** Answers without places, as they go over the wire: CR LF line ends. */
  readonly wireOutputs: ReadonlyMap<string, Buffer>;
  /** Path on the device to its text, places not yet filled. */
  readonly texts: ReadonlyMap<string, string>;
};

const loaded = new Map<string, Personality>();

/** Where the personalities lie: beside this file, or where a bundle finds them. */
export function personalityDir(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  const places = ['personalities', 'lab/personalities', '../electron/lab/personalities'].map((at) => join(here, at));
  const found = places.find((place) => existsSync(place));
  if (found === undefined) throw new Error(`no folder of personalities in ${places.join(', ')}`);
  return found;
}

/** Ids of all personalities, sorted. */
export function personalityIds(): readonly string[] {
  return readdirSync(personalityDir(), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/**
 * Reads a personality with what it takes from others; the second time from memory.
 *
 * @param id folder name below `personalities/`, or the absolute path of a recording
 */
export function loadPersonality(id: string): Personality {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  if (!isAbsolute(id) && !personalityIds().includes(id)) throw new Error(`no personality named "${id}"`);
  const personality = readPersonality(id);
  loaded.set(id, personality);
  return personality;
}

function readPersonality(id: string): Personality {
  const folder = isAbsolute(id) ? id : join(personalityDir(), id);
  const raw = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(join(folder, 'personality.json'), 'utf8')));
  const base = typeof raw['extends'] === 'string' ? loadPersonality(raw['extends']) : undefined;
  const { commands, files, ...own } = PersonalityFile.parse({ ...inherited(base), commands: {}, files: {}, ...raw });
  const read = (kind: string, entries: Record<string, string>) =>
    Object.entries(entries).map(([key, name]) => [key, readFileSync(join(folder, kind, name), 'utf8')] as const);
  const outputs = new Map([...(base?.outputs ?? []), ...read('outputs', commands)]);
  const fixed = [...outputs].filter(([, text]) => !hasPlaces(text));
  return {
    ...own,
    id,
    outputs,
    wireOutputs: new Map(fixed.map(([command, text]) => [command, toWire(text)])),
    texts: new Map([...(base?.texts ?? []), ...read('files', files)]),
  };
}

/** What a personality takes over from its base: all but the texts, which are merged one by one. */
function inherited(base: Personality | undefined): object {
  if (base === undefined) return {};
  return Object.fromEntries(
    Object.entries(base).filter(([key]) => !['id', 'outputs', 'wireOutputs', 'texts'].includes(key)),
  );
}
