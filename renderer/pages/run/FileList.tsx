import { Table } from 'antd';
import type { FileRecord } from '../../../shared/model/run';
import { EmptyState } from '../../components/EmptyState';
import { useFormat } from '../../hooks/use-format';
import { useT } from '../../i18n';
import styles from './CommandList.module.css';

/** The files fetched from one device, with size and checksum. */
export function FileList({ files }: { readonly files: readonly FileRecord[] }) {
  const t = useT();
  const format = useFormat();
  return (
    <Table<FileRecord>
      size="small"
      rowKey="path"
      pagination={false}
      dataSource={files as FileRecord[]}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <EmptyState title={t('run.files.empty')} /> }}
      columns={[
        { title: t('run.files.path'), render: (_, file) => <code className={styles.command}>{file.path}</code> },
        {
          title: t('run.files.size'),
          align: 'right',
          render: (_, file) => <span className={styles.number}>{format.bytes(file.bytes)}</span>,
        },
        { title: t('run.files.way'), render: (_, file) => file.way.toUpperCase() },
        {
          title: 'SHA-256',
          render: (_, file) => (
            <code className={styles.command} title={file.sha256}>
              {file.sha256.slice(0, 16)}…
            </code>
          ),
        },
      ]}
    />
  );
}
