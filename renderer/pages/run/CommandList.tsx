import { Table } from 'antd';
import type { ReportCommand } from '../../../shared/model/report';
import { EmptyState } from '../../components/EmptyState';
import { useFormat } from '../../hooks/use-format';
import { useT } from '../../i18n';
import styles from './CommandList.module.css';

/** The commands of one device and how each ended; a row opens to its whole output. */
export function CommandList({ commands }: { readonly commands: readonly ReportCommand[] }) {
  const t = useT();
  const format = useFormat();
  const incomplete = commands.filter(({ end }) => end !== 'complete').length;
  return (
    <>
      {commands.length === 0 ? null : (
        <p className={styles.count}>
          {incomplete === 0
            ? t('run.commands.count', { count: commands.length })
            : t('run.commands.count.incomplete', { count: commands.length, incomplete })}
        </p>
      )}
      <Table<ReportCommand & { readonly place: number }>
        size="small"
        rowKey="place"
        pagination={false}
        dataSource={commands.map((command, place) => ({ ...command, place }))}
        locale={{ emptyText: <EmptyState title={t('run.commands.empty')} /> }}
        expandable={{
          rowExpandable: (command) => command.text !== '',
          expandedRowRender: (command) => <pre className={styles.text}>{command.text}</pre>,
        }}
        columns={[
          {
            title: t('run.commands.command'),
            render: (_, command) => <code className={styles.command}>{command.command}</code>,
          },
          {
            title: t('run.commands.end'),
            width: 110,
            render: (_, { end }) => (
              <span className={end === 'complete' ? styles.complete : styles.incomplete}>{t(`run.end.${end}`)}</span>
            ),
          },
          {
            title: t('run.commands.time'),
            width: 110,
            align: 'right',
            render: (_, command) => <span className={styles.number}>{format.duration(command.ms)}</span>,
          },
        ]}
      />
    </>
  );
}
