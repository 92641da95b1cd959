import type { LiveEntry } from '../../state/live-run';
import type { Verdict } from '../../../shared/model/verdict';

/** What the list of a run is narrowed to. */
export type RunFilter = 'all' | 'waiting' | 'running' | Verdict;

/** The devices that match filter and search, in their order. */
export function filterRun(devices: readonly LiveEntry[], filter: RunFilter, search: string): readonly LiveEntry[] {
  const wanted = search.trim().toLowerCase();
  return devices.filter((entry) => {
    if (!matches(entry, filter)) return false;
    return wanted === '' || `${entry.device.name}\n${entry.device.host}`.toLowerCase().includes(wanted);
  });
}

const severity: readonly (Verdict | null)[] = ['fail', 'warn', 'unknown', null, 'pass'];

/** The devices of a run that is over, those that need somebody first; otherwise in the order they came in. */
export function worstFirst(devices: readonly LiveEntry[]): readonly LiveEntry[] {
  return devices.toSorted((one, other) => severity.indexOf(one.verdict) - severity.indexOf(other.verdict));
}

/** How many devices each filter would show. */
export function countFilters(devices: readonly LiveEntry[]): Readonly<Record<RunFilter, number>> {
  const counts: Record<RunFilter, number> = {
    all: devices.length,
    waiting: 0,
    running: 0,
    pass: 0,
    warn: 0,
    fail: 0,
    unknown: 0,
  };
  for (const entry of devices) {
    if (entry.state !== 'finished') counts[entry.state] += 1;
    else if (entry.verdict !== null) counts[entry.verdict] += 1;
  }
  return counts;
}

/** The first device of the worst verdict there is; undefined when all is well. */
export function worstOf(devices: readonly LiveEntry[]): LiveEntry | undefined {
  const find = (verdict: Verdict): LiveEntry | undefined => devices.find((entry) => entry.verdict === verdict);
  return find('fail') ?? find('warn') ?? find('unknown');
}

/** Milliseconds left at the pace so far; null until a few devices are done. */
export function timeLeft(elapsedMs: number, done: number, total: number): number | null {
  if (done < 3 || done >= total) return null;
  return (elapsedMs / done) * (total - done);
}

function matches(entry: LiveEntry, filter: RunFilter): boolean {
  if (filter === 'all') return true;
  if (filter === 'waiting' || filter === 'running') return entry.state === filter;
  return entry.state === 'finished' && entry.verdict === filter;
}
