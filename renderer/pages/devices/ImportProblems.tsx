import { CloseCircleFilled, WarningFilled } from '@ant-design/icons';
import { importProblemText } from '../../../shared/i18n/import-problem';
import type { ImportProblem } from '../../../shared/model/import';
import { useLocale, useT, type Translate } from '../../i18n';
import styles from './ImportProblems.module.css';

type Props = {
  readonly problems: readonly ImportProblem[];
  /** With sheet and row before the sentence; a row of the table has said that already. */
  readonly withPlace?: boolean;
};

/** Problems of cells: severity, place, what is wrong, what the cell holds. */
export function ImportProblems({ problems, withPlace = false }: Props) {
  const t = useT();
  const locale = useLocale();
  return (
    <ul className={styles.list}>
      {problems.map((problem, place) => (
        <li key={place} className={problem.severity === 'error' ? styles.error : styles.warning}>
          <span className={styles.icon} role="img" aria-label={t(`import.severity.${problem.severity}`)}>
            {problem.severity === 'error' ? <CloseCircleFilled /> : <WarningFilled />}
          </span>
          <span className={styles.words}>
            {withPlace ? (
              <span className={styles.place}>{placeOf(problem, t)}</span>
            ) : problem.column === null ? null : (
              <span className={styles.place}>{problem.column}</span>
            )}
            {importProblemText(locale, problem)}
          </span>
        </li>
      ))}
    </ul>
  );
}

function placeOf({ sheet, row, column }: ImportProblem, t: Translate): string {
  if (row === null) return column === null ? sheet : t('import.place.column', { sheet, column });
  return column === null ? t('import.place.row', { sheet, row }) : t('import.place.cell', { sheet, row, column });
}
