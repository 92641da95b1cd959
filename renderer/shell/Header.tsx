import { CalendarOutlined, PauseCircleOutlined, SyncOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { AppState } from '../../shared/contract/app';
import { LevelCounts } from '../components/LevelCounts';
import { RunTag } from '../components/StateTag';
import { useFormat } from '../hooks/use-format';
import { useT } from '../i18n';
import { showPage, useAppState } from '../state/app';
import { progressOf } from '../state/live-run';
import { lookAtRun, useNewestRun } from '../state/run';
import { useVault } from '../state/vault';
import styles from './Header.module.css';

/** The state of things in one line: running or last verdict, next run, messages. Each part leads to its page. */
export function Header() {
  const t = useT();
  const state = useAppState();
  const vault = useVault();
  return (
    <header className={styles.header}>
      <RunPart />
      <span className={styles.spacer} />
      {state === null ? null : <MessagesPart state={state} />}
      {state === null ? null : <NextPart state={state} />}
      {vault.kind === 'ready' && vault.value.mode === 'session' && !vault.value.isNew ? (
        <Part onClick={() => showPage('settings')} tone="warn">
          <WarningOutlined aria-hidden="true" />
          <span className={styles.wide}>{t('shell.session')}</span>
        </Part>
      ) : null}
    </header>
  );
}

function RunPart() {
  const t = useT();
  const format = useFormat();
  const live = useNewestRun();
  if (live === null) return <span className={styles.quiet}>{t('shell.last.none')}</span>;
  const { done, total, counts } = progressOf(live);
  const isRunning = live.run.state === 'running';
  const open = (): void => {
    void lookAtRun(null);
    showPage('run');
  };
  return (
    <Part onClick={open}>
      {isRunning ? (
        <>
          <SyncOutlined spin aria-hidden="true" className={styles.running} />
          <b className={styles.running}>{t('shell.state.running')}</b>
          <span className={styles.number}>{t('shell.state.progress', { done, total })}</span>
          <LevelCounts counts={counts} isCompact />
        </>
      ) : (
        <>
          <span className={styles.label}>{t('shell.last.label')}</span>
          <span className={styles.number}>{format.time(live.run.startedAt)}</span>
          {live.run.state === 'finished' ? null : <RunTag state={live.run.state} />}
          <LevelCounts counts={live.run.counts} isCompact />
        </>
      )}
    </Part>
  );
}

function MessagesPart({ state }: { readonly state: AppState }) {
  const t = useT();
  const open = (): void => showPage('channels');
  return (
    <>
      {state.messagesRefused === 0 ? null : (
        <Part onClick={open} tone="fail">
          <WarningOutlined aria-hidden="true" />
          {t('shell.messages.refused', { count: state.messagesRefused })}
        </Part>
      )}
      {state.messagesWaiting === 0 ? null : (
        <Part onClick={open}>
          <span className={styles.wide}>{t('shell.messages.waiting', { count: state.messagesWaiting })}</span>
        </Part>
      )}
    </>
  );
}

function NextPart({ state }: { readonly state: AppState }) {
  const t = useT();
  const format = useFormat();
  if (state.isPaused) {
    return (
      <Part onClick={() => showPage('schedule')} tone="warn">
        <PauseCircleOutlined aria-hidden="true" />
        {t('shell.next.paused')}
      </Part>
    );
  }
  return (
    <Part onClick={() => showPage('schedule')}>
      <CalendarOutlined aria-hidden="true" />
      <span className={styles.label}>{t('shell.next.label')}</span>
      <span className={styles.number}>
        {state.nextRunAt === null ? t('shell.next.none') : format.weekday(state.nextRunAt)}
      </span>
    </Part>
  );
}

type PartProps = { readonly onClick: () => void; readonly tone?: 'warn' | 'fail'; readonly children: ReactNode };

function Part({ onClick, tone, children }: PartProps) {
  const toned = tone === undefined ? '' : (styles[tone] ?? '');
  return (
    <button type="button" className={`${styles.part} ${toned}`} onClick={onClick}>
      {children}
    </button>
  );
}
