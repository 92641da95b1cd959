import { join, resolve } from 'node:path';
import { tellCutOff } from '../compose/cut-off';
import { composeEngine, type Engine } from '../compose/engine';
import { pruneRuns } from '../compose/stores';
import { tellFiles } from '../compose/tell-redactor';
import type { Clock, Log, SecretReader } from '../engine/ports';
import { within } from '../engine/run/within';
import { writeRunReports } from '../engine/run/after-run';
import { removeLeftovers } from '../engine/store/atomic-file';
import { createHostKeyStore } from '../engine/store/host-key-store';
import type { Ledger } from '../engine/store/ledger/ledger';
import { lockFolder } from '../engine/store/folder-lock';
import { openLedger } from '../engine/store/ledger/open-ledger';
import { markName } from '../engine/store/owned-files';
import { openRunFolder } from '../engine/store/run-folder';
import { createVault } from '../engine/store/sealed-vault';
import type { Vault } from '../engine/store/vault';
import type { Redactor } from '../engine/text/redact';
import { systemClock } from '../node-clock';
import { nodeHttp } from '../node-http';
import { nodeMail } from '../node-mail';
import { stderrLog, systemRandom } from '../node-ports';
import { nodeTexts } from '../node-texts';
import type { Device } from '../../shared/model/device';
import { SecretRef } from '../../shared/model/ids';
import type { Outcome, Run } from '../../shared/model/run';
import type { Settings } from '../../shared/model/settings';
import { countVerdicts, type Verdict } from '../../shared/model/verdict';
import { type RunArguments, parseRun } from './arguments';
import { exitCodes, processConsole, programName, type Console } from './console';
import { checkOutFolder, openOutFolder, type OutFolder } from './out-folder';
import { problemLine, readInventoryFile } from './inventory-file';
import { filter, redactor } from './process-text';
import {
  countMessages,
  deviceFinished,
  deviceLine,
  messageEvent,
  runFinished,
  type HeadlessEvent,
  type MessageCounts,
} from './run-events';
import { readSettingsFile } from './settings-file';

/** How long the end of a run waits for its messages; what waits longer stays in the outbox. */
const messagesMs = 120_000;
/** After a signal the process ends within two seconds, whatever hangs. */
const afterSignalMs = 1700;
/** What the end leaves for messages on the wire, and for what is still being printed; the next start takes them up. */
const lastWordsMs = 200;

/** `headless run`: one run over the devices of a file. Returns the exit code. */
export async function runCommand(words: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const order = parseRun(words);
  const parts = await openParts(order, env);
  const { settings, devices, ledger, console, clock } = parts;
  const end = createEnd();
  const engine = engineOf(order, parts, end);
  await tellOfCutOff(order, parts, engine);
  if (order.withMessages) engine.outbox.start();
  console.say('cli.started', { devices: devices.length, concurrency: settings.concurrency });
  const startedAt = clock.elapsed();
  const { fullConfigs } = order;
  const started = engine.runner.start({ devices, trigger: 'headless', settings, fullConfigs, withSkipped: false });
  parts.print({ event: 'run-started', run: started.run.id, devices: devices.length });
  const { id } = started.run;
  const finish = (counts: Run['counts']): MessageCounts => {
    const ms = clock.elapsed() - startedAt;
    const messages = countMessages(ledger.outbox.ofRun(id));
    parts.print(runFinished(counts, messages, ms));
    console.say('cli.finished', { ...counts, seconds: (ms / 1000).toFixed(1) });
    return messages;
  };
  let cancelLimit = (): void => undefined;
  const signal = onSignal((code) => {
    end.stop();
    engine.runner.cancel(id);
    // Sessions log out within a second; whatever hangs longer does not keep the process.
    cancelLimit = clock.after(afterSignalMs, () => {
      finish(countsUntilNow(parts));
      process.exit(code);
    });
  });
  const { failure } = await endOf(started.done);
  await within(engine.outbox.stop(), end.isStopped() ? lastWordsMs : afterSignalMs, clock);
  cancelLimit();
  const counts = countsUntilNow(parts);
  const messages = finish(counts);
  if (failure === undefined) parts.outFolder.finish();
  ledger.close();
  parts.release();
  if (failure !== undefined) throw failure;
  console.say('cli.written', { path: order.out });
  const code = signal.code() ?? exitCodeOf(counts, messages);
  // A service that does not answer keeps its socket open, and the socket the process.
  setTimeout(() => process.exit(code), lastWordsMs).unref();
  return code;
}

