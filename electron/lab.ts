import { rename, writeFile } from 'node:fs/promises';
import { AppError } from '../shared/errors';
import { translate } from '../shared/i18n/translate';
import type { Locale } from '../shared/model/text';
import { bastionBefore } from './lab/bastion/fleet';
import { faults } from './lab/faults';
import { startFleet } from './lab/fleet';
import type { Fleet, LabDevice } from './lab/device-spec';
import { inventoryFile } from './lab/inventory-file';
import { labArguments, type LabArguments } from './lab/lab-arguments';
import { loadPersonality, personalityIds } from './lab/personality';
import { startSinks, type Sinks } from './lab/sinks/start-sinks';
import { textTable } from '../shared/text-table';

/** Runs simulated devices until somebody stops them; returns the exit code. */
export async function lab(words: readonly string[], out: (line: string) => void = print): Promise<number> {
  try {
    const args = labArguments(words);
    if (args.isHelp) out(help(args.locale));
    else await serve(args, out);
    return 0;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    out(translate(words.includes('en') ? 'en' : 'zh-CN', `error.${error.code}`, error.params));
    return 64;
  }
}

async function serve(args: LabArguments, out: (line: string) => void): Promise<void> {
  const { locale } = args;
  const fleet = await startFleet(args.specs, { hostKeyDir: args.hostKeyDir });
  const before = args.bastion === undefined ? undefined : await bastionBefore(fleet.devices, args.bastion);
  const sinks = args.hasSinks ? await startSinks() : undefined;
  const stopped = stopSignal();
  out(table(fleet.devices, locale));
  if (args.inventory !== undefined) {
    await writeFile(`${args.inventory}.part`, inventoryFile(fleet.devices, before), { mode: 0o600 });
    await rename(`${args.inventory}.part`, args.inventory);
    out(translate(locale, 'lab.inventory', { path: args.inventory }));
  }
  if (before !== undefined) {
    const { host, port, username } = before.bastion;
    out(translate(locale, 'lab.bastion', { place: `${username}@${host}:${port}`, way: before.way }));
  }
  if (sinks !== undefined) out(translate(locale, 'lab.sinks', sinkAddresses(sinks)));
  out(translate(locale, 'lab.started', { devices: fleet.devices.length }));
  const report = sinks === undefined ? undefined : setInterval(newMessages(sinks, locale, out), 1000);
  await stopped;
  clearInterval(report);
  await Promise.all([before?.bastion.close(), fleet.close(), sinks?.close()]);
  out(translate(locale, 'lab.stopped', counts(fleet)));
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

function table(devices: readonly LabDevice[], locale: Locale): string {
  const heading = (['name', 'address', 'protocol', 'username', 'personality', 'fault', 'about'] as const).map(
    (column) => translate(locale, `lab.column.${column}`),
  );
  const rows = devices.map(({ name, host, port, protocol, username, personality, fault }) => [
    name,
    `${host}:${port}`,
    protocol,
    username,
    personality,
    fault ?? '-',
    (fault === undefined ? loadPersonality(personality) : faults[fault]).about[locale],
  ]);
  return textTable([heading, ...rows]);
}

function help(locale: Locale): string {
  const personalities = textTable(personalityIds().map((id) => [`  ${id}`, loadPersonality(id).about[locale]]));
  const faultRows = textTable(Object.entries(faults).map(([name, { about }]) => [`  ${name}`, about[locale]]));
  return translate(locale, 'lab.help', { personalities, faults: faultRows });
}

function sinkAddresses({ smtp, wxpusher, wecom }: Sinks) {
  return { smtp: `${smtp.host}:${smtp.port}`, wxpusher: wxpusher.url, wecom: wecom.url };
}

/** Tells each message once, as it arrives. */
function newMessages(sinks: Sinks, locale: Locale, out: (line: string) => void): () => void {
  let told = 0;
  return () => {
    const received = sinks.received();
    for (const { at, service, title, to } of received.slice(told))
      out(
        translate(locale, 'lab.received', {
          time: new Date(at).toLocaleTimeString(locale),
          service,
          title,
          to: to.join(', '),
        }),
      );
    told = received.length;
  };
}

function counts(fleet: Fleet) {
  const { connections, sessions, loggedOut } = fleet.stats();
  return { connections, sessions, loggedOut };
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}
