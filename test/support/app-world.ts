import type { World } from '../../electron/compose/world';
import { createRedactor } from '../../electron/compose/first-parts';
import { openPlainJsonFile } from '../../electron/engine/store/json-file';
import { systemClock } from '../../electron/node-clock';
import { nodeHttp } from '../../electron/node-http';
import { nodeMail } from '../../electron/node-mail';
import { systemRandom } from '../../electron/node-ports';
import { nodeTexts } from '../../electron/node-texts';
import { silentLog } from './silent-log';

/** What the app stands on, in plain Node: real files, devices and services, and a desktop that answers nothing. */
export function appWorld(dataFolder: string, more: Partial<World> = {}): World {
  const redactor = createRedactor();
  return {
    clock: systemClock,
    log: silentLog,
    random: systemRandom,
    http: nodeHttp,
    mail: nodeMail,
    notice: () => undefined,
    shell: {
      pickFile: () => Promise.resolve(null),
      pickTarget: () => Promise.resolve(null),
      choose: ({ buttons }) => Promise.resolve(buttons.length - 1),
      open: () => Promise.resolve(),
      setStartAtLogin: () => undefined,
    },
    keyStore: {
      isAvailable: () => Promise.resolve(false),
      wrap: () => Promise.reject(new Error('none')),
      unwrap: () => Promise.reject(new Error('none')),
    },
    openFile: openPlainJsonFile,
    redactor,
    texts: nodeTexts(redactor),
    dataFolder,
    version: '0.0.0',
    runtime: 'node',
    platform: process.platform,
    onEvents: () => undefined,
    onOutbox: () => undefined,
    onState: () => undefined,
    ...more,
  };
}
