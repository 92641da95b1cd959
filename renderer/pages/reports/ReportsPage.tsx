import { Button } from 'antd';
import { useMemo } from 'react';
import type { ReportRow } from '../../../shared/contract/reports';
import { EmptyState } from '../../components/EmptyState';
import { PageFrame } from '../../components/PageFrame';
import { ResourceView } from '../../components/ResourceView';
import { useT } from '../../i18n';
import { showPage } from '../../state/app';
import { loadReports, selectReport, useReports, useSelectedReport } from '../../state/reports';
import { useNewestRun } from '../../state/run';
import { useOutboxStamp } from '../../state/channels';
import { ReportDetail } from './ReportDetail';
import { ReportList } from './ReportList';
import styles from './ReportsPage.module.css';

/** The runs with their reports; the one chosen beside them. */
export function ReportsPage() {
  const t = useT();
  const newest = useNewestRun();
  const outboxStamp = useOutboxStamp();
  const report = newest?.report;
  const resource = useReports(`${newest?.run.id}/${newest?.run.state}/${report?.done}/${outboxStamp}`);
  return (
    <PageFrame
      title={t('reports.title')}
      isFilled
      actions={<Button onClick={() => void loadReports()}>{t('common.refresh')}</Button>}
    >
      <ResourceView resource={resource} onRetry={() => void loadReports()}>
        {(rows) => (rows.length === 0 ? <NoReport /> : <Split rows={rows} />)}
      </ResourceView>
    </PageFrame>
  );
}

function Split({ rows }: { readonly rows: readonly ReportRow[] }) {
  const chosen = useSelectedReport();
  const selected = useMemo(() => rows.find((row) => row.run.id === chosen) ?? rows[0], [rows, chosen]);
  return (
    <div className={styles.split}>
      <ReportList rows={rows} selected={selected?.run.id ?? null} onSelect={selectReport} />
      {selected === undefined ? null : <ReportDetail key={selected.run.id} row={selected} />}
    </div>
  );
}

function NoReport() {
  const t = useT();
  return (
    <EmptyState title={t('reports.empty.title')} text={t('reports.empty.text')}>
      <Button onClick={() => showPage('devices')}>{t('run.empty.devices')}</Button>
    </EmptyState>
  );
}
