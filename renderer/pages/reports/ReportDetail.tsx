import { FolderOpenOutlined, SendOutlined } from '@ant-design/icons';
import { Button, Tabs } from 'antd';
import { useCallback, useState } from 'react';
import type { ReportRow } from '../../../shared/contract/reports';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useAction } from '../../hooks/use-action';
import { useT } from '../../i18n';
import { openReportFolder } from '../../state/reports';
import { DocxPreview } from './DocxPreview';
import { HtmlPreview } from './HtmlPreview';
import styles from './ReportDetail.module.css';
import { ReportSummary } from './ReportSummary';
import { SendAgain } from './SendAgain';

type Tab = 'summary' | 'html' | 'docx';
const tabs: readonly { readonly tab: Tab; readonly mark: string }[] = [
  { tab: 'summary', mark: 'report-open-summary' },
  { tab: 'html', mark: 'report-open-html' },
  { tab: 'docx', mark: 'report-open-docx' },
];

/** One run: summary with files and messages, and previews of its reports. */
export function ReportDetail({ row }: { readonly row: ReportRow }) {
  const t = useT();
  const [tab, setTab] = useState<Tab>('summary');
  const [isSending, setSending] = useState(false);
  const runId = row.run.id;
  const openFolder = useAction(useCallback(() => openReportFolder(runId), [runId]));
  return (
    <section className={styles.detail}>
      <Tabs
        size="small"
        className={styles.tabs}
        activeKey={tab}
        onChange={(key) => setTab(tabs.find((each) => each.tab === key)?.tab ?? 'summary')}
        items={tabs.map((each) => ({
          key: each.tab,
          label: <span data-testid={each.mark}>{t(`reports.tab.${each.tab}`)}</span>,
        }))}
        tabBarExtraContent={
          <span className={styles.actions}>
            <Button
              size="small"
              icon={<FolderOpenOutlined />}
              title={t('reports.open.folder')}
              aria-label={t('reports.open.folder')}
              onClick={() => void openFolder.run()}
            >
              {t('reports.open.folder')}
            </Button>
            <Button
              size="small"
              icon={<SendOutlined />}
              title={t('reports.send.again')}
              aria-label={t('reports.send.again')}
              disabled={row.run.state === 'running'}
              data-testid="report-send-again"
              onClick={() => setSending(true)}
            >
              {t('reports.send.again')}
            </Button>
          </span>
        }
      />
      {openFolder.error === null ? null : <ErrorNotice error={openFolder.error} onClose={openFolder.clearError} />}
      <div className={styles.body}>
        <Body tab={tab} row={row} />
      </div>
      {isSending ? <SendAgain runId={runId} onClose={() => setSending(false)} /> : null}
    </section>
  );
}

function Body({ tab, row }: { readonly tab: Tab; readonly row: ReportRow }) {
  const t = useT();
  if (tab === 'summary') return <ReportSummary row={row} />;
  if (row.run.state === 'running') return <EmptyState title={t('reports.running')} />;
  if (!row.files.some((file) => file.format === tab)) return <EmptyState title={t('reports.noformat')} />;
  return tab === 'html' ? <HtmlPreview runId={row.run.id} /> : <DocxPreview runId={row.run.id} />;
}
