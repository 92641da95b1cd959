import { App, Button, Modal, Segmented } from 'antd';
import { useCallback, useMemo, useState } from 'react';
import type { ImportPreview } from '../../../shared/model/import';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useAction } from '../../hooks/use-action';
import { useT } from '../../i18n';
import { confirmImport, dropImport } from '../../state/devices';
import { importCounts, looseProblems } from './import-view';
import styles from './ImportDialog.module.css';
import { ImportProblems } from './ImportProblems';
import { ImportTable } from './ImportTable';

/** What an import would do, row by row; nothing is saved before it is confirmed. */
export function ImportDialog({ preview }: { readonly preview: ImportPreview }) {
  const t = useT();
  const { message } = App.useApp();
  const [show, setShow] = useState<'all' | 'problems'>('all');
  const counts = useMemo(() => importCounts(preview), [preview]);
  const loose = useMemo(() => looseProblems(preview), [preview]);
  const confirm = useAction(
    useCallback(async () => {
      const result = await confirmImport(preview.token);
      void message.success(t('import.done', result));
    }, [message, preview.token, t]),
  );
  const drop = useAction(useCallback(() => dropImport(preview.token), [preview.token]));
  const error = confirm.error ?? drop.error;
  const rows = show === 'all' ? preview.rows : preview.rows.filter((row) => row.problems.length > 0);
  return (
    <Modal
      open
      width="min(1320px, calc(100vw - 40px))"
      style={{ top: 16 }}
      title={t('import.title')}
      mask={{ closable: false }}
      onCancel={() => void drop.run()}
      footer={
        <div className={styles.foot}>
          <span className={styles.note}>{t('import.nothing')}</span>
          <Button data-testid="import-cancel" onClick={() => void drop.run()}>
            {t('import.cancel')}
          </Button>
          <Button
            type="primary"
            data-testid="import-confirm"
            disabled={counts.usable === 0}
            loading={confirm.isBusy}
            onClick={() => void confirm.run()}
          >
            {counts.usable === 0 ? t('import.confirm.none') : t('import.confirm', { count: counts.usable })}
          </Button>
        </div>
      }
    >
      <div className={styles.body}>
        <p className={styles.file}>
          <b>{preview.fileName}</b>
          <span>{t(`import.dialect.${preview.dialect}`)}</span>
        </p>
        {error === null ? null : <ErrorNotice error={error} />}
        <div className={styles.counts}>
          <Count label={t('import.count.usable')} value={counts.usable} tone="strong" />
          <Count label={t('import.count.new')} value={counts.fresh} />
          <Count label={t('import.count.update')} value={counts.update} />
          <Count label={t('import.count.same')} value={counts.same} />
          <Count label={t('import.count.left')} value={counts.left} />
          <Count label={t('import.count.errors')} value={counts.errors} tone={counts.errors > 0 ? 'fail' : 'quiet'} />
          <Count
            label={t('import.count.warnings')}
            value={counts.warnings}
            tone={counts.warnings > 0 ? 'warn' : 'quiet'}
          />
          <span className={styles.spacer} />
          <Segmented
            size="small"
            value={show}
            onChange={setShow}
            options={[
              { value: 'all', label: t('import.show.all') },
              { value: 'problems', label: t('import.show.problems') },
            ]}
          />
        </div>
        {loose.length === 0 ? null : (
          <section className={styles.loose} aria-label={t('import.file.problems')}>
            <h3>{t('import.file.problems')}</h3>
            <ImportProblems problems={loose} withPlace />
          </section>
        )}
        <ImportTable preview={preview} rows={rows} />
      </div>
    </Modal>
  );
}

type CountProps = {
  readonly label: string;
  readonly value: number;
  readonly tone?: 'quiet' | 'strong' | 'warn' | 'fail';
};

function Count({ label, value, tone = 'quiet' }: CountProps) {
  return (
    <span className={`${styles.count} ${styles[tone]}`}>
      {label} <b>{value}</b>
    </span>
  );
}
