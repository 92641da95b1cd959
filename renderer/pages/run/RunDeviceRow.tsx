import { memo } from 'react';
import { LevelBadge } from '../../components/LevelBadge';
import { useFormat } from '../../hooks/use-format';
import { useT } from '../../i18n';
import type { LiveEntry } from '../../state/live-run';
import styles from './RunDeviceRow.module.css';

type Props = { readonly entry: LiveEntry };

/** One device of a run: name and verdict, address and what it is doing. */
export const RunDeviceRow = memo(function RunDeviceRow({ entry }: Props) {
  const t = useT();
  const { device, state, verdict, done, total } = entry;
  return (
    <div
      className={state === 'waiting' ? styles.waiting : styles.row}
      data-testid="live-device"
      data-device-name={device.name}
      data-state={state}
      data-verdict={verdict ?? ''}
    >
      <div className={styles.line}>
        <span className={styles.name} title={device.name}>
          {device.name}
        </span>
        {verdict !== null ? (
          <LevelBadge level={verdict} />
        ) : state === 'running' ? (
          <span className={styles.steps}>{total === 0 ? '' : t('run.device.steps', { done, total })}</span>
        ) : (
          <span className={styles.faint}>{t('run.device.waiting')}</span>
        )}
      </div>
      <div className={styles.line}>
        <span className={styles.host}>{device.host}</span>
        <Doing entry={entry} />
      </div>
      {state === 'running' && total > 0 ? (
        <span className={styles.bar} style={{ width: `${(done / total) * 100}%` }} />
      ) : null}
    </div>
  );
}, sameRow);

function Doing({ entry }: Props) {
  const t = useT();
  const format = useFormat();
  if (entry.state === 'finished') {
    const words = [
      ...(entry.phase === null ? [] : [t('run.findings.problem', { phase: t(`phase.${entry.phase}`) })]),
      ...(entry.totalMs === null ? [] : [format.duration(entry.totalMs)]),
    ].join(' ');
    return (
      <span className={styles.faint} title={words}>
        {words}
      </span>
    );
  }
  if (entry.phase === null) return null;
  const doing = entry.what ?? t(`phase.${entry.phase}`);
  return (
    <span className={styles.doing} title={doing}>
      {doing}
    </span>
  );
}

/** Output does not show in a row, so it does not draw one anew. */
function sameRow({ entry: one }: Props, { entry: other }: Props): boolean {
  return (
    one.device === other.device &&
    one.state === other.state &&
    one.phase === other.phase &&
    one.what === other.what &&
    one.done === other.done &&
    one.total === other.total &&
    one.verdict === other.verdict &&
    one.totalMs === other.totalMs
  );
}
