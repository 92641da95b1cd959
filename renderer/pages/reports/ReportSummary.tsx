import { Alert, Button, Table } from 'antd';
import { useCallback } from 'react';
import type { ReportRow } from '../../../shared/contract/reports';
import type { RunId } from '../../../shared/model/ids';
import type { ReportFile } from '../../../shared/model/report';
import { Definitions } from '../../components/Definitions';
import { ErrorNotice } from '../../components/ErrorNotice';
import { LevelCounts } from '../../components/LevelCounts';
import { OutboxTable } from '../../components/OutboxTable';
import { RunTag } from '../../components/StateTag';
import { useAction } from '../../hooks/use-action';
import { useFormat } from '../../hooks/use-format';
import { useT, type Translate } from '../../i18n';
import { showPage } from '../../state/app';
import { openReportFile } from '../../state/reports';
import { lookAtRun } from '../../state/run';
import styles from './ReportSummary.module.css';

/** A run in facts: state and numbers, files, and what became of its messages. */
export function ReportSummary({ row }: { readonly row: ReportRow }) {
  const t = useT();
  const { run } = row;
  const openRun = (): void => {
    void lookAtRun(run.id);
    showPage('run');
  };
  return (
    <div className={styles.summary}>
      {run.state === 'cut-off' ? <Alert type="error" showIcon title={t('reports.cut-off')} /> : null}
      {run.state === 'running' ? <Alert type="info" showIcon title={t('reports.running')} /> : null}
      <section>
        <Facts row={row} />
        <Button className={styles.link} size="small" data-testid="report-run-detail" onClick={openRun}>
          {t('reports.run.detail')}
        </Button>
      </section>
      <section>
        <h3 className={styles.title}>{t('reports.files.title')}</h3>
        <Files runId={run.id} files={row.files} />
      </section>
      <section>
        <h3 className={styles.title}>{t('reports.messages.title')}</h3>
        <OutboxTable entries={row.messages} emptyText={t('reports.messages.empty')} />
      </section>
    </div>
  );
}

function Facts({ row: { run } }: { readonly row: ReportRow }) {
  const t = useT();
  const format = useFormat();
  return (
    <Definitions
      items={[
        { term: t('reports.summary.state'), value: <RunTag state={run.state} /> },
        { term: t('reports.summary.counts'), value: <LevelCounts counts={run.counts} /> },
        { term: t('reports.summary.started'), value: format.fullTime(run.startedAt) },
        {
          term: t('reports.summary.took'),
          value: run.endedAt === null ? t('common.unknown') : format.duration(run.endedAt - run.startedAt),
        },
        { term: t('reports.summary.trigger'), value: t(`trigger.${run.trigger}`) },
        { term: t('reports.summary.devices'), value: t('reports.devices', { count: run.devices }) },
        { term: t('reports.summary.id'), value: <code className={styles.mono}>{run.id}</code> },
      ]}
    />
  );
}

function Files({ runId, files }: { readonly runId: RunId; readonly files: readonly ReportFile[] }) {
  const t = useT();
  const format = useFormat();
  const open = useAction(useCallback((name: string) => openReportFile(runId, name), [runId]));
  if (files.length === 0) return <p className={styles.none}>{t('reports.files.empty')}</p>;
  return (
    <>
      {open.error === null ? null : <ErrorNotice error={open.error} onClose={open.clearError} />}
      <Table<ReportFile>
        size="small"
        rowKey="format"
        pagination={false}
        dataSource={files as ReportFile[]}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('reports.files.name'), dataIndex: 'name' },
          { title: t('channels.form.kind'), render: (_, file) => formatName(file.format, t) },
          {
            title: t('reports.files.size'),
            width: 90,
            align: 'right',
            render: (_, file) => <span className={styles.number}>{format.bytes(file.bytes)}</span>,
          },
          {
            width: 80,
            align: 'right',
            render: (_, file) => (
              <Button
                size="small"
                onClick={() => void open.run(file.format)}
                aria-label={`${t('reports.files.open')} ${file.name}`}
              >
                {t('reports.files.open')}
              </Button>
            ),
          },
        ]}
      />
    </>
  );
}

const knownFormats = ['docx', 'html', 'json', 'bundle'] as const;

function formatName(format: string, t: Translate): string {
  const known = knownFormats.find((each) => each === format);
  return known === undefined ? format : t(`reports.format.${known}`);
}
