import type { ReportFinding } from '../../../shared/model/report';
import { LevelBadge } from '../../components/LevelBadge';
import { ProofQuote } from '../../components/ProofQuote';
import { useT } from '../../i18n';
import { findingWords } from './finding-words';
import styles from './FindingList.module.css';

type Props = {
  readonly finding: ReportFinding;
  /** The advice stands on another finding of the group already. */
  readonly hidesAdvice?: boolean;
};

/** One finding: verdict, sentence, advice and the line it rests on. */
export function FindingItem({ finding, hidesAdvice = false }: Props) {
  const t = useT();
  const { lead, subject, rest, isOneSentence } = findingWords(finding);
  const source = finding.limitSource === null ? '' : t(`finding.source.${finding.limitSource}`);
  return (
    <li className={styles.item} data-testid="finding" data-level={finding.level} data-check={finding.check}>
      <div className={styles.level}>
        <LevelBadge level={finding.level} />
      </div>
      <div className={styles.words}>
        <p className={styles.sentence}>
          {isOneSentence ? null : <b>{lead}</b>}
          {subject === '' ? null : <span className={styles.subject}>{subject}</span>}
          <span>
            {isOneSentence ? <b>{lead}</b> : null}
            {rest}
          </span>
          {source === '' || rest.includes(source) ? null : <span className={styles.source}>{source}</span>}
        </p>
        {finding.advice === '' || hidesAdvice ? null : (
          <p className={styles.advice}>{t('run.findings.advice', { advice: finding.advice })}</p>
        )}
        <ProofQuote command={finding.proof.command} line={finding.proof.line} />
      </div>
    </li>
  );
}
