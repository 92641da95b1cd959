import type { SuggestedPlatform } from '../../../shared/contract/devices';
import { membersFor, recogniseMember } from './platform-lookup';

/** What a device of an unknown type has said. */
export type Evidence = { readonly banner: string; readonly prompt: string; readonly answer: string };

type Sign = {
  readonly deviceType: string;
  /** Where it counts: an answer's own words say more than a welcome text that anybody may have typed. */
  readonly seenIn: SuggestedPlatform['seenIn'];
  readonly line: RegExp;
  readonly confidence: number;
};

const words = (deviceType: string, line: RegExp): readonly Sign[] => [
  { deviceType, seenIn: 'answer', line, confidence: 0.95 },
  { deviceType, seenIn: 'banner', line, confidence: 0.8 },
];
const refusal = (deviceType: string, line: RegExp): Sign => ({ deviceType, seenIn: 'answer', line, confidence: 0.6 });
const prompt = (deviceType: string, line: RegExp): Sign => ({ deviceType, seenIn: 'prompt', line, confidence: 0.4 });

/** Of two signs of equal weight the first one counts: the narrower name stands before the wider one. */
const signs: readonly Sign[] = [
  ...words('huawei_usg', /^(?=.*\bHuawei\b).*\b(?:USG|Eudemon|NGFW)|^(?:USG|Eudemon)\d.*\buptime\b/i),
  ...words('huawei_vrp', /\bHuawei (?:Versatile Routing Platform|YunShan OS)\b|\bVRP \(R\) software\b/i),
  ...words('hp_comware', /\b(?:H3C|HPE?|3Com) Comware\b|\bComware (?:Platform )?Software\b/i),
  ...words('alcatel_aos', /\bAlcatel-Lucent\b|\bOmniSwitch\b/i),
  ...words('cisco_nxos', /\bCisco Nexus Operating System\b|\bNX-OS\b/i),
  ...words('cisco_asa', /\bCisco Adaptive Security Appliance\b/i),
  ...words('cisco_ios', /\bCisco IOS\b|\bCisco Internetwork Operating System\b/i),
  ...words('juniper_junos', /^(?:JUNOS|Junos:)\s|^--- JUNOS\b/),
  ...words('fortinet', /\bForti(?:Gate|OS|WiFi)\b/i),
  ...words('paloalto_panos', /\bPAN-OS\b|\bPalo Alto Networks\b|^sw-version:/i),
  ...words('hillstone_stoneos', /\bHillstone\b|\bStoneOS\b/i),
  ...words('ruijie_os', /\bRuijie\b|\bRGOS\b/i),
  ...words('linux', /\bshow: (?:command )?not found\b|^Linux \S+ \d|\bGNU\/Linux\b/),
  refusal('alcatel_aos', /^ERROR: Invalid entry: "/),
  refusal('fortinet', /^Unknown action 0\s*$/),
  refusal('paloalto_panos', /^\s*Invalid syntax\.\s*$/),
  prompt('alcatel_aos', /->\s?$/),
  prompt('juniper_junos', /^[\w.-]+@[\w.-]+>\s?$/),
];

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
