import type { Finding } from '../../../shared/model/finding';
import type { Level } from '../../../shared/model/verdict';
import { plainFinding } from './judge-readings';
import type { PastInspection } from './past-inspection';
import { sameCommand } from './platform-lookup';

/** Checks whose parts are counted: supplies, fans, stack members. */
const counted: readonly string[] = ['power-supply', 'fan', 'chassis-status'];
const fitted: ReadonlySet<Level> = new Set(['pass', 'warn', 'fail']);

/** Findings of a check on the answer to one command: another command that was asked beside it is another count. */
const ofAnswer = (findings: readonly Finding[], check: string, command: string): readonly Finding[] =>
  findings.filter((each) => each.check === check && sameCommand(each.proof.command, command));

const partsIn = (findings: readonly Finding[]): number =>
  findings.filter(({ subject, level }) => subject !== '' && fitted.has(level)).length;

/** How many parts the newest inspection that saw any expects: those it saw, or those it missed already. */
function expectedCount(history: readonly PastInspection[], check: string, command: string): number | undefined {
  for (const { findings } of history) {
    const own = ofAnswer(findings, check, command);
    const missed = own.find(({ reason }) => reason === 'fewer')?.limit;
    const expected = Math.max(partsIn(own), typeof missed === 'number' ? missed : 0);
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
  if (history.length === 0) return [];
  return counted.flatMap((check) => {
    const commands = new Set(findings.filter((each) => each.check === check).map(({ proof }) => proof.command));
    return [...commands].flatMap((command) => {
      const own = ofAnswer(findings, check, command);
      const [first] = own;
      const expected = expectedCount(history, check, command);
      if (first === undefined || expected === undefined) return [];
      if (own.some(({ level }) => level === 'unknown' || level === 'warn' || level === 'fail')) return [];
      const value = partsIn(own);
      if (value >= expected) return [];
      return [plainFinding({ check, level: 'warn', reason: 'fewer', value, limit: expected, proof: first.proof })];
    });
  });
}
