import { Alert, Button } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { DeviceId } from '../../../shared/model/ids';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNotice } from '../../components/ErrorNotice';
import { PageFrame } from '../../components/PageFrame';
import { ResourceView } from '../../components/ResourceView';
import { useAction } from '../../hooks/use-action';
import { useT } from '../../i18n';
import { showPage } from '../../state/app';
import { useDevices } from '../../state/devices';
import type { LiveRun } from '../../state/live-run';
import { valueOf } from '../../state/resource';
import { lookAtRun, reloadRun, startRun, useIsOlderRun, useShownRun } from '../../state/run';
import { DeviceDetail } from './DeviceDetail';
import { RunActions } from './RunActions';
import { RunDevices } from './RunDevices';
import { RunHead } from './RunHead';
import { worstFirst, worstOf } from './run-list';
import styles from './RunPage.module.css';

/** A run as it happens, or as it was: devices, output, findings. */
export function RunPage() {
  const t = useT();
  const resource = useShownRun();
  const isOlder = useIsOlderRun();
  const live = valueOf(resource) ?? null;
  return (
    <PageFrame title={t('run.title')} isFilled actions={live === null ? undefined : <RunActions live={live} />}>
      {isOlder ? (
        <div>
          <Button type="link" size="small" onClick={() => void lookAtRun(null)}>
            ← {t('run.newest')}
          </Button>
        </div>
      ) : null}
      <ResourceView resource={resource} onRetry={() => void reloadRun()}>
        {(run) => (run === null ? <NoRun /> : <ShownRun key={run.run.id} live={run} />)}
      </ResourceView>
    </PageFrame>
  );
}

function ShownRun({ live }: { readonly live: LiveRun }) {
  const t = useT();
  const [chosen, setChosen] = useState<DeviceId | null>(null);
  const isOver = live.run.state !== 'running';
  // Rows that move while one reads them are worse than an order that is not the best.
  const ordered = useMemo(() => (isOver ? worstFirst(live.devices) : live.devices), [isOver, live.devices]);
  const selected =
    live.devices.find((entry) => entry.device.id === chosen) ?? (isOver ? worstOf(ordered) : undefined) ?? ordered[0];
  return (
    <>
      <RunHead live={live} />
      {live.run.state === 'cut-off' ? (
        <Alert className={styles.note} type="error" showIcon title={t('run.cut-off.text')} />
      ) : null}
      {live.run.state === 'cancelled' ? (
        <Alert className={styles.note} type="warning" showIcon title={t('run.cancelled.text')} />
      ) : null}
      <div className={styles.split}>
        <RunDevices devices={ordered} selected={selected?.device.id ?? null} onSelect={setChosen} />
        {selected === undefined ? (
          <section className={styles.detail}>
            <EmptyState title={t('run.detail.none')} />
          </section>
        ) : (
          <DeviceDetail
            key={selected.device.id}
            runId={live.run.id}
            runState={live.run.state}
            entry={selected}
            isChosen={chosen !== null}
          />
        )}
      </div>
    </>
  );
}

function NoRun() {
  const t = useT();
  const start = useAction(useCallback(() => startRun([]), []));
  const hasDevices = valueOf(useDevices('no run'))?.length !== 0;
  return (
    <>
      {start.error === null ? null : <ErrorNotice error={start.error} onClose={start.clearError} />}
      <EmptyState title={t('run.empty.title')} text={hasDevices ? t('run.empty.text') : t('run.empty.nodevices')}>
        <Button type={hasDevices ? 'default' : 'primary'} onClick={() => showPage('devices')}>
          {t('run.empty.devices')}
        </Button>
        {hasDevices ? (
          <Button type="primary" loading={start.isBusy} onClick={() => void start.run()}>
            {t('run.start.all')}
          </Button>
        ) : null}
      </EmptyState>
    </>
  );
}
