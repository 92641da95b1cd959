import { join } from 'node:path';
import { AppError } from '../../../shared/errors';
import type { Report, ReportFile } from '../../../shared/model/report';
import { bundleEntries, bundleName, writeBundle, type PourWhole } from './bundle';
import type { Format } from './format';
import { json } from './json';

/** A step that begins: the format's id or `bundle`. */
export type ReportStep = { readonly step: string; readonly done: number; readonly total: number };

export type WriteReportsInput = {
  readonly report: Report;
  /** The run's folder, which already holds transcripts and configurations. */
  readonly folder: string;
  /** The formats to write; `report.json` is always written, named or not. */
  readonly formats: readonly Format[];
  /** False leaves the zip out. */
  readonly withBundle?: boolean;
  /** Called before a file of the folder is written; throws where it must not be. */
  readonly claim: (name: string) => void;
  /** Writes a whole file or none (`writeWhole`). */
  readonly write: (path: string, content: Uint8Array) => Promise<void>;
  readonly pour: PourWhole;
  readonly onStep?: (step: ReportStep) => void;
  /** Told of a format that failed, so that the others are still written; without it the first failure is thrown. */
  readonly onProblem?: (format: string, cause: AppError) => void;
};

/**
 * Writes the chosen reports, `report.json`, and the zip of the whole run, in this order of need: the machine's report
 * first. A file is listed only when it is whole.
 *
 * @throws AppError `report.write-failed`
 */
export async function writeReports(input: WriteReportsInput): Promise<ReportFile[]> {
  const { report, folder, onStep, withBundle = true } = input;
  const formats = [json, ...input.formats.filter(({ id }) => id !== json.id)];
  const total = formats.length + (withBundle ? 1 : 0);
  const files: ReportFile[] = [];
  for (const [done, format] of formats.entries()) {
    onStep?.({ step: format.id, done, total });
    const file = await attempt(input, format.id, format.fileName, async () => {
      const content = await format.write(report);
      await input.write(join(folder, format.fileName), content);
      return content.byteLength;
    });
    if (file !== undefined) files.push(file);
  }
  if (!withBundle) return files;
  onStep?.({ step: 'bundle', done: total - 1, total });
  const bundle = await attempt(input, 'bundle', bundleName, async () => {
    // The people's reports before the machine's.
    const [machine, ...people] = files.map(({ name }) => name);
    const names = machine === undefined ? people : [...people, machine];
    // The folder may hold files of earlier runs and of the user.
    const own = new Set([...names, ...filesOf(report)]);
    const entries = (await bundleEntries(folder, names)).filter((path) => own.has(path));
    return writeBundle(
      folder,
      join(folder, bundleName),
      entries,
      report.run.endedAt ?? report.run.startedAt,
      input.pour,
    );
  });
  if (bundle !== undefined) files.push(bundle);
  return files;
}

/** Transcripts and configurations that the report tells of, as paths below the run's folder. */
function filesOf({ devices }: Report): readonly string[] {
  return devices.flatMap(({ commands, files }) =>
    [...commands.map(({ transcript }) => transcript), ...files.map(({ saved }) => saved)].filter(
      (path) => path !== null,
    ),
  );
}

async function attempt(
  input: WriteReportsInput,
  format: string,
  name: string,
  work: () => Promise<number>,
): Promise<ReportFile | undefined> {
  try {
    input.claim(name);
    return { format, name, bytes: await work() };
  } catch (cause) {
    const failure = new AppError('report.write-failed', { file: name, detail: reasonOf(cause) }, { cause });
    if (input.onProblem === undefined) throw failure;
    // The other reports of the run must not be lost with this one.
    input.onProblem(format, failure);
    return undefined;
  }
}

function reasonOf(cause: unknown): string {
  if (cause instanceof AppError) return cause.code;
  if (cause instanceof Error && 'code' in cause && typeof cause.code === 'string') return cause.code;
  return cause instanceof Error ? cause.name : 'unknown';
}
