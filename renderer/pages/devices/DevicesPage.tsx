import { useCallback, useMemo, useState } from 'react';
import type { DeviceRow } from '../../../shared/contract/devices';
import type { DeviceId } from '../../../shared/model/ids';
import { ErrorNotice } from '../../components/ErrorNotice';
import { PageFrame } from '../../components/PageFrame';
import { ResourceView } from '../../components/ResourceView';
import { useAction } from '../../hooks/use-action';
import { useT } from '../../i18n';
import { showPage } from '../../state/app';
import { loadDevices, pickImport, useDevices, useImportPreview } from '../../state/devices';
import { valueOf } from '../../state/resource';
import { startRun, useNewestRun } from '../../state/run';
import { DeviceActions } from './DeviceActions';
import { DeviceDrawer } from './DeviceDrawer';
import { DeviceList } from './DeviceList';
import { FirstStart } from './FirstStart';
import { ImportDialog } from './ImportDialog';
import { TestDialog } from './TestDialog';

/** The inventory: import, add, edit, test, remove, and start runs. */
export function DevicesPage() {
  const t = useT();
  const newest = useNewestRun();
  const resource = useDevices(`${newest?.run.id}/${newest?.run.state}`);
  const preview = useImportPreview();
  const [edited, setEdited] = useState<DeviceRow | 'new' | null>(null);
  const [tested, setTested] = useState<DeviceRow | null>(null);
  const pick = useAction(pickImport);
  const start = useAction(
    useCallback(async (deviceIds: readonly DeviceId[]) => {
      await startRun(deviceIds);
      showPage('run');
    }, []),
  );
  const devices = valueOf(resource);
  const skipped = useMemo(() => devices?.filter((device) => device.isSkipped).length ?? 0, [devices]);
  const error = start.error ?? pick.error;
  return (
    <PageFrame
      title={t('devices.title')}
      text={
        devices === undefined || devices.length === 0
          ? undefined
          : skipped === 0
            ? t('devices.count.all', { total: devices.length })
            : t('devices.count', { total: devices.length, skipped })
      }
      isFilled
      actions={
        <DeviceActions
          isEmpty={(devices?.length ?? 0) === 0}
          isRunning={newest?.run.state === 'running'}
          isStarting={start.isBusy}
          onImport={() => void pick.run()}
          onAdd={() => setEdited('new')}
          onRunAll={() => void start.run([])}
        />
      }
    >
      {error === null ? null : (
        <ErrorNotice error={error} onClose={start.error === null ? pick.clearError : start.clearError} />
      )}
      <ResourceView resource={resource} onRetry={() => void loadDevices()}>
        {(rows) =>
          rows.length === 0 ? (
            <FirstStart isPicking={pick.isBusy} onImport={() => void pick.run()} onAdd={() => setEdited('new')} />
          ) : (
            <DeviceList
              devices={rows}
              isRunning={newest?.run.state === 'running'}
              onEdit={setEdited}
              onTest={setTested}
              onRun={(ids) => void start.run(ids)}
            />
          )
        }
      </ResourceView>
      <DeviceDrawer
        key={edited === null ? 'none' : edited === 'new' ? 'new' : edited.id}
        device={edited === 'new' ? null : edited}
        devices={devices ?? []}
        isOpen={edited !== null}
        onClose={() => setEdited(null)}
        onTest={setTested}
      />
      {tested === null ? null : <TestDialog key={tested.id} device={tested} onClose={() => setTested(null)} />}
      {preview === null ? null : <ImportDialog preview={preview} />}
    </PageFrame>
  );
}
