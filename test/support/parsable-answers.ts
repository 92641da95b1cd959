import { findCommand, platformById } from '../../electron/engine/judge/platform-lookup';
import type { Platform, PlatformCommand } from '../../electron/engine/vendors/platform';
import { commandOfFile, type Recording } from './platform-recordings';

/** The platform that a recording is of. */
export function platformOf({ platform }: Recording): Platform {
  const found = platformById(platform);
  if (found === undefined) throw new Error(`no platform ${platform}`);
  return found;
}

const spellingsOf = (platform: Platform): readonly string[] =>
  platform.lookup.known.flatMap(({ command, aliases = [] }) => [command, ...aliases]);

type Parsable = { readonly file: string; readonly entry: PlatformCommand; readonly text: string };

/** The answers of a recording that a parser reads. */
export function parsableOf(recording: Recording): readonly Parsable[] {
  const platform = platformOf(recording);
  return [...recording.commands].flatMap(([file, text]) => {
    const entry = findCommand(platform, commandOfFile(file, spellingsOf(platform)));
    return entry?.parse === undefined ? [] : [{ file, entry, text }];
  });
}
