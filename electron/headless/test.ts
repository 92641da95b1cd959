import { translate } from '../../shared/i18n/translate';
import { testDevice } from '../engine/run/test-device';
import { createRedactor } from '../engine/text/redact';
import { openSession } from '../engine/session/open-session';
import { defaultSettings } from '../../shared/model/settings';
import { systemClock } from '../node-clock';
import { stderrLog } from '../node-ports';
import { parseFile } from './arguments';
import { exitCodes, processConsole } from './console';
import { readInventoryFile } from './inventory-file';
import { rungsOf } from '../../shared/model/connection-test';
import { testLines } from './test-lines';

/** `headless test`: how far every device of a file lets one in, rung by rung. */
export async function testCommand(words: readonly string[]): Promise<number> {
  const { file, json, locale = 'zh-CN' } = parseFile(words);
  const console = processConsole(locale);
  const secrets = new Map<string, string>();
  const redactor = createRedactor();
  const { devices, all } = await readInventoryFile(file, [], (text, ref) => {
    redactor.register(text);
    secrets.set(ref, text);
    return ref;
  });
  // Keys are looked at, not remembered: the first run asks for them.
  const hostKeys = { find: () => undefined, trustNew: () => true };
  const log = stderrLog(redactor.blank);
  const ports = {
    clock: systemClock,
    log,
    hostKeys,
    openSession,
    secrets: { read: (ref: string) => secrets.get(ref) },
    jumpHosts: () => all,
  };
  let broken = 0;
  for (const device of devices) {
    const test = await testDevice(device, defaultSettings().budgets, ports);
    if (test.broken !== null) broken += 1;
    if (json) {
      const words = test.code === null ? null : translate(locale, `error.${test.code}`, test.params);
      const next = test.broken === null ? null : translate(locale, `test.next.${test.broken}`);
      const rungs = rungsOf(device.protocol, test);
      console.out(JSON.stringify({ device: device.name, host: device.host, ...test, rungs, words, next }));
    } else for (const line of testLines(device, test, locale)) console.out(line);
  }
  return broken > 0 ? exitCodes.findings : exitCodes.allPass;
}
