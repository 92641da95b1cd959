import { Table, type TableProps } from 'antd';
import { useMemo } from 'react';
import type { ImportPreview, ImportRow } from '../../../shared/model/import';
import { hostPort } from '../../format';
import { useLocalText, useT } from '../../i18n';
import { useCatalogue } from '../../state/app';
import { problemsOf } from './import-view';
import { ImportProblems } from './ImportProblems';
import styles from './ImportTable.module.css';

type Props = {
  readonly preview: ImportPreview;
  readonly rows: readonly ImportRow[];
};

/** The rows of an import, each with its problems beside it. */
export function ImportTable({ preview, rows }: Props) {
  const t = useT();
  const columns = useColumns(preview);
  return (
    <Table<ImportRow>
      size="small"
      rowKey={(row) => `${row.sheet}/${row.row}`}
      columns={columns}
      dataSource={rows as ImportRow[]}
      tableLayout="fixed"
      scroll={{ x: 1000, y: 'max(180px, calc(100vh - 400px))' }}
      onRow={testMarks}
      rowClassName={(row) => (row.isUsable ? '' : (styles.left ?? ''))}
      pagination={{
        defaultPageSize: 50,
        size: 'small',
        hideOnSinglePage: true,
        showSizeChanger: false,
        showTotal: (total) => t('common.page.total', { total }),
      }}
    />
  );
}

function useColumns(preview: ImportPreview): NonNullable<TableProps<ImportRow>['columns']> {
  const t = useT();
  const textOf = useLocalText();
  const catalogue = useCatalogue();
  return useMemo(() => {
    const platforms = new Map((catalogue?.deviceTypes ?? []).map((entry) => [entry.id, textOf(entry.labels)]));
    return [
      {
        title: t('import.column.place'),
        width: 130,
        render: (_, row) => (
          <span className={styles.faint}>{t('import.place.row', { sheet: row.sheet, row: row.row })}</span>
        ),
      },
      {
        title: t('import.column.effect'),
        width: 72,
        render: (_, row) => <Effect row={row} />,
      },
      {
        title: t('import.column.device'),
        width: 170,
        render: (_, row) => (
          <span className={styles.device}>
            {row.device.name}
            {row.device.isSkipped ? <span className={styles.tag}>{t('devices.skipped')}</span> : null}
          </span>
        ),
      },
      {
        title: t('import.column.problems'),
        render: (_, row) => <ImportProblems problems={problemsOf(preview, row)} />,
      },
      {
        title: t('import.column.address'),
        width: 150,
        render: (_, { device }) => (
          <span className={styles.mono}>
            {device.host === '' ? '' : hostPort(device.host, device.port)} {device.protocol}
          </span>
        ),
      },
      {
        title: t('import.column.platform'),
        width: 140,
        render: (_, { device }) => (
          <span title={device.platform}>{platforms.get(device.platform) ?? device.platform}</span>
        ),
      },
      {
        title: t('import.column.credential'),
        width: 150,
        render: (_, row) => (
          <>
            <div>{row.device.username}</div>
            <div className={styles.credential}>{credentialOf(row, t)}</div>
          </>
        ),
      },
    ];
  }, [t, textOf, catalogue, preview]);
}

function credentialOf(row: ImportRow, t: ReturnType<typeof useT>): string {
  const password = row.hasPassword ? t('import.password.yes') : t('import.password.no');
  return row.hasEnableSecret ? `${password} · ${t('import.enable.yes')}` : password;
}

function Effect({ row }: { readonly row: ImportRow }) {
  const t = useT();
  if (!row.isUsable) return <span className={styles.effect_left}>{t('import.effect.left')}</span>;
  return <span className={styles[`effect_${row.effect}`]}>{t(`import.effect.${row.effect}`)}</span>;
}

function testMarks(row: ImportRow): Readonly<Record<string, string>> {
  return { 'data-testid': 'import-row', 'data-usable': String(row.isUsable) };
}
