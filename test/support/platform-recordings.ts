import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = 'test/fixtures/platforms';

/** One recorded device: its answers by file name, and what must come of them. */
export type Recording = {
  readonly platform: string;
  /** `<hardware>_<version>`. */
  readonly name: string;
  readonly commands: ReadonlyMap<string, string>;
  /** By file name of the command; a command without parser is not in it. */
  readonly expected: Readonly<Record<string, unknown>>;
  readonly prompts: { readonly match: readonly string[]; readonly mustNotMatch: readonly string[] };
  readonly secrets: readonly string[];
};

function json<T>(folder: string, file: string): T {
  const path = join(folder, file);
  if (!existsSync(path)) throw new Error(`a recording needs ${path}`);
  return JSON.parse(readFileSync(path, 'utf8')) as T;
}

function recordingOf(platform: string, name: string): Recording {
  const folder = join(root, platform, name);
  const files = readdirSync(join(folder, 'commands')).filter((file) => file.endsWith('.txt'));
  return {
    platform,
    name,
    commands: new Map(
      files.map((file) => [file.replace(/\.txt$/, ''), readFileSync(join(folder, 'commands', file), 'utf8')]),
    ),
    expected: json(folder, 'expected.json'),
    prompts: json(folder, 'prompts.json'),
    secrets: json(folder, 'secrets.json'),
  };
}

/** Every recording below `test/fixtures/platforms`; a part that is missing is an error, never skipped. */
export function platformRecordings(): readonly Recording[] {
  return readdirSync(root).flatMap((platform) =>
    readdirSync(join(root, platform)).map((name) => recordingOf(platform, name)),
  );
}

/** The command of a recording's file name, where blanks, bars and slashes are dashes; else dashes are blanks. */
export function commandOfFile(file: string, spellings: readonly string[]): string {
  return spellings.find((spelling) => spelling.replaceAll(/[ /|]/g, '-') === file) ?? file.replaceAll('-', ' ');
}
