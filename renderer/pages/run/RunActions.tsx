import { FileTextOutlined, StopOutlined } from '@ant-design/icons';
import { Button, Popconfirm } from 'antd';
import { useCallback } from 'react';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useAction } from '../../hooks/use-action';
import { useT } from '../../i18n';
import { showPage } from '../../state/app';
import type { LiveRun } from '../../state/live-run';
import { selectReport } from '../../state/reports';
import { cancelRun } from '../../state/run';

/** Stop while it runs, the report afterwards. */
export function RunActions({ live }: { readonly live: LiveRun }) {
  const t = useT();
  const { id, state } = live.run;
  const stop = useAction(useCallback(() => cancelRun(id), [id]));
  if (state !== 'running') {
    return (
      <Button
        type="primary"
        icon={<FileTextOutlined />}
        data-testid="run-open-report"
        onClick={() => {
          selectReport(id);
          showPage('reports');
        }}
      >
        {t('run.report.open')}
      </Button>
    );
  }
  return (
    <>
      {stop.error === null ? null : <ErrorNotice error={stop.error} onClose={stop.clearError} />}
      <Popconfirm
        title={t('run.stop.title')}
        description={t('run.stop.text')}
        okText={t('run.stop')}
        okButtonProps={{ danger: true, ...{ 'data-testid': 'run-stop-confirm' } }}
        cancelText={t('common.cancel')}
        placement="bottomRight"
        onConfirm={() => void stop.run()}
      >
        <Button danger icon={<StopOutlined />} loading={stop.isBusy} data-testid="run-stop">
          {stop.isBusy ? t('run.stopping') : t('run.stop')}
        </Button>
      </Popconfirm>
    </>
  );
}
