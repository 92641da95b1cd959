import type { SuggestedPlatform } from '../../../shared/contract/devices';
import { platforms } from '../registries.generated';
import { membersFor, recogniseMember } from './platform-lookup';

/** What a device of an unknown type has said. */
export type Evidence = { readonly banner: string; readonly prompt: string; readonly answer: string };

/** The one harmless command that says most, chosen by the prompt. */
export function probeFor(promptText: string): string {
  if (/^[^\s<[]*[<[].*[>\]]$/.test(promptText.trim())) return 'display version';
  return /->\s*$/.test(promptText) ? 'show system' : 'show version';
}

/** True for two names of one family: a USG is a VRP device too. */
function isKin(one: string, other: string): boolean {
  const others = membersFor(other);
  return membersFor(one).some((member) => others.includes(member));
}

/** The device type that banner, prompt and one answer show, with what shows it; undefined when nothing does. */
export function autodetect(evidence: Evidence): SuggestedPlatform | undefined {
  const signs = platforms.flatMap((platform) => platform.signs ?? []);
  const seen = signs.flatMap((sign) => {
    const line = evidence[sign.seenIn].split(/\r?\n/).find((each) => sign.line.test(each));
    return line === undefined ? [] : [{ ...sign, line: line.trim() }];
  });
  const [best] = seen.toSorted((one, other) => other.confidence - one.confidence);
  if (best === undefined) return undefined;
  const { deviceType, seenIn, line } = best;
  const agreeing = seen.some((sign) => sign.deviceType === deviceType && sign.seenIn !== seenIn);
  const opposed = seen.some((sign) => sign.confidence === best.confidence && !isKin(sign.deviceType, deviceType));
  const confidence = opposed
    ? best.confidence / 2
    : agreeing
      ? Math.min(0.99, best.confidence + 0.04)
      : best.confidence;
  const member = recogniseMember(deviceType, evidence.answer)?.id ?? null;
  return { deviceType, member, confidence: Math.round(confidence * 100) / 100, seenIn, line: line.slice(0, 200) };
}
