import { LevelCounts } from '../../components/LevelCounts';
import { OutboxTag, RunTag } from '../../components/StateTag';
import { useFormat } from '../../hooks/use-format';
import { useNow } from '../../hooks/use-now';
import { useT } from '../../i18n';
import { useOutbox } from '../../state/channels';
import { valueOf } from '../../state/resource';
import { progressOf, type LiveRun } from '../../state/live-run';
import styles from './RunHead.module.css';
import { timeLeft } from './run-list';

/** The run in numbers: state, progress, time, verdicts, and what follows after the last device. */
export function RunHead({ live }: { readonly live: LiveRun }) {
  const t = useT();
  const format = useFormat();
  const { run } = live;
  const isRunning = run.state === 'running';
  const now = useNow(isRunning);
  const { done, total, counts } = progressOf(live);
  const elapsedMs = Math.max(0, (run.endedAt ?? now) - run.startedAt);
  const leftMs = isRunning ? timeLeft(elapsedMs, done, total) : null;
  return (
    <section className={styles.head} aria-label={t('run.title')}>
      <div className={styles.line}>
        <RunTag state={run.state} />
        <b className={styles.progress} data-testid="run-progress">
          {t('run.progress', { done, total })}
        </b>
        <LevelCounts counts={counts} />
        <span className={styles.spacer} />
        <span className={styles.soft}>{t(`trigger.${run.trigger}`)}</span>
        <span className={styles.soft}>{t('run.started', { time: format.time(run.startedAt) })}</span>
        {run.endedAt === null && !isRunning ? null : (
          <span className={styles.soft}>{t('run.elapsed', { duration: format.duration(elapsedMs) })}</span>
        )}
        {leftMs === null ? null : (
          <span className={styles.soft}>{t('run.rate', { duration: format.duration(leftMs) })}</span>
        )}
      </div>
      <div
        className={styles.bar}
        role="progressbar"
        aria-label={t('run.progress', { done, total })}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
      >
        {(['pass', 'warn', 'fail', 'unknown'] as const).map((verdict) => (
          <span
            key={verdict}
            className={styles[verdict]}
            style={{ width: `${total === 0 ? 0 : (counts[verdict] / total) * 100}%` }}
          />
        ))}
      </div>
      <AfterRun live={live} />
    </section>
  );
}

function AfterRun({ live }: { readonly live: LiveRun }) {
  const t = useT();
  const outbox = valueOf(useOutbox()) ?? [];
  const messages = outbox.filter((entry) => entry.runId === live.run.id);
  if (live.report === null && messages.length === 0) return null;
  return (
    <div className={styles.after} aria-live="polite">
      {live.report === null ? null : (
        <span className={styles.soft}>
          {t('run.after.report', { done: live.report.done, total: live.report.total })}
        </span>
      )}
      {messages.map((entry) => (
        <span key={entry.id} className={styles.message} title={entry.words ?? undefined}>
          {entry.channelName} <OutboxTag state={entry.state} />
        </span>
      ))}
    </div>
  );
}
