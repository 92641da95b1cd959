import type { RunId } from '../../../shared/model/ids';
import { ResourceView } from '../../components/ResourceView';
import { useT } from '../../i18n';
import { loadReportHtml, useReportHtml } from '../../state/reports';
import styles from './Preview.module.css';

/** The HTML report in a frame that may run no script and reach nothing. */
export function HtmlPreview({ runId }: { readonly runId: RunId }) {
  const t = useT();
  const html = useReportHtml(runId);
  return (
    <ResourceView resource={html} onRetry={() => void loadReportHtml(runId)}>
      {(text) => (
        <iframe
          className={styles.frame}
          title={t('reports.html.title')}
          sandbox=""
          srcDoc={text}
          data-testid="report-preview-frame"
        />
      )}
    </ResourceView>
  );
}
