import type { Finding } from '../../../shared/model/finding';
import type { Level } from '../../../shared/model/verdict';
import { plainFinding } from './judge-readings';
import type { PastInspection } from './past-inspection';

/** Checks whose parts are counted: supplies, fans, stack members. */
const counted: readonly string[] = ['power-supply', 'fan', 'chassis-status'];
const fitted: ReadonlySet<Level> = new Set(['pass', 'warn', 'fail']);

const partsOf = (findings: readonly Finding[], check: string): readonly Finding[] =>
  findings.filter((each) => each.check === check && each.subject !== '' && fitted.has(each.level));

/** How many parts the newest inspection that saw any expects: those it saw, or those it missed already. */
function expectedCount(history: readonly PastInspection[], check: string): number | undefined {
  for (const { findings } of history) {
    const seen = partsOf(findings, check).length;
    const missed = findings.find((each) => each.check === check && each.reason === 'fewer')?.limit;
    const expected = Math.max(seen, typeof missed === 'number' ? missed : 0);
    if (expected > 0) return expected;
  }
  return undefined;
}

/**
 * A part that is pulled out leaves no row, or an empty bay that is no fault by itself. What the device had at its last
 * inspection is expected again; fewer parts are 注意 until they are back. Nothing is said where the answer could not be
 * read, or where a part already stands out by itself.
 */
export function fewerParts(findings: readonly Finding[], history: readonly PastInspection[]): readonly Finding[] {
  return counted.flatMap((check) => {
    const own = findings.filter((each) => each.check === check);
    const [first] = own;
    const expected = expectedCount(history, check);
    if (first === undefined || expected === undefined) return [];
    if (own.some(({ level }) => level === 'unknown' || level === 'warn' || level === 'fail')) return [];
    const value = partsOf(own, check).length;
    if (value >= expected) return [];
    return [plainFinding({ check, level: 'warn', reason: 'fewer', value, limit: expected, proof: first.proof })];
  });
}
