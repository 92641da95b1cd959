import { Input } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import type { DeviceId } from '../../../shared/model/ids';
import { EmptyState } from '../../components/EmptyState';
import { LevelShape } from '../../components/LevelBadge';
import { VirtualList } from '../../components/VirtualList';
import { useT } from '../../i18n';
import type { LiveEntry } from '../../state/live-run';
import { countFilters, filterRun, type RunFilter } from './run-list';
import { RunDeviceRow } from './RunDeviceRow';
import styles from './RunDevices.module.css';

type Props = {
  readonly devices: readonly LiveEntry[];
  readonly selected: DeviceId | null;
  readonly onSelect: (id: DeviceId) => void;
};

const rowHeight = 50;

/** The devices of a run with state and verdict; thousands of rows cost no more than a screen of them. */
export function RunDevices({ devices, selected, onSelect }: Props) {
  const t = useT();
  const [filter, setFilter] = useState<RunFilter>('all');
  const [search, setSearch] = useState('');
  const wanted = useDeferredValue(search);
  const shown = useMemo(() => filterRun(devices, filter, wanted), [devices, filter, wanted]);
  const counts = useMemo(() => countFilters(devices), [devices]);
  return (
    <section className={styles.list} aria-label={t('run.list.label')}>
      <div className={styles.tools}>
        <Input
          size="small"
          allowClear
          value={search}
          placeholder={t('run.list.search')}
          aria-label={t('run.list.search')}
          onChange={(event) => setSearch(event.target.value)}
        />
        <FilterChips counts={counts} filter={filter} onChange={setFilter} />
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t('run.list.empty')} />
      ) : (
        <VirtualList
          label={t('run.list.label')}
          items={shown}
          rowHeight={rowHeight}
          keyOf={(entry) => entry.device.id}
          selectedKey={selected}
          onSelect={(entry) => onSelect(entry.device.id)}
        >
          {(entry) => <RunDeviceRow entry={entry} />}
        </VirtualList>
      )}
    </section>
  );
}

type ChipsProps = {
  readonly counts: Readonly<Record<RunFilter, number>>;
  readonly filter: RunFilter;
  readonly onChange: (filter: RunFilter) => void;
};

const verdicts = ['fail', 'warn', 'unknown', 'pass'] as const;
const states = ['all', 'running', 'waiting'] as const;

function FilterChips({ counts, filter, onChange }: ChipsProps) {
  const t = useT();
  const chip = (value: RunFilter): { className: string | undefined; 'aria-pressed': boolean; onClick: () => void } => ({
    className: filter === value ? styles.chip_on : styles.chip,
    'aria-pressed': filter === value,
    onClick: () => onChange(filter === value ? 'all' : value),
  });
  return (
    <div className={styles.chips}>
      {states
        .filter((state) => state === 'all' || counts[state] > 0)
        .map((state) => (
          <button key={state} type="button" {...chip(state)}>
            {t(`run.list.${state}`)} {counts[state]}
          </button>
        ))}
      {verdicts
        .filter((verdict) => counts[verdict] > 0)
        .map((verdict) => (
          <button
            key={verdict}
            type="button"
            title={t(`level.${verdict}`)}
            aria-label={`${t(`level.${verdict}`)} ${counts[verdict]}`}
            {...chip(verdict)}
          >
            <LevelShape level={verdict} /> {counts[verdict]}
          </button>
        ))}
    </div>
  );
}
