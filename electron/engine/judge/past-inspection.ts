import type { Finding } from '../../../shared/model/finding';
import type { Reading, ReadingKind } from '../../../shared/model/reading';
import { sameCommand } from './platform-lookup';

/** What an earlier inspection of the same device found. */
export type PastInspection = {
  /** When it began, epoch milliseconds. */
  readonly at: number;
  readonly readings: readonly Reading[];
  readonly findings: readonly Finding[];
};

/**
 * The readings of a kind that a command gave in the newest inspection where it gave any: an answer that was not read last
 * time is looked past.
 */
export function newestOf(
  history: readonly PastInspection[],
  kind: ReadingKind,
  command: string,
): { readonly at: number; readonly readings: readonly Reading[] } | undefined {
  for (const { at, readings } of history) {
    const own = readings.filter((reading) => reading.kind === kind && sameCommand(reading.command, command));
    if (own.length > 0) return { at, readings: own };
  }
  return undefined;
}