/** Whether somebody asked for the end; what waits for messages then waits no longer. */
type End = { readonly isStopped: () => boolean; readonly stopped: Promise<void>; readonly stop: () => void };

function createEnd(): End {
  let isStopped = false;
  let release = (): void => undefined;
  const stopped = new Promise<void>((resolve) => (release = resolve));
  const stop = () => {
    isStopped = true;
    release();
  };
  return { isStopped: () => isStopped, stopped, stop };
}

/** Runs of an earlier process that was killed are ended and told of, as the app does at its start. */
async function tellOfCutOff({ withMessages }: RunArguments, parts: Parts, { outbox }: Engine): Promise<void> {
  const { settings, redactor, console } = parts;
  const cutOff = await tellCutOff({
    ...parts,
    outbox,
    settings: () => settings,
    notice: () => undefined,
    texts: nodeTexts(redactor),
    version: process.env.XUNJIAN_VERSION ?? '',
    withMessages,
    withReport: false,
  });
  for (const { id, devices, counts } of cutOff) {
    const done = parts.ledger.outcomes.ofRun(id).length;
    parts.print({ event: 'run-cut-off', run: id, devices, ...counts });
    console.say('cli.cut-off', { run: id, devices, done });
  }
}

/** The end of a run; where its messages or its end could not be kept, what stood in the way. */
async function endOf(done: Promise<Run>): Promise<{ readonly failure: unknown }> {
  try {
    await done;
    return { failure: undefined };
  } catch (failure) {
    return { failure };
  }
}

/** What has been told of the devices; one without an outcome is unknown. */
function countsUntilNow({ told, devices }: Parts): Run['counts'] {
  const counts = countVerdicts(told);
  return { ...counts, unknown: counts.unknown + devices.length - told.length };
}

/** What one run works with, opened once. */
type Parts = {
  readonly clock: Clock;
  readonly log: Log;
  readonly redactor: Redactor;
  readonly vault: Vault;
  readonly secrets: SecretReader;
  readonly settings: Settings;
  readonly devices: readonly Device[];
  /** All devices of the file, also those that are not inspected. */
  readonly jumpHosts: readonly Device[];
  readonly ledger: Ledger;
  readonly data: string;
  readonly console: Console;
  readonly outFolder: OutFolder;
  /** Gives the folders back. */
  readonly release: () => void;
  /** Verdicts of the devices so far. */
  readonly told: Verdict[];
  /** Writes an event for scripts; nothing without `--json`. */
  readonly print: (event: HeadlessEvent | undefined) => void;
};

async function openParts(order: RunArguments, env: NodeJS.ProcessEnv): Promise<Parts> {
  checkOutFolder(order.out);
  const mark = resolve(order.out, markName);
  const data = resolve(order.data ?? mark);
  const locks = [...new Set([mark, data])].map((folder) => lockFolder(folder, programName));
  const outFolder = openOutFolder(order.out);
  removeLeftovers(data);
  const log = stderrLog(filter.text);
  const clock = systemClock;
  const path = join(data, 'vault.json');
  const vault = createVault({ path, keyStore: undefined, redactor, random: systemRandom, log });
  await openVault(vault, env.XUNJIAN_MASTER_PASSWORD);
  // They stand in the files of this very call, so they belong to what stands there; nothing of them is kept.
  const texts = new Map<SecretRef, string>();
  const keep = (text: string, ref: SecretRef) => {
    redactor.register(text);
    texts.set(ref, text);
    return ref;
  };
  const file = readSettingsFile(order.settings, env, (text) => keep(text, SecretRef.parse(`settings.${texts.size}`)));
  const settings = settingsOf(order, file);
  const console = processConsole(settings.locale);
  const { devices, all, preview } = await readInventoryFile(order.inventory, order.only, keep);
  tellFiles({ devices: all, channels: settings.channels }, texts, redactor);
  for (const problem of preview.problems) console.note(problemLine(problem, settings.locale));
  const { ledger } = openLedger(join(data, 'ledger.sqlite'), log);
  const print = (event: HeadlessEvent | undefined) => {
    if (order.json && event !== undefined) console.json(event);
  };
  const secrets: SecretReader = { read: (ref) => texts.get(ref) };
  return {
    clock,
    log,
    redactor,
    vault,
    secrets,
    settings,
    devices,
    jumpHosts: all,
    ledger,
    data,
    console,
    print,
    outFolder,
    release: () => locks.forEach((unlock) => unlock()),
    told: [],
  };
}

