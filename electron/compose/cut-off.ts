import { mkdirSync } from 'node:fs';
import type { Run } from '../../shared/model/run';
import { countVerdicts } from '../../shared/model/verdict';
import { cutOffMessage } from '../engine/delivery/compose-message';
import type { DesktopNotice } from '../engine/ports';
import { writeRunReports } from '../engine/run/after-run';
import type { TextWork } from '../engine/workers/text-work';
import type { Services } from '../ipc/services';

/**
 * A run that the last life of the program did not end: what was found until then gets its report, and everybody who
 * waits for the run's message is told that it was cut off.
 */
export async function cutOffNews(
  run: Run,
  services: Services,
  world: { readonly notice: DesktopNotice; readonly texts: TextWork; readonly version: string },
): Promise<void> {
  const { ledger, settings, outbox, log, clock } = services;
  const { locale, report, desktopNotice } = settings.get();
  const outcomes = ledger.outcomes.ofRun(run.id);
  const verdicts = outcomes.map(({ verdict }) => verdict);
  const counts = countVerdicts(verdicts);
  const ended: Run = { ...run, state: 'cut-off', endedAt: clock.now(), counts };
  mkdirSync(run.folder, { recursive: true });
  await writeRunReports(
    { run: ended, locale, options: report },
    { ledger, log, texts: world.texts, version: world.version },
  );
  const message = cutOffMessage(ended, verdicts, locale);
  outbox.enqueue(message);
  // Last: killed before this line, the run is found again at the next start, and its message is queued only once.
  ledger.runs.finish(run.id, ended);
  if (desktopNotice) world.notice({ title: message.title, body: message.notice });
  log.warn('run was cut off', { runId: run.id, devices: run.devices, done: outcomes.length });
}
