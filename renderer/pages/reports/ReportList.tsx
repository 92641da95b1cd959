import type { ReportRow } from '../../../shared/contract/reports';
import type { RunId } from '../../../shared/model/ids';
import { LevelCounts } from '../../components/LevelCounts';
import { RunTag } from '../../components/StateTag';
import { VirtualList } from '../../components/VirtualList';
import { useFormat } from '../../hooks/use-format';
import { useT } from '../../i18n';
import styles from './ReportList.module.css';

type Props = {
  readonly rows: readonly ReportRow[];
  readonly selected: RunId | null;
  readonly onSelect: (runId: RunId) => void;
};

/** The runs, newest first. */
export function ReportList({ rows, selected, onSelect }: Props) {
  const t = useT();
  return (
    <section className={styles.list}>
      <VirtualList
        label={t('reports.list.label')}
        items={rows}
        rowHeight={74}
        keyOf={(row) => row.run.id}
        selectedKey={selected}
        onSelect={(row) => onSelect(row.run.id)}
      >
        {(row) => <Item row={row} />}
      </VirtualList>
    </section>
  );
}

function Item({ row: { run } }: { readonly row: ReportRow }) {
  const t = useT();
  const format = useFormat();
  return (
    <div className={styles.item} data-testid="report-row" data-run-id={run.id} data-state={run.state}>
      <div className={styles.line}>
        <b className={styles.time}>{format.time(run.startedAt)}</b>
        <RunTag state={run.state} />
      </div>
      <div className={styles.soft}>
        {t(`trigger.${run.trigger}`)} · {t('reports.devices', { count: run.devices })}
      </div>
      <LevelCounts counts={run.counts} isCompact />
    </div>
  );
}
