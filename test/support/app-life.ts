import { writeSync } from 'node:fs';
import * as z from 'zod';
import { compose } from '../../electron/compose';
import { appWorld } from './app-world';

/**
 * One life of the app in a process of its own, without its desktop: starts, takes up what the last life left, inspects
 * every device once, sends, and ends. Arguments: data folder, inventory file, channels as JSON. Lines on stdout tell how
 * far it is.
 */
const [, , data = '', inventoryPath = '', channels = '[]'] = process.argv;
const say = (line: string): void => void writeSync(1, `${line}\n`);
const turn = (key: Uint8Array) => Promise.resolve(key.map((byte) => byte ^ 0x5a));
const plain = appWorld(data);
let ended = (): void => undefined;
const end = new Promise<void>((resolve) => (ended = resolve));
const app = compose({
  ...plain,
  shell: { ...plain.shell, pickFile: () => Promise.resolve(inventoryPath) },
  keyStore: { isAvailable: () => Promise.resolve(true), wrap: turn, unwrap: turn },
  onEvents: (events) => {
    if (events.some(({ kind }) => kind === 'run-finished')) ended();
  },
});

async function live(): Promise<void> {
  const { handlers, services } = app;
  await app.start();
  say('started');
  if (services.inventory.list().length === 0) {
    const preview = await handlers['devices.importPick'](undefined);
    await handlers['devices.importConfirm']({ token: preview?.token ?? '' });
  }
  const Channels = z.array(z.looseObject({ name: z.string() }));
  const saved = new Set(services.settings.get().channels.map(({ name }) => name));
  for (const channel of Channels.parse(JSON.parse(channels))) {
    // The contract checks it, as it checks what a window sends.
    if (!saved.has(channel.name)) await handlers['channels.save'](channel as never);
  }
  await handlers['runs.start']({ deviceIds: [] });
  await end;
  await services.outbox.idle();
  await app.stop();
  say('done');
}

void live();
