import { join } from 'node:path';
import type { Mail } from '../engine/channels/channel';
import { keptAttachments } from '../engine/delivery/kept-attachments';
import { createOutbox, type Outbox } from '../engine/delivery/outbox';
import type { Clock, DesktopNotice, Http, Log, Random, SecretReader } from '../engine/ports';
import { channels } from '../engine/registries.generated';
import { afterRun } from '../engine/run/after-run';
import { createRunBus, type RunBus } from '../engine/run/events';
import { createRunner, type Runner } from '../engine/run/runner';
import { openSessionWith } from '../engine/access/open-session';
import type { HostKeys } from '../engine/session/session';
import type { Ledger } from '../engine/store/ledger/ledger';
import type { RunFolder } from '../engine/store/run-folder';
import { createFilter } from '../engine/text/filter';
import type { Redactor } from '../engine/text/redact';
import type { TextWork } from '../engine/workers/text-work';
import type { OutboxEntry } from '../../shared/model/channel';
import type { Device } from '../../shared/model/device';
import type { RunId } from '../../shared/model/ids';
import type { Outcome, Run } from '../../shared/model/run';
import type { Settings } from '../../shared/model/settings';

/** What differs between the app and the command line. */
export type EngineParts = {
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Random;
  readonly http: Http;
  readonly mail: Mail;
  readonly notice: DesktopNotice;
  readonly ledger: Ledger;
  readonly secrets: SecretReader;
  readonly seal: ((bytes: Uint8Array, context: string) => Uint8Array) | undefined;
  readonly redactor: Redactor;
  readonly texts: TextWork;
  readonly hostKeys: HostKeys;
  /** The devices that may be named as jump hosts. */
  readonly jumpHosts: () => readonly Device[];
  readonly settings: () => Settings;
  readonly folderFor: (runId: RunId, devices: readonly Device[]) => RunFolder;
  /** Where the program keeps its own files. */
  readonly dataFolder: string;
  readonly version: string;
  readonly withMessages: boolean;
  readonly withReport: boolean;
  readonly onOutboxChange: (entry: OutboxEntry) => void;
  readonly onOutcome?: (outcome: Outcome) => void;
  /** Called after the reports of a run are written and its messages queued. */
  readonly afterReports: (run: Run) => Promise<void>;
};

export type Engine = {
  readonly bus: RunBus;
  readonly runner: Runner;
  readonly outbox: Outbox;
};

/** Joins the engine's parts. */
export function composeEngine(parts: EngineParts): Engine {
  const { clock, log, random, ledger, redactor, settings } = parts;
  const filter = createFilter(redactor);
  const bus = createRunBus(clock, filter.all);
  const outbox = createOutbox({
    ledger,
    channels,
    configs: () => settings().channels,
    secrets: parts.secrets,
    world: { http: parts.http, mail: parts.mail, clock, random, tokens: new Map() },
    clock,
    log,
    locale: () => settings().locale,
    redact: filter.text,
    clean: filter.all,
    onChange: parts.onOutboxChange,
  });
  const attachments = keptAttachments(join(parts.dataFolder, 'attachments'), ledger);
  const runner = createRunner({
    openSession: openSessionWith(() => settings().allowFtp),
    hostKeys: parts.hostKeys,
    jumpHosts: parts.jumpHosts,
    clock,
    log,
    random,
    ledger,
    bus,
    secrets: parts.secrets,
    seal: parts.seal,
    filter,
    texts: parts.texts,
    folderFor: parts.folderFor,
    onOutcome: parts.onOutcome,
    afterRun: async ({ run, outcomes, order, stream }) => {
      const { withMessages, withReport } = parts;
      const afterOrder = { run, outcomes, settings: order.settings, withMessages, withReport, stream };
      try {
        await afterRun(afterOrder, {
          ledger,
          log,
          outbox,
          attachments,
          texts: parts.texts,
          notice: parts.notice,
          version: parts.version,
        });
      } finally {
        await parts.afterReports(run);
        attachments.prune();
      }
    },
  });
  return { bus, runner, outbox };
}
