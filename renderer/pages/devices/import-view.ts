import type { ImportPreview, ImportProblem, ImportRow } from '../../../shared/model/import';

/** Numbers above the table of an import. */
export type ImportCounts = {
  readonly usable: number;
  readonly fresh: number;
  readonly update: number;
  readonly same: number;
  readonly left: number;
  readonly errors: number;
  readonly warnings: number;
};

/** Counts of an import: rows by what becomes of them, problems by severity. */
export function importCounts({ rows, problems }: Pick<ImportPreview, 'rows' | 'problems'>): ImportCounts {
  const usable = rows.filter((row) => row.isUsable);
  const effect = (kind: ImportRow['effect']): number => usable.filter((row) => row.effect === kind).length;
  return {
    usable: usable.length,
    fresh: effect('new'),
    update: effect('update'),
    same: effect('none'),
    left: rows.length - usable.length,
    errors: problems.filter((problem) => problem.severity === 'error').length,
    warnings: problems.filter((problem) => problem.severity === 'warning').length,
  };
}

/** Problems of a row, errors first. */
export function problemsOf(preview: Pick<ImportPreview, 'problems'>, row: ImportRow): readonly ImportProblem[] {
  const found = row.problems.flatMap((place) => preview.problems[place] ?? []);
  return found.toSorted((one, other) => Number(one.severity === 'warning') - Number(other.severity === 'warning'));
}

/** Problems that no row owns: of a sheet, a column or the file. */
export function looseProblems(preview: Pick<ImportPreview, 'rows' | 'problems'>): readonly ImportProblem[] {
  const owned = new Set(preview.rows.flatMap((row) => row.problems));
  return preview.problems.filter((_, place) => !owned.has(place));
}
