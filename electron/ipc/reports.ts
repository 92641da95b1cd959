import { existsSync, readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Handlers } from '../../shared/contract/define';
import type { reportsContract } from '../../shared/contract/reports';
import { AppError } from '../../shared/errors';
import type { RunId } from '../../shared/model/ids';
import type { ReportFile } from '../../shared/model/report';
import type { Run } from '../../shared/model/run';
import { bundleName } from '../engine/reports/bundle';
import { formats } from '../engine/registries.generated';
import type { Services } from './services';

export function reportsHandlers(services: Services): Handlers<typeof reportsContract> {
  const { ledger, shell } = services;
  const runOf = (runId: RunId): Run => {
    const run = ledger.runs.find(runId);
    if (run === undefined) throw new AppError('run.not-found');
    return run;
  };
  const fileOf = (runId: RunId, format: string): string => {
    const run = runOf(runId);
    const file = filesOf(run).find((each) => each.format === format);
    if (file === undefined) throw new AppError('report.not-found', { file: format });
    return join(run.folder, file.name);
  };
  return {
    'reports.list': ({ limit }) =>
      ledger.runs.list(limit).map((run) => ({ run, files: filesOf(run), messages: [...ledger.outbox.ofRun(run.id)] })),
    'reports.html': async ({ runId }) => ({ html: await readFile(fileOf(runId, 'html'), 'utf8') }),
    'reports.docx': async ({ runId }) => ({ base64: (await readFile(fileOf(runId, 'docx'))).toString('base64') }),
    'reports.openFolder': ({ runId }) => open(shell, runOf(runId).folder),
    'reports.openFile': ({ runId, format }) => open(shell, fileOf(runId, format)),
    'reports.sendAgain': async ({ runId, channelIds }) => ({
      queued: await services.sendAgain(runOf(runId).id, channelIds),
    }),
  };
}

async function open(shell: Services['shell'], path: string): Promise<void> {
  if (!existsSync(path)) throw new AppError('report.not-found', { file: path });
  await shell.open(path);
}

/** The report files that are in the run's folder now; a user may have moved or removed some. */
function filesOf(run: Run): ReportFile[] {
  if (!existsSync(run.folder)) return [];
  const names = new Set(readdirSync(run.folder));
  const known = [
    ...formats.map(({ id, fileName }) => ({ format: id, name: fileName })),
    { format: 'bundle', name: bundleName },
  ];
  return known
    .filter(({ name }) => names.has(name))
    .map(({ format, name }) => ({ format, name, bytes: statSync(join(run.folder, name)).size }));
}
