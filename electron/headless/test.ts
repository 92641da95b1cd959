import { translate } from '../../shared/i18n/translate';
import { SecretRef } from '../../shared/model/ids';
import { tellFiles } from '../compose/tell-redactor';
import { testDevice } from '../engine/run/test-device';
import { openSessionWith } from '../engine/access/open-session';
import { systemClock } from '../node-clock';
import { stderrLog } from '../node-ports';
import { parseTest } from './arguments';
import { exitCodes, processConsole } from './console';
import { hostKeysOf } from './host-keys';
import { readInventoryFile } from './inventory-file';
import { filter, redactor } from './process-text';
import { readSettingsFile } from './settings-file';
import { rungsOf } from '../../shared/model/connection-test';
import { testLines } from './test-lines';

/** `headless test`: how far every device of a file lets one in, rung by rung. */
export async function testCommand(words: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const { file, json, ...asked } = parseTest(words);
  const secrets = new Map<string, string>();
  const keep = (text: string, ref: SecretRef) => {
    redactor.register(text);
    secrets.set(ref, text);
    return ref;
  };
  const settings = readSettingsFile(asked.settings, env, (text) =>
    keep(text, SecretRef.parse(`settings.${secrets.size}`)),
  );
  const locale = asked.locale ?? settings.locale;
  const console = processConsole(locale);
  const { devices, all } = await readInventoryFile(file, [], keep);
  tellFiles({ devices: all, channels: settings.channels }, secrets, redactor);
  const log = stderrLog(filter.text);
  const ports = {
    clock: systemClock,
    log,
    hostKeys: hostKeysOf(asked, log),
    openSession: openSessionWith(() => settings.allowFtp),
    secrets: { read: (ref: string) => secrets.get(ref) },
    jumpHosts: () => all,
  };
  let broken = 0;
  for (const device of devices) {
    const test = await testDevice(device, settings.budgets, ports);
    if (test.broken !== null) broken += 1;
    if (json) {
      const words = test.code === null ? null : translate(locale, `error.${test.code}`, test.params);
      const next = test.broken === null ? null : translate(locale, `test.next.${test.broken}`);
      const rungs = rungsOf(device.protocol, test);
      console.json({ device: device.name, host: device.host, ...test, rungs, words, next });
    } else for (const line of testLines(device, test, locale)) console.out(line);
  }
  return broken > 0 ? exitCodes.findings : exitCodes.allPass;
}
