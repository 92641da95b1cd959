import type { PlatformCommand } from './platform';

/** One way of writing a command that a platform understands. */
export type Spelling = { readonly spelling: string; readonly entry: PlatformCommand };

/** What a platform's commands may be written as; keys are commands as `normalCommand` makes them. */
export type CommandLookup = {
  /** Every command that the platform understands, its own list first. */
  readonly known: readonly PlatformCommand[];
  readonly bySpelling: ReadonlyMap<string, Spelling>;
  /** The member's own command for each spelling that is another member's. */
  readonly ownOf: ReadonlyMap<string, string>;
};

/** A command as compared: case and runs of blanks do not count. */
export function normalCommand(command: string): string {
  return command.trim().replace(/\s+/g, ' ').toLowerCase();
}

/** Makes the lookup of a platform, once: members are plain data. A spelling of its own stands for itself. */
export function commandLookup(known: readonly PlatformCommand[]): CommandLookup {
  const bySpelling = new Map<string, Spelling>();
  for (const entry of known) {
    for (const spelling of [entry.command, ...(entry.aliases ?? []), ...(entry.insteadOf ?? [])]) {
      const key = normalCommand(spelling);
      if (!bySpelling.has(key)) bySpelling.set(key, { spelling, entry });
    }
  }
  const isOwn = new Set(known.flatMap(({ command, aliases = [] }) => [command, ...aliases].map(normalCommand)));
  const ownOf = new Map<string, string>();
  for (const { command, insteadOf = [] } of known) {
    for (const key of insteadOf.map(normalCommand)) if (!isOwn.has(key) && !ownOf.has(key)) ownOf.set(key, command);
  }
  return { known, bySpelling, ownOf };
}
