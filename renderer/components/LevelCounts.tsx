import type { Verdict, VerdictCounts } from '../../shared/model/verdict';
import { useT } from '../i18n';
import { LevelShape } from './LevelBadge';
import styles from './LevelCounts.module.css';

type Props = {
  readonly counts: VerdictCounts;
  /** Without words, for narrow places; the words are still there for screen readers. */
  readonly isCompact?: boolean;
};

const order: readonly Verdict[] = ['pass', 'warn', 'fail', 'unknown'];

/** How many stand at each verdict; unknown is always counted. */
export function LevelCounts({ counts, isCompact = false }: Props) {
  const t = useT();
  return (
    <span className={isCompact ? styles.compact : styles.counts}>
      {order.map((verdict) => (
        <span
          key={verdict}
          role="img"
          className={counts[verdict] === 0 ? styles.zero : styles[verdict]}
          title={t(`level.${verdict}`)}
          aria-label={`${t(`level.${verdict}`)} ${counts[verdict]}`}
        >
          <LevelShape level={verdict} />
          {isCompact ? null : <span aria-hidden="true">{t(`level.${verdict}`)}</span>}
          <b aria-hidden="true">{counts[verdict]}</b>
        </span>
      ))}
    </span>
  );
}
