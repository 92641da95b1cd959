import type { Run } from '../../shared/model/run';
import { countVerdicts } from '../../shared/model/verdict';
import { cutOffMessage } from '../engine/delivery/compose-message';
import type { Outbox } from '../engine/delivery/outbox';
import type { Clock, DesktopNotice, Log } from '../engine/ports';
import { writeRunReports } from '../engine/run/after-run';
import type { Ledger } from '../engine/store/ledger/ledger';
import { openRunFolder } from '../engine/store/run-folder';
import type { TextWork } from '../engine/workers/text-work';
import type { Settings } from '../../shared/model/settings';

/** How many of the newest runs are looked through for one that was cut off; there is at most one. */
const unendedRuns = 20;

export type CutOffParts = {
  readonly ledger: Ledger;
  readonly outbox: Pick<Outbox, 'enqueue'>;
  readonly settings: () => Settings;
  readonly clock: Clock;
  readonly log: Log;
  readonly notice: DesktopNotice;
  readonly texts: TextWork;
  readonly version: string;
  readonly withMessages: boolean;
  /** False where the folder of the run belongs to whoever named it: another run may be writing there. */
  readonly withReport: boolean;
};

/**
 * Ends the runs that the last life of the program did not end, and tells of each. Call it where no other process can be
 * running one of them.
 *
 * @returns the runs as they were ended
 */
export async function tellCutOff(parts: CutOffParts): Promise<readonly Run[]> {
  const { ledger, clock } = parts;
  const ended: Run[] = [];
  for (const run of ledger.runs.list(unendedRuns).filter(({ state }) => state === 'running')) {
    ended.push(await cutOffNews(run, parts));
  }
  return [...ended, ...ledger.runs.markCutOff(clock.now())];
}

/**
 * A run that the last life of the program did not end: what was found until then gets its report, and everybody who
 * waits for the run's message is told that it was cut off.
 */
async function cutOffNews(run: Run, parts: CutOffParts): Promise<Run> {
  const { ledger, outbox, log, clock, texts, version } = parts;
  const { locale, report, desktopNotice } = parts.settings();
  const outcomes = ledger.outcomes.ofRun(run.id);
  const verdicts = outcomes.map(({ verdict }) => verdict);
  const counts = countVerdicts(verdicts);
  const ended: Run = { ...run, state: 'cut-off', endedAt: clock.now(), counts };
  if (parts.withReport) {
    openRunFolder(run.folder).owned.tidy();
    await writeRunReports({ run: ended, locale, options: report }, { ledger, log, texts, version });
  }
  const message = cutOffMessage(ended, verdicts, locale);
  if (parts.withMessages) outbox.enqueue(message);
  // Last: killed before this line, the run is found again at the next start, and its message is queued only once.
  ledger.runs.finish(run.id, ended);
  if (desktopNotice) parts.notice({ title: message.title, body: message.notice });
  log.warn('run was cut off', { runId: run.id, devices: run.devices, done: outcomes.length });
  return ended;
}
