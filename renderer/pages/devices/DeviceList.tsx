import { CaretRightOutlined, DeleteOutlined, SearchOutlined } from '@ant-design/icons';
import { App, Button, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { DeviceRow } from '../../../shared/contract/devices';
import type { DeviceId } from '../../../shared/model/ids';
import type { Verdict } from '../../../shared/model/verdict';
import { useLocale, useT } from '../../i18n';
import { removeDevices } from '../../state/devices';
import { filterDevices, groupsOf, noFilter, type DeviceFilter } from './device-filter';
import styles from './DeviceList.module.css';
import { DeviceTable } from './DeviceTable';
import { useConfirmRemove } from './use-confirm-remove';

type Props = {
  readonly devices: readonly DeviceRow[];
  readonly isRunning: boolean;
  readonly onEdit: (device: DeviceRow) => void;
  readonly onTest: (device: DeviceRow) => void;
  readonly onRun: (ids: readonly DeviceId[]) => void;
};

/** The table of devices with its filters and what can be done with a selection. */
export function DeviceList({ devices, isRunning, onEdit, onTest, onRun }: Props) {
  const t = useT();
  const [filter, setFilter] = useState<DeviceFilter>(noFilter);
  const [selected, setSelected] = useState<readonly DeviceId[]>([]);
  const shown = useMemo(() => filterDevices(devices, filter), [devices, filter]);
  const chosen = useMemo(() => {
    const present = new Set(devices.map((device) => device.id));
    return selected.filter((id) => present.has(id));
  }, [devices, selected]);
  const { message } = App.useApp();
  const confirmRemove = useConfirmRemove(async (rows) => {
    await removeDevices(rows.map((row) => row.id));
    void message.success(t('devices.removed', { count: rows.length }));
  });
  return (
    <div className={styles.list}>
      <div className={styles.tools}>
        <Filters devices={devices} filter={filter} onChange={setFilter} />
        <div className={styles.actions}>
          {chosen.length === 0 ? null : (
            <span className={styles.selection}>
              <span>{t('devices.selected', { count: chosen.length })}</span>
              <Button size="small" type="text" onClick={() => setSelected([])}>
                {t('devices.selection.clear')}
              </Button>
              <Button
                size="small"
                danger
                icon={<DeleteOutlined />}
                onClick={() => confirmRemove(devices.filter((device) => chosen.includes(device.id)))}
              >
                {t('common.remove')}
              </Button>
            </span>
          )}
          <Button
            icon={<CaretRightOutlined />}
            disabled={chosen.length === 0 || isRunning}
            data-testid="run-selected"
            onClick={() => onRun(chosen)}
          >
            {t('devices.run.selected')}
          </Button>
        </div>
      </div>
      <DeviceTable
        devices={shown}
        selected={chosen}
        onSelect={setSelected}
        onEdit={onEdit}
        onTest={onTest}
        onRemove={(device) => confirmRemove([device])}
      />
    </div>
  );
}

type FiltersProps = {
  readonly devices: readonly DeviceRow[];
  readonly filter: DeviceFilter;
  readonly onChange: (filter: DeviceFilter) => void;
};

const verdicts: readonly Verdict[] = ['pass', 'warn', 'fail', 'unknown'];

function Filters({ devices, filter, onChange }: FiltersProps) {
  const t = useT();
  const locale = useLocale();
  const groups = useMemo(() => groupsOf(devices, locale), [devices, locale]);
  return (
    <>
      <Input
        prefix={<SearchOutlined aria-hidden="true" />}
        className={styles.search}
        allowClear
        value={filter.search}
        placeholder={t('devices.search')}
        aria-label={t('devices.search')}
        onChange={(event) => onChange({ ...filter, search: event.target.value })}
      />
      <Select
        className={styles.select}
        aria-label={t('devices.filter.verdict')}
        value={filter.verdict}
        onChange={(verdict) => onChange({ ...filter, verdict })}
        options={[
          { value: 'all' as const, label: t('devices.filter.verdict.all') },
          ...verdicts.map((verdict) => ({ value: verdict, label: t(`level.${verdict}`) })),
          { value: 'never' as const, label: t('devices.filter.never') },
        ]}
      />
      {groups.length < 2 ? null : (
        <Select
          className={styles.select}
          aria-label={t('devices.filter.group')}
          value={filter.group ?? '\0all'}
          onChange={(group) => onChange({ ...filter, group: group === '\0all' ? undefined : group })}
          options={[
            { value: '\0all', label: t('devices.filter.group.all') },
            ...groups.map((group) => ({ value: group, label: group === '' ? t('devices.filter.group.none') : group })),
          ]}
        />
      )}
    </>
  );
}
