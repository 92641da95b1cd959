import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defaultSettings } from '../../shared/model/settings';
import { AppError } from '../../shared/errors';
import { translate } from '../../shared/i18n/translate';
import { tellFiles } from '../compose/tell-redactor';
import { recordDevice } from '../engine/run/record-device';
import { writeRecording } from '../engine/run/recording';
import { openSession } from '../engine/access/open-session';
import { SessionError } from '../engine/session/session';
import { NameClaims, safeName } from '../engine/store/safe-name';
import { systemClock } from '../node-clock';
import { stderrLog } from '../node-ports';
import { parseRecord } from './arguments';
import { exitCodes, processConsole } from './console';
import { hostKeysOf } from './host-keys';
import { readInventoryFile } from './inventory-file';
import { filter, redactor } from './process-text';

/** `headless record`: a scrubbed recording of a session with every device of a file, one folder each. */
export async function recordCommand(words: readonly string[]): Promise<number> {
  const { file, out, json, locale = 'zh-CN', ...keys } = parseRecord(words);
  const console = processConsole(locale);
  const secrets = new Map<string, string>();
  const { devices, all } = await readInventoryFile(file, [], (text, ref) => {
    secrets.set(ref, text);
    return ref;
  });
  tellFiles({ devices: all }, secrets, redactor);
  const log = stderrLog(filter.text);
  const ports = {
    clock: systemClock,
    log,
    hostKeys: hostKeysOf(keys, log),
    openSession,
    secrets: { read: (ref: string) => secrets.get(ref) },
    jumpHosts: () => all,
  };
  const claims = new NameClaims();
  // The folder is called after the device's type: its name is what a recording must not tell.
  const freeFolder = (type: string): string => {
    const folder = join(out, claims.claim(safeName(type, 'device')));
    return existsSync(folder) ? freeFolder(type) : folder;
  };
  let failed = 0;
  for (const device of devices) {
    try {
      const recording = await recordDevice(device, defaultSettings().budgets, { ...ports, known: redactor.known });
      const folder = freeFolder(device.platform);
      await writeRecording(folder, recording);
      const commands = recording.size - 1;
      if (json) console.json({ device: device.name, folder, commands });
      else console.out([device.name, folder, commands].join('\t'));
    } catch (error) {
      // One device that cannot be recorded is told; the others are still recorded.
      if (!(error instanceof SessionError) && !(error instanceof AppError)) throw error;
      if (error.code !== 'device.is-bastion') failed += 1;
      const cause = translate(locale, `error.${error.code}`, error.params);
      if (json) console.json({ device: device.name, folder: null, code: error.code, words: cause });
      else console.out([device.name, cause].join('\t'));
    }
  }
  return failed > 0 ? exitCodes.findings : exitCodes.allPass;
}
