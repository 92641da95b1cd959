import type { ReportFinding } from '../../../shared/model/report';
import type { Level } from '../../../shared/model/verdict';

/** Findings of one check that stand at the same level. */
export type FindingGroup = {
  /** Unlike that of any other group of the device. */
  readonly key: string;
  readonly check: string;
  readonly title: string;
  readonly level: Level;
  readonly findings: readonly ReportFinding[];
};

/** What needs somebody, and what does not. */
export type GroupedFindings = {
  readonly troubles: readonly FindingGroup[];
  readonly good: readonly FindingGroup[];
  readonly notApplicable: readonly FindingGroup[];
};

const troubleOrder: readonly Level[] = ['fail', 'warn', 'unknown'];

/** Puts the findings of a check at a level together, the worst level first, checks in the order they were judged in. */
export function groupFindings(findings: readonly ReportFinding[]): GroupedFindings {
  const at = (level: Level): FindingGroup[] => groupsAt(findings, level);
  return { troubles: troubleOrder.flatMap(at), good: at('pass'), notApplicable: at('n/a') };
}

/** How many findings the groups hold. */
export function countFindings(groups: readonly FindingGroup[]): number {
  return groups.reduce((sum, group) => sum + group.findings.length, 0);
}

function groupsAt(findings: readonly ReportFinding[], level: Level): FindingGroup[] {
  const byCheck = new Map<string, ReportFinding[]>();
  for (const finding of findings) {
    if (finding.level !== level) continue;
    const key = `${level}/${finding.check}/${finding.title}`;
    const group = byCheck.get(key);
    if (group === undefined) byCheck.set(key, [finding]);
    else group.push(finding);
  }
  return [...byCheck].flatMap(([key, group]) => {
    const [first] = group;
    return first === undefined ? [] : [{ key, check: first.check, title: first.title, level, findings: group }];
  });
}
