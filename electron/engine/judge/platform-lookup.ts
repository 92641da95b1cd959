import type { LocalText, Locale } from '../../../shared/model/text';
import { generic } from '../vendors/generic/generic';
import type { Platform, PlatformCommand } from '../vendors/platform';
import { platforms } from '../registries.generated';

/** At least one: a device type that nobody knows is `generic`. */
export type PlatformFamily = readonly [Platform, ...Platform[]];

const normalType = (deviceType: string): string => deviceType.trim().toLowerCase();

function knownMembers(deviceType: string): readonly Platform[] {
  return platforms.filter((platform) => platform.deviceTypes.includes(deviceType));
}

/** Families by device type as written: each device asks for its own several times. */
const families = new Map<string, PlatformFamily>();
const mostFamilies = 500;

/** Members that a device type of a workbook may mean; `…_telnet` and `…_ssh` mean the same platform. */
export function membersFor(deviceType: string): PlatformFamily {
  const known = families.get(deviceType);
  if (known !== undefined) return known;
  const family = familyOf(deviceType);
  if (families.size < mostFamilies) families.set(deviceType, family);
  return family;
}

function familyOf(deviceType: string): PlatformFamily {
  const type = normalType(deviceType);
  const exact = knownMembers(type);
  const [first, ...rest] = exact.length > 0 ? exact : knownMembers(type.replace(/_(?:telnet|ssh)$/, ''));
  return first === undefined ? [generic] : [first, ...rest];
}

/** The member that the answer to the family's probe shows; undefined when no member knows it. */
export function recogniseMember(deviceType: string, probeAnswer: string): Platform | undefined {
  return membersFor(deviceType).find((member) => member.recognise(probeAnswer));
}

/** A platform by its stored id. */
export function platformById(id: string): Platform | undefined {
  return platforms.find((platform) => platform.id === id);
}

/** What people call the part of a family's name that all members share: without the member in brackets. */
function familyName(labels: LocalText): LocalText {
  const short = (text: string): string => text.replace(/(?<!\s)\s*[（(][^（）()]+[）)]$/, '');
  return { 'zh-CN': short(labels['zh-CN']), en: short(labels.en) };
}

/** Every device type a user may choose, with the words for it. */
export function deviceTypes(): readonly { readonly id: string; readonly labels: LocalText }[] {
  const types = [...new Set(platforms.flatMap((platform) => platform.deviceTypes))];
  return types.map((id) => {
    const members = knownMembers(id);
    const labels = members[0]?.labels ?? generic.labels;
    return { id, labels: members.length > 1 ? familyName(labels) : labels };
  });
}

/** Name of a member (`ale-aos8`) or, where it was not found out, of a device type; the bare text when nobody knows it. */
export function platformLabel(memberOrType: string, locale: Locale): string {
  const type = normalType(memberOrType);
  const labels = platformById(type)?.labels ?? deviceTypes().find(({ id }) => id === type)?.labels;
  return labels?.[locale] ?? memberOrType;
}

/** Commands as compared, by what was written: every device of a fleet is asked the same few dozen. */
const normalCommands = new Map<string, string>();
const mostRemembered = 5000;

/** A command as compared: case and runs of blanks do not count. */
function normalCommand(command: string): string {
  const made = normalCommands.get(command);
  if (made !== undefined) return made;
  const normal = command.trim().replace(/\s+/g, ' ').toLowerCase();
  if (normalCommands.size < mostRemembered) normalCommands.set(command, normal);
  return normal;
}

/** True when two spellings are one command: `show  health ` is `show health`. */
export function sameCommand(one: string, other: string): boolean {
  return one === other || normalCommand(one) === normalCommand(other);
}

/** Every command that a platform understands, its own list first. */
export function knownCommands(platform: Platform): readonly PlatformCommand[] {
  return [...platform.commands, ...(platform.alsoKnown ?? [])];
}

type Spelling = { readonly spelling: string; readonly entry: PlatformCommand };

/** What each platform's commands may be written as, made when first asked for: members are plain data. */
const spellingsByPlatform = new WeakMap<Platform, ReadonlyMap<string, Spelling>>();

/** Every spelling of every command that a platform understands; a key is the spelling as compared. */
function spellingsOf(platform: Platform): ReadonlyMap<string, Spelling> {
  const made = spellingsByPlatform.get(platform);
  if (made !== undefined) return made;
  const found = new Map<string, Spelling>();
  for (const entry of knownCommands(platform)) {
    for (const spelling of [entry.command, ...(entry.aliases ?? []), ...(entry.insteadOf ?? [])]) {
      const key = normalCommand(spelling);
      if (!found.has(key)) found.set(key, { spelling, entry });
    }
  }
  spellingsByPlatform.set(platform, found);
  return found;
}

/** The platform's entry for a command as a user wrote it. */
export function findCommand(platform: Platform, command: string): PlatformCommand | undefined {
  return spellingsOf(platform).get(normalCommand(command))?.entry;
}

/** True when two spellings ask for the same, in the words of any of the platforms: `show env all`, `show environment all`. */
export function isSameQuestion(platforms: readonly Platform[], one: string, other: string): boolean {
  if (sameCommand(one, other)) return true;
  return platforms.some((platform) => {
    const entry = findCommand(platform, one);
    return entry !== undefined && entry === findCommand(platform, other);
  });
}

/** `sh ver` for `show version`: each word the beginning of the other's, two letters at least. */
function abbreviates(words: readonly string[], command: string): boolean {
  const whole = command.split(' ');
  return (
    words.length === whole.length && words.every((word, at) => word.length > 1 && (whole[at] ?? '').startsWith(word))
  );
}

/** The known command that somebody typed at a prompt; an abbreviation only where one command alone can be meant. */
export function typedCommand(platforms: readonly Platform[], typed: string): string | undefined {
  const words = normalCommand(typed);
  for (const platform of platforms) {
    const exact = spellingsOf(platform).get(words);
    if (exact !== undefined) return exact.spelling;
  }
  if (!/^[a-z]{2,}(?: [\w./:|-]+)*$/.test(words)) return undefined;
  const meant = new Map<string, string>();
  for (const platform of platforms) {
    for (const [key, { spelling }] of spellingsOf(platform)) {
      if (abbreviates(words.split(' '), key)) meant.set(key, spelling);
    }
  }
  return meant.size === 1 ? [...meant.values()][0] : undefined;
}

/** The member's own command for each spelling that is another member's; a spelling of its own stands for itself. */
const insteadByPlatform = new WeakMap<Platform, ReadonlyMap<string, string>>();

function insteadOf(platform: Platform): ReadonlyMap<string, string> {
  const made = insteadByPlatform.get(platform);
  if (made !== undefined) return made;
  const entries = knownCommands(platform);
  const isOwn = new Set(
    entries.flatMap(({ command, aliases = [] }) => [command, ...aliases].map((each) => normalCommand(each))),
  );
  const found = new Map<string, string>();
  for (const { command, insteadOf: others = [] } of entries) {
    for (const key of others.map(normalCommand)) if (!isOwn.has(key) && !found.has(key)) found.set(key, command);
  }
  insteadByPlatform.set(platform, found);
  return found;
}

/** What is sent for a command of a workbook: this member's own where the spelling is that of another member. */
export function ownCommand(platform: Platform, command: string): string {
  return insteadOf(platform).get(normalCommand(command)) ?? command;
}

/** True when a platform lists the command as one that only reads. */
export function isReadOnly(platform: Platform, command: string): boolean {
  return platform.readOnly.some((pattern) => pattern.test(command.trim()));
}
