import { translate } from '../../shared/i18n/translate';
import type { Device, Protocol } from '../../shared/model/device';
import type { Phase } from '../../shared/model/run';
import type { Locale } from '../../shared/model/text';
import { platformLabel } from '../engine/judge/platform-lookup';
import type { DeviceTestResult } from '../engine/run/test-device';

const ladders: Readonly<Record<Protocol, readonly Phase[]>> = {
  ssh: ['tcp', 'banner', 'kex', 'host-key', 'auth', 'shell', 'prompt', 'privilege', 'pager', 'files'],
  telnet: ['tcp', 'banner', 'auth', 'prompt', 'privilege', 'pager', 'files'],
};

/** One step of the connection test; `n/a` where the device has nothing of the kind. */
export type Rung = { readonly rung: Phase; readonly state: 'passed' | 'broken' | 'unreached' | 'n/a' };

/** Every step of a protocol, in its order, with what became of it. */
export function rungsOf(protocol: Protocol, { passed, broken }: DeviceTestResult): readonly Rung[] {
  return ladders[protocol].map((rung) => {
    if (rung === broken) return { rung, state: 'broken' };
    if (passed.includes(rung)) return { rung, state: 'passed' };
    return { rung, state: broken === null ? 'n/a' : 'unreached' };
  });
}

/** A connection test for people: the device, a line a step, then the cause and the next step. */
export function testLines(device: Device, test: DeviceTestResult, locale: Locale): readonly string[] {
  const { name, host, port, protocol } = device;
  const lines = [`${name}\t${host.includes(':') ? `[${host}]` : host}:${port}\t${protocol}`];
  for (const { rung, state } of rungsOf(protocol, test)) {
    lines.push(`  ${translate(locale, `phase.${rung}`)}\t${translate(locale, `test.state.${state}`)}`);
    if (state !== 'broken') continue;
    const cause = translate(locale, `error.${test.code ?? 'internal'}`, test.params);
    lines.push(`    ${translate(locale, 'test.cause', { cause })}`);
    lines.push(`    ${translate(locale, 'test.next', { next: translate(locale, `test.next.${rung}`) })}`);
  }
  if (test.fileWay !== null) lines.push(`  ${translate(locale, 'test.way', { way: test.fileWay.toUpperCase() })}`);
  if (test.suggestedPlatform !== null) lines.push(`  ${suggestionLine(test.suggestedPlatform, locale)}`);
  return lines;
}

function suggestionLine(suggested: NonNullable<DeviceTestResult['suggestedPlatform']>, locale: Locale): string {
  const { deviceType, member, confidence, seenIn, line } = suggested;
  return translate(locale, 'test.suggested', {
    platform: platformLabel(member ?? deviceType, locale),
    deviceType,
    percent: Math.round(confidence * 100),
    seenIn: translate(locale, `test.seen.${seenIn}`),
    line,
  });
}
