import type { ReportDevice, ReportFinding } from '../../../shared/model/report';
import type { Level } from '../../../shared/model/verdict';
import { EmptyState } from '../../components/EmptyState';
import { LevelBadge } from '../../components/LevelBadge';
import { ProofQuote } from '../../components/ProofQuote';
import { useT } from '../../i18n';
import styles from './FindingList.module.css';

const order: readonly Level[] = ['fail', 'warn', 'unknown', 'pass', 'n/a'];

/** The findings of one device, worst first, each with its sentence, advice and proof. */
export function FindingList({ device }: { readonly device: ReportDevice }) {
  const t = useT();
  const sorted = device.findings.toSorted((one, other) => order.indexOf(one.level) - order.indexOf(other.level));
  return (
    <div className={styles.list}>
      {device.problem === null ? null : (
        <p className={styles.problem}>
          {device.phase === null ? null : (
            <b>{t('run.findings.problem', { phase: t(`phase.${device.phase}`) })}&emsp;</b>
          )}
          {device.problem}
        </p>
      )}
      {sorted.length === 0 ? (
        <EmptyState title={t('run.findings.empty')} />
      ) : (
        <>
          <p className={styles.count}>
            {t('run.findings.count', { total: sorted.length, na: device.counts.notApplicable })}
          </p>
          <ul>
            {sorted.map((finding, place) => (
              <FindingItem key={place} finding={finding} />
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function FindingItem({ finding }: { readonly finding: ReportFinding }) {
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
        {finding.advice === '' ? null : (
          <p className={styles.advice}>{t('run.findings.advice', { advice: finding.advice })}</p>
        )}
        <ProofQuote command={finding.proof.command} line={finding.proof.line} />
      </div>
    </li>
  );
}
