import { Alert, Spin } from 'antd';
import { renderAsync } from 'docx-preview';
import { useEffect, useRef, useState } from 'react';
import type { RunId } from '../../../shared/model/ids';
import { ResourceView } from '../../components/ResourceView';
import { useT } from '../../i18n';
import { loadReportDocx, useReportDocx } from '../../state/reports';
import styles from './Preview.module.css';

/** The Word report, laid out as pages. */
export function DocxPreview({ runId }: { readonly runId: RunId }) {
  const docx = useReportDocx(runId);
  return (
    <ResourceView resource={docx} onRetry={() => void loadReportDocx(runId)}>
      {(bytes) => <Pages bytes={bytes} />}
    </ResourceView>
  );
}

type Progress = 'rendering' | 'done' | 'failed';
/** A4 at 96 dots an inch, with a margin around it. */
const pageWidthPx = 794 + 32;

function Pages({ bytes }: { readonly bytes: Uint8Array }) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const pages = useRef<HTMLDivElement>(null);
  const [rendered, setRendered] = useState<{ readonly bytes: Uint8Array; readonly progress: Progress } | null>(null);
  const progress = rendered?.bytes === bytes ? rendered.progress : 'rendering';

  useEffect(() => {
    const target = pages.current;
    if (target === null) return undefined;
    let isGone = false;
    const settle = (next: Progress): void => {
      if (!isGone) setRendered({ bytes, progress: next });
    };
    layOut(bytes, target).then(
      () => settle('done'),
      (thrown: unknown) => {
        console.error(thrown);
        settle('failed');
      },
    );
    return () => {
      isGone = true;
    };
  }, [bytes]);

  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      const scale = Math.min(1, element.clientWidth / pageWidthPx);
      pages.current?.style.setProperty('zoom', String(scale));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  return (
    <div
      ref={box}
      className={styles.pages}
      role="region"
      tabIndex={0}
      aria-label={t('reports.docx.title')}
      data-testid="report-preview-docx"
    >
      {progress === 'rendering' ? <Spin className={styles.spin} description={t('reports.docx.rendering')} /> : null}
      {progress === 'failed' ? <Alert type="error" showIcon title={t('reports.docx.failed')} /> : null}
      <div ref={pages} data-progress={progress} />
    </div>
  );
}

async function layOut(bytes: Uint8Array, target: HTMLElement): Promise<void> {
  await renderAsync(bytes, target, target, {
    className: 'docx',
    inWrapper: true,
    // The window's policy lets images in as data, not from elsewhere.
    useBase64URL: true,
    renderChanges: false,
    renderComments: false,
  });
}
