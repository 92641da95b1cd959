import { translate } from '../../shared/i18n/translate';
import { rungsOf } from '../../shared/model/connection-test';
import type { Device } from '../../shared/model/device';
import type { Locale } from '../../shared/model/text';
import { platformLabel } from '../engine/judge/platform-lookup';
import type { DeviceTestResult } from '../engine/run/test-device';

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