function engineOf(order: RunArguments, parts: Parts, end: End): Engine {
  const { clock, log, redactor, vault, settings, ledger, data, console, print } = parts;
  const version = process.env.XUNJIAN_VERSION ?? '';
  const texts = nodeTexts(redactor);
  const engine: Engine = composeEngine({
    clock,
    log,
    random: systemRandom,
    http: nodeHttp,
    mail: nodeMail,
    notice: () => undefined,
    ledger,
    secrets: parts.secrets,
    // The key of a session ends with it.
    seal: vault.status().mode === 'session' ? undefined : (bytes, context) => vault.seal(bytes, context),
    redactor,
    texts,
    jumpHosts: () => parts.jumpHosts,
    hostKeys: createHostKeyStore({ folder: data, log, mayTrustNew: () => order.acceptNewHostKeys, later: clock.after }),
    settings: () => settings,
    folderFor: (_runId, of) => openRunFolder(order.out, of),
    version,
    dataFolder: data,
    withMessages: order.withMessages,
    withReport: order.withReport,
    onOutcome: deviceTeller(parts),
    onOutboxChange: (entry) => {
      print(messageEvent(entry));
      tellMessage(entry.channelName, messageEvent(entry), console);
    },
    afterReports: async (run) => {
      await pruneRuns({ ledger, settings: { get: () => settings } }, { log, dataFolder: data });
      if (!order.withMessages) return;
      await within(Promise.race([engine.outbox.idle(), end.stopped]), messagesMs, clock);
      if (!order.withReport || end.isStopped()) return;
      // Written again: the first one was made before the messages were sent.
      const { locale, report } = settings;
      await writeRunReports({ run, locale, options: report, formats: ['json'] }, { ledger, log, texts, version });
    },
  });
  return engine;
}

function deviceTeller({ devices, settings, console, print, told }: Parts): (outcome: Outcome) => void {
  return (outcome) => {
    told.push(outcome.verdict);
    print(deviceFinished(outcome));
    deviceLine(outcome, told.length, devices.length, settings.locale, console);
  };
}

function settingsOf(order: RunArguments, file: Settings): Settings {
  const { budgets, report } = file;
  return {
    ...file,
    desktopNotice: false,
    locale: order.locale ?? file.locale,
    concurrency: order.concurrency ?? file.concurrency,
    budgets: {
      ...budgets,
      connectMs: order.connectMs ?? budgets.connectMs,
      commandMs: order.commandMs ?? budgets.commandMs,
      fileMs: order.commandMs === undefined ? budgets.fileMs : Math.min(budgets.fileMs, order.commandMs),
      deviceMs: order.deviceMs ?? budgets.deviceMs,
    },
    report: { ...report, formats: [...(order.formats ?? report.formats)] },
  };
}

/** With a master password configurations are sealed for later; without, the vault lives as long as the run. */
async function openVault(vault: Vault, password: string | undefined): Promise<void> {
  if (password === undefined || password === '') {
    vault.useSession();
    return;
  }
  const { isNew } = await vault.open();
  await (isNew ? vault.setPassword(password) : vault.unlock(password));
}

function tellMessage(channel: string, event: HeadlessEvent | undefined, console: Console): void {
  if (event?.event !== 'message') return;
  const reason = event.reason === null ? '' : `: ${event.reason}`;
  const key = `cli.message.${event.state}` as const;
  console.say('cli.message', { channel, state: console.word(key), reason });
}

function onSignal(stop: (code: number) => void): { code(): number | undefined } {
  let code: number | undefined;
  const listen = (signal: NodeJS.Signals, value: number) =>
    process.once(signal, () => {
      code = value;
      stop(value);
    });
  listen('SIGINT', 130);
  listen('SIGTERM', 143);
  return { code: () => code };
}

/** What was found comes first; the messages decide only where all is well. */
function exitCodeOf({ warn, fail, unknown }: Run['counts'], messages: MessageCounts): number {
  if (warn + fail > 0) return exitCodes.findings;
  if (unknown > 0) return exitCodes.unknown;
  return messages.refused + messages.maybe + messages.waiting > 0 ? exitCodes.untold : exitCodes.allPass;
}
