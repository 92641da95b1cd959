import type { ReportFinding } from '../../../shared/model/report';
import { LevelBadge } from '../../components/LevelBadge';
import { ProofQuote } from '../../components/ProofQuote';
import { useT } from '../../i18n';
import styles from './FindingList.module.css';

type Props = {
  readonly finding: ReportFinding;
  /** The advice stands on another finding of the group already. */
  readonly hidesAdvice?: boolean;
};

/** One finding: verdict, sentence, advice and the line it rests on. */
export function FindingItem({ finding, hidesAdvice = false }: Props) {
  const t = useT();
  return (
    <li className={styles.item} data-testid="finding" data-level={finding.level} data-check={finding.check}>
      <div className={styles.level}>
        <LevelBadge level={finding.level} />
      </div>
      <div className={styles.words}>
        <p className={styles.sentence}>
          <b>{finding.title}</b>
          {finding.subject === '' ? null : <span className={styles.subject}>{finding.subject}</span>}
          <span>{finding.sentence}</span>
          {finding.limitSource === null ? null : (
            <span className={styles.source}>{t(`run.findings.limit.${finding.limitSource}`)}</span>
          )}
        </p>
        {finding.advice === '' || hidesAdvice ? null : (
          <p className={styles.advice}>{t('run.findings.advice', { advice: finding.advice })}</p>
        )}
        <ProofQuote command={finding.proof.command} line={finding.proof.line} />
      </div>
    </li>
  );
}
