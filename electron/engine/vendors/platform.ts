import type { AnyReading, ReadingKind } from '../../../shared/model/reading';
import type { LocalText } from '../../../shared/model/text';
import type { SessionTraits } from '../session/traits';
import { commandLookup, type CommandLookup } from './command-lookup';
import type { Sign } from './sign';
import type { Vocabulary } from './vocabulary';

/** What a parser made of one output. */
export type Parsed =
  /** Understood whole; at least one reading. */
  | { readonly kind: 'readings'; readonly readings: readonly AnyReading[] }
  /** The device itself says that it has no such part; `line` is its sentence. */
  | { readonly kind: 'absent'; readonly line: string }
  /** Nothing may be judged from it. */
  | {
      readonly kind: 'unreadable';
      readonly reason: 'empty' | 'cut' | 'no-row' | 'not-understood';
      readonly line: string;
    };

/** One inspection command of a platform. */
export type PlatformCommand = {
  readonly command: string;
  /** Other spellings that give the same output. */
  readonly aliases?: readonly string[];
  /** Spellings of other members of the family, which this one refuses: this command is sent instead of them. */
  readonly insteadOf?: readonly string[];
  /** Kinds of readings that a good answer gives; each one missing becomes a finding 判不了. Empty: evidence only. */
  readonly gives: readonly ReadingKind[];
  readonly parse?: (text: string) => Parsed;
  /**
   * True where `parse` gives readings only for an answer that shows its own end: cut before any of its lines, it is
   * unreadable. A saved text of any other command is not called healthy unless a prompt follows it.
   */
  readonly checksEnd?: true;
};

/** What the platform calls its configuration, once the commands have been read. */
export type ConfigFiles = (outputs: ReadonlyMap<string, string>) => readonly string[];

/** A command that prints a whole configuration. */
export type ConfigCommand = {
  readonly command: string;
  /** What the last lines of a whole answer match; left out where the platform prints no such mark. */
  readonly endsWith?: RegExp;
  /** Name of our copy. */
  readonly saveAs: string;
};

/** How a device is asked for the hash of one of its files, to compare it with what came. */
export type FileHash = {
  readonly algorithm: 'sha256' | 'md5';
  /** The read-only command; undefined for a path that cannot be asked for. */
  readonly command: (path: string) => string | undefined;
  /** Hex digits out of the answer; undefined when it holds none. */
  readonly parse: (answer: string) => string | undefined;
};

/** One operating system: commands, prompt, parsers. One file each in this folder. */
export type Platform = {
  /** kebab-case, stored, never renamed: `ale-aos8`. */
  readonly id: string;
  /** Netmiko `device_type` names that may mean this platform. */
  readonly deviceTypes: readonly string[];
  readonly labels: LocalText;
  /** The command whose answer tells the members of a family apart; undefined when there is only one member. */
  readonly probe: string | undefined;
  /** True when that answer is of this member. */
  readonly recognise: (answer: string) => boolean;
  readonly traits: SessionTraits;
  /**
   * What shows that a device of an unknown type is of this platform; of two alike the narrower name counts, which
   * stands first in its folder.
   */
  readonly signs?: readonly Sign[];
  /** What its status words mean; left out where it prints none. */
  readonly vocabulary?: Vocabulary;
  readonly commands: readonly PlatformCommand[];
  /** Commands that are understood when the user asks for them, beside the platform's own list. */
  readonly alsoKnown?: readonly PlatformCommand[];
  /** All commands by what they may be written as. */
  readonly lookup: CommandLookup;
  /** True when the layout of an answer shows this member; for saved texts whose release is not known. */
  readonly recogniseLayout?: (text: string) => boolean;
  /** First words of commands that only read, e.g. `show`. */
  readonly readOnly: readonly RegExp[];
  readonly configFiles: ConfigFiles;
  /** Files beside it that a device may rightly lack: one that is not there is no failure. */
  readonly optionalFiles?: ConfigFiles;
  /** The command whose answer names the configuration file, where there is no telling without it. */
  readonly configFilesFrom?: string;
  /** Prints the configuration that runs; the files are what the next start loads. */
  readonly configCommand?: ConfigCommand;
  /** What makes the running configuration the saved one, in the order in which it is typed. For people; never sent. */
  readonly saveCommands?: readonly string[];
  /** Prints what the next start loads, where that can be read from the command line. */
  readonly startupCommand?: ConfigCommand;
  readonly fileHash?: FileHash;
  /** Secrets that the device prints; group 1 is kept, group 2 is blanked. */
  readonly secrets: readonly RegExp[];
};

/** What a vendor's folder says of a platform. */
export type PlatformParts = Omit<Platform, 'lookup'>;

/** Makes a platform of its parts; members are plain data and pure functions. */
export function definePlatform(parts: PlatformParts): Platform {
  return { ...parts, lookup: commandLookup([...parts.commands, ...(parts.alsoKnown ?? [])]) };
}
