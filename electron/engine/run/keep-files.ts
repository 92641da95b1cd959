import { AppError } from '../../../shared/errors';
import { translate } from '../../../shared/i18n/translate';
import type { Device } from '../../../shared/model/device';
import type { RunId } from '../../../shared/model/ids';
import type { CommandRecord, FileRecord } from '../../../shared/model/run';
import type { Settings } from '../../../shared/model/settings';
import type { Clock, Log } from '../ports';
import type { SnapshotInput } from '../store/ledger/ledger';
import type { RunFolder } from '../store/run-folder';
import { withCutMark } from '../text/cut-mark';
import type { Collected } from './collect';
import type { Inspection } from './inspect-texts';

/** What was written of a device, and what stood in the way of the rest. */
export type KeptFiles = {
  readonly commands: readonly CommandRecord[];
  readonly records: readonly FileRecord[];
  readonly snapshots: readonly SnapshotInput[];
  readonly failure: AppError | undefined;
};

type KeepOrder = {
  readonly runId: RunId;
  readonly device: Device;
  readonly folder: RunFolder;
  readonly settings: Pick<Settings, 'locale'>;
};
type KeepPorts = {
  readonly clock: Clock;
  readonly log: Log;
  readonly seal: ((bytes: Uint8Array, context: string) => Uint8Array) | undefined;
};

/** Writes transcripts and configurations of one device. Does not throw: a file that failed does not lose the others. */
export async function keepFiles(
  order: KeepOrder,
  ports: KeepPorts,
  collected: Collected,
  inspection: Inspection,
): Promise<KeptFiles> {
  const failures: AppError[] = [];
  const tried = async <T>(work: () => Promise<T>): Promise<T | undefined> => {
    try {
      return await work();
    } catch (cause) {
      failures.push(failureOf(cause, { runId: order.runId, device: order.device }, ports));
      return undefined;
    }
  };
  const paths = await tried(() => writeTranscripts(order, inspection));
  const records: FileRecord[] = [];
  const shown = new Map(inspection.order.copies.map(({ path }, index) => [path, inspection.texts.copies[index]]));
  for (const { path, bytes, sha256, way, lost } of collected.files) {
    const copy = shown.get(path);
    // A text that could not be blanked is sealed below, and is not written in the open.
    if (copy === undefined) continue;
    const saved = await tried(() => order.folder.writeConfig(order.device, path, copy));
    if (saved !== undefined) records.push({ path, bytes: bytes.length, sha256, saved, way, ...(lost && { lost }) });
  }
  return {
    commands: inspection.order.outputs.map(({ command, text, end, ms }, index) => {
      const transcript = paths?.get(index + 1) ?? null;
      return { command, end, ms, bytes: Buffer.byteLength(text), transcript };
    }),
    records,
    snapshots: snapshotsOf(order, ports, collected),
    failure: failures[0],
  };
}

/** What stood in the way of keeping the result of a device, after it was logged. */
export function failureOf(
  cause: unknown,
  { runId, device }: { readonly runId: RunId; readonly device: Pick<Device, 'id'> },
  { log }: Pick<KeepPorts, 'log'>,
): AppError {
  const failure = cause instanceof AppError ? cause : new AppError('internal');
  // A full disk is no mistake of ours: its code says all.
  const mistake = cause instanceof AppError ? undefined : cause;
  log.error('result of a device not kept', { deviceId: device.id, runId, code: failure.code }, mistake);
  return failure;
}

/** @returns paths by the command's place in the list, from 1 */
async function writeTranscripts(
  { folder, device, settings }: KeepOrder,
  { order, texts }: Inspection,
): Promise<ReadonlyMap<number, string>> {
  const words = translate(settings.locale, 'transcript.cut');
  const spoken = order.outputs
    .map(({ command, end }, index) => {
      const isPartial = end === 'partial' || end === 'unknown';
      return { number: index + 1, command, text: texts.transcripts[index] ?? '', isPartial };
    })
    .filter(({ text }) => text !== '')
    .map((each) => (each.isPartial ? { ...each, text: withCutMark(each.text, words) } : each));
  const paths = await folder.writeTranscripts(device, spoken);
  return new Map(spoken.flatMap(({ number }, index) => (paths[index] === undefined ? [] : [[number, paths[index]]])));
}

function snapshotsOf({ device, runId }: KeepOrder, { seal, clock }: KeepPorts, { files }: Collected): SnapshotInput[] {
  if (seal === undefined) return [];
  return files.map(({ path, bytes, sha256 }) => {
    const sealed = seal(bytes, `config/${device.id}${path}`);
    return { deviceId: device.id, runId, path, sha256, bytes: bytes.length, takenAt: clock.now(), sealed };
  });
}
