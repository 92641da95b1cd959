import type { Protocol } from '../../../shared/model/device';
import type { Platform } from '../vendors/platform';
import type { Clock } from '../ports';
import type { CommandOutput, DeviceSession } from '../session/session';
import type { FilesFetched } from './capture-config';
import { fetchByWire, knowsFiles, type FilesByWire, type FilesOrder } from './fetch-by-wire';
import { fetchFiles } from './fetch-files';

export type EarlyFilesOrder = {
  readonly target: { readonly host: string; readonly protocol: Protocol };
  readonly signal: AbortSignal;
  readonly news: {
    progress(phase: 'files', what: string, done: number, total: number): void;
  };
};

/** Fetches a device's files beside its commands, from the moment on at which the answers tell which files there are. */
export class EarlyFiles {
  private early: Promise<FilesByWire> | undefined;
  private startedAt: number | undefined;
  private endedAt: number | undefined;
  private current: { readonly what: string; readonly done: number; readonly total: number } | undefined;
  /** How many answers there are, once all are there. */
  private answers: number | undefined;

  constructor(
    private readonly session: DeviceSession,
    private readonly platform: Platform | undefined,
    private readonly order: EarlyFilesOrder,
    private readonly clock: Clock,
  ) {}

  /** Begins once the answers suffice; does nothing before, and nothing a second time. */
  look(outputs: readonly CommandOutput[]): void {
    const { session, platform, clock } = this;
    if (platform === undefined || this.early !== undefined || !session.isOpen()) return;
    if (!knowsFiles(platform, outputs)) return;
    this.startedAt = clock.elapsed();
    this.early = fetchByWire(session, platform, [...outputs], this.filesOrder()).finally(() => {
      this.endedAt = clock.elapsed();
    });
    // Told to whoever waits for it in the end; until then nobody does.
    this.early.catch(() => undefined);
  }

  /**
   * Waits for what is on its way and fetches what is missing, once all answers are there.
   *
   * @returns `ms` the time that fetching took by itself; null where there was nothing to fetch
   */
  async finish(outputs: readonly CommandOutput[]): Promise<FilesFetched & { readonly ms: number | null }> {
    this.answers = outputs.length;
    this.tell();
    const early = await this.early;
    const before = (this.endedAt ?? 0) - (this.startedAt ?? 0);
    const startedAt = this.clock.elapsed();
    const fetched = await fetchFiles(this.session, this.platform, outputs, this.filesOrder(), early);
    const hasFiles = fetched.files.length + fetched.fileFailures.length > 0;
    return { ...fetched, ms: hasFiles ? before + this.clock.elapsed() - startedAt : null };
  }

  private filesOrder(): FilesOrder {
    const { target, signal } = this.order;
    const onFile: FilesOrder['onFile'] = (what, done, total) => {
      this.current = { what, done, total };
      this.tell();
    };
    return { host: target.host, protocol: target.protocol, signal, onFile };
  }

  /** While commands are running these are what people see; afterwards it is the file that is waited for. */
  private tell(): void {
    const { answers, current, order } = this;
    if (answers === undefined || current === undefined) return;
    order.news.progress('files', current.what, answers + current.done, answers + current.total);
  }
}
