import { Table, type TableProps } from 'antd';
import { useMemo, type ReactNode } from 'react';
import type { OutboxEntry } from '../../shared/model/channel';
import { useFormat } from '../hooks/use-format';
import { useT } from '../i18n';
import { EmptyState } from './EmptyState';
import styles from './OutboxTable.module.css';
import { OutboxTag } from './StateTag';

type Props = {
  readonly entries: readonly OutboxEntry[];
  readonly emptyText: string;
  /** With the message's title, where entries of several runs stand together. */
  readonly withTitle?: boolean;
  /** A button at the end of a row. */
  readonly action?: (entry: OutboxEntry) => ReactNode;
};

/** Messages and their states in the services' own words. */
export function OutboxTable({ entries, emptyText, withTitle = false, action }: Props) {
  const t = useT();
  const columns = useColumns(withTitle, action);
  return (
    <Table<OutboxEntry>
      size="small"
      rowKey="id"
      dataSource={entries as OutboxEntry[]}
      columns={columns}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <EmptyState title={emptyText} /> }}
      onRow={testMarks}
      pagination={{
        defaultPageSize: 20,
        size: 'small',
        hideOnSinglePage: true,
        showSizeChanger: false,
        showTotal: (total) => t('common.page.total', { total }),
      }}
    />
  );
}

function useColumns(withTitle: boolean, action: Props['action']): NonNullable<TableProps<OutboxEntry>['columns']> {
  const t = useT();
  const format = useFormat();
  return useMemo(
    () => [
      {
        title: t('outbox.column.time'),
        width: 110,
        render: (_, entry) => <span className={styles.number}>{format.time(entry.createdAt)}</span>,
      },
      { title: t('outbox.column.channel'), dataIndex: 'channelName' },
      ...(withTitle
        ? [
            {
              title: t('outbox.column.title'),
              render: (_: unknown, entry: OutboxEntry) => (
                <span className={styles.title} title={entry.title}>
                  {entry.title}
                </span>
              ),
            },
          ]
        : []),
      {
        title: t('outbox.column.state'),
        width: 100,
        render: (_, entry) => <OutboxTag state={entry.state} />,
      },
      {
        title: t('outbox.column.words'),
        render: (_, entry) => (
          <span className={styles.words}>
            {entry.words}
            {entry.nextAttemptAt === null || entry.state !== 'queued' || entry.attempts === 0 ? null : (
              <span className={styles.next}>{t('outbox.next', { time: format.time(entry.nextAttemptAt) })}</span>
            )}
          </span>
        ),
      },
      {
        title: t('outbox.column.attempts'),
        width: 60,
        align: 'right',
        render: (_, entry) => <span className={styles.number}>{entry.attempts}</span>,
      },
      ...(action === undefined
        ? []
        : [
            {
              width: 100,
              align: 'right' as const,
              fixed: 'right' as const,
              render: (_: unknown, entry: OutboxEntry) => action(entry),
            },
          ]),
    ],
    [t, format, withTitle, action],
  );
}

function testMarks(entry: OutboxEntry): Readonly<Record<string, string>> {
  return { 'data-testid': 'outbox-row', 'data-state': entry.state, 'data-channel': entry.channelKind };
}
