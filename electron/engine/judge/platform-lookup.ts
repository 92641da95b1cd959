import type { LocalText, Locale } from '../../../shared/model/text';
import { generic } from '../vendors/generic/generic';
import { normalCommand } from '../vendors/command-lookup';
import type { Platform, PlatformCommand } from '../vendors/platform';
import { platforms } from '../registries.generated';

/** At least one: a device type that nobody knows is `generic`. */
export type PlatformFamily = readonly [Platform, ...Platform[]];

const normalType = (deviceType: string): string => deviceType.trim().toLowerCase();

function knownMembers(deviceType: string): readonly Platform[] {
  return platforms.filter((platform) => platform.deviceTypes.includes(deviceType));
}

/** Members that a device type of a workbook may mean; `…_telnet` and `…_ssh` mean the same platform. */
export function membersFor(deviceType: string): PlatformFamily {
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

/** True when two spellings are one command: `show  health ` is `show health`. */
export function sameCommand(one: string, other: string): boolean {
  return one === other || normalCommand(one) === normalCommand(other);
}

/** The platform's entry for a command as a user wrote it. */
export function findCommand(platform: Platform, command: string): PlatformCommand | undefined {
  return platform.lookup.bySpelling.get(normalCommand(command))?.entry;
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
    const exact = platform.lookup.bySpelling.get(words);
    if (exact !== undefined) return exact.spelling;
  }
  if (!/^[a-z]{2,}(?: [\w./:|-]+)*$/.test(words)) return undefined;
  const meant = new Map<string, string>();
  for (const platform of platforms) {
    for (const [key, { spelling }] of platform.lookup.bySpelling) {
      if (abbreviates(words.split(' '), key)) meant.set(key, spelling);
    }
  }
  return meant.size === 1 ? [...meant.values()][0] : undefined;
}

/** What is sent for a command of a workbook: this member's own where the spelling is that of another member. */
export function ownCommand(platform: Platform, command: string): string {
  return platform.lookup.ownOf.get(normalCommand(command)) ?? command;
}

/** True when a platform lists the command as one that only reads. */
export function isReadOnly(platform: Platform, command: string): boolean {
  return platform.readOnly.some((pattern) => pattern.test(command.trim()));
}
