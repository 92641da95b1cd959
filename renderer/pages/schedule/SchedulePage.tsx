import { PauseCircleOutlined, PlayCircleOutlined, PlusOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useCallback, useState } from 'react';
import type { ScheduleView } from '../../../shared/model/schedule';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNotice } from '../../components/ErrorNotice';
import { PageFrame } from '../../components/PageFrame';
import { Panel } from '../../components/Panel';
import { ResourceView } from '../../components/ResourceView';
import { useAction } from '../../hooks/use-action';
import { useT } from '../../i18n';
import { useAppState } from '../../state/app';
import { loadSchedules, pauseSchedules, useSchedules } from '../../state/schedule';
import { ScheduleDrawer } from './ScheduleDrawer';
import { ScheduleTable } from './ScheduleTable';
import styles from './SchedulePage.module.css';

/** When runs start by themselves. */
export function SchedulePage() {
  const t = useT();
  const state = useAppState();
  const isPaused = state?.isPaused ?? false;
  const resource = useSchedules(`${state?.running}/${isPaused}/${state?.nextRunAt}`);
  const [edited, setEdited] = useState<ScheduleView | 'new' | null>(null);
  const pause = useAction(useCallback((wish: boolean) => pauseSchedules(wish), []));
  return (
    <PageFrame
      title={t('schedule.title')}
      text={t('schedule.text')}
      actions={
        <>
          <Button
            icon={isPaused ? <PlayCircleOutlined /> : <PauseCircleOutlined />}
            loading={pause.isBusy}
            data-testid="schedule-pause"
            aria-pressed={isPaused}
            onClick={() => void pause.run(!isPaused)}
          >
            {isPaused ? t('schedule.resume') : t('schedule.pause')}
          </Button>
          <Button type="primary" icon={<PlusOutlined />} data-testid="schedule-add" onClick={() => setEdited('new')}>
            {t('schedule.add')}
          </Button>
        </>
      }
    >
      {pause.error === null ? null : <ErrorNotice error={pause.error} onClose={pause.clearError} />}
      {isPaused ? (
        <Alert
          className={styles.paused}
          type="warning"
          showIcon
          title={t('schedule.paused.title')}
          description={t('schedule.paused.text')}
        />
      ) : null}
      <Panel isFlush>
        <ResourceView resource={resource} onRetry={() => void loadSchedules()}>
          {(list) =>
            list.length === 0 ? (
              <EmptyState title={t('schedule.empty.title')} text={t('schedule.empty.text')} />
            ) : (
              <ScheduleTable schedules={list} onEdit={setEdited} />
            )
          }
        </ResourceView>
      </Panel>
      {edited === null ? null : (
        <ScheduleDrawer
          key={edited === 'new' ? 'new' : edited.id}
          schedule={edited === 'new' ? null : edited}
          onClose={() => setEdited(null)}
        />
      )}
    </PageFrame>
  );
}
