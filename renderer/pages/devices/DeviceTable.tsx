import { ApiOutlined, DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { Button, Table, Tooltip, type TableProps } from 'antd';
import { useMemo } from 'react';
import type { DeviceRow } from '../../../shared/contract/devices';
import type { DeviceId } from '../../../shared/model/ids';
import { EmptyState } from '../../components/EmptyState';
import { LevelBadge } from '../../components/LevelBadge';
import { hostPort } from '../../format';
import { useFormat } from '../../hooks/use-format';
import { useLocalText, useT } from '../../i18n';
import { useCatalogue } from '../../state/app';
import { compareHosts } from './device-filter';
import styles from './DeviceTable.module.css';
import { usualPorts } from './device-form';

type Props = {
  readonly devices: readonly DeviceRow[];
  readonly selected: readonly DeviceId[];
  readonly onSelect: (ids: readonly DeviceId[]) => void;
  readonly onEdit: (device: DeviceRow) => void;
  readonly onTest: (device: DeviceRow) => void;
  readonly onRemove: (device: DeviceRow) => void;
};

const severity = { fail: 0, warn: 1, unknown: 2, pass: 3 } as const;

/** The devices as a table, a page at a time. */
export function DeviceTable({ devices, selected, onSelect, ...actions }: Props) {
  const t = useT();
  const columns = useColumns(actions);
  return (
    <div className={styles.box} data-testid="devices-table">
      <Table<DeviceRow>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={devices as DeviceRow[]}
        scroll={{ x: 'max-content' }}
        rowSelection={{
          selectedRowKeys: selected as DeviceId[],
          preserveSelectedRowKeys: true,
          columnWidth: 36,
          getCheckboxProps: ({ name }) => ({ 'aria-label': name }),
          onChange: (keys) => onSelect(keys as DeviceId[]),
        }}
        onRow={testMarks}
        rowClassName={(device) => (device.isSkipped ? (styles.skipped ?? '') : '')}
        pagination={{
          defaultPageSize: 50,
          pageSizeOptions: [20, 50, 100, 200],
          size: 'small',
          hideOnSinglePage: true,
          showTotal: (total) => t('common.page.total', { total }),
        }}
        locale={{ emptyText: <EmptyState title={t('devices.filter.empty')} /> }}
      />
    </div>
  );
}

type Actions = Pick<Props, 'onEdit' | 'onTest' | 'onRemove'>;

function useColumns({ onEdit, onTest, onRemove }: Actions): NonNullable<TableProps<DeviceRow>['columns']> {
  const t = useT();
  const format = useFormat();
  const textOf = useLocalText();
  const catalogue = useCatalogue();
  return useMemo(() => {
    const platforms = new Map((catalogue?.deviceTypes ?? []).map((entry) => [entry.id, textOf(entry.labels)]));
    return [
      {
        title: t('devices.column.name'),
        sorter: (one, other) => one.name.localeCompare(other.name, undefined, { numeric: true }),
        render: (_, device) => <NameCell device={device} onOpen={() => onEdit(device)} />,
      },
      {
        title: t('devices.column.last'),
        sorter: (one, other) => rank(one) - rank(other),
        render: (_, device) =>
          device.last === null ? (
            <span className={styles.faint}>{t('devices.never')}</span>
          ) : (
            <span className={styles.last}>
              <LevelBadge level={device.last.verdict} />
              <span className={styles.faint}>{format.time(device.last.at)}</span>
            </span>
          ),
      },
      {
        title: t('devices.column.address'),
        sorter: (one, other) => compareHosts(one.host, other.host),
        render: (_, device) => <span className={styles.mono}>{addressOf(device)}</span>,
      },
      { title: t('devices.column.protocol'), width: 76, render: (_, device) => device.protocol.toUpperCase() },
      {
        title: t('devices.column.platform'),
        sorter: (one, other) => one.platform.localeCompare(other.platform),
        render: (_, device) => (
          <span className={styles.cut} title={device.platform}>
            {platforms.get(device.platform) ?? device.platform}
          </span>
        ),
      },
      {
        title: t('devices.column.group'),
        sorter: (one, other) => one.group.localeCompare(other.group, undefined, { numeric: true }),
        dataIndex: 'group',
      },
      {
        title: t('devices.column.actions'),
        width: 108,
        fixed: 'right',
        render: (_, device) => (
          <span className={styles.actions}>
            <RowButton
              label={t('devices.test.button')}
              of={device.name}
              icon={<ApiOutlined />}
              onClick={() => onTest(device)}
            />
            <RowButton
              label={t('common.edit')}
              of={device.name}
              icon={<EditOutlined />}
              onClick={() => onEdit(device)}
            />
            <RowButton
              label={t('common.remove')}
              of={device.name}
              icon={<DeleteOutlined />}
              onClick={() => onRemove(device)}
            />
          </span>
        ),
      },
    ];
  }, [t, format, textOf, catalogue, onEdit, onTest, onRemove]);
}

function NameCell({ device, onOpen }: { readonly device: DeviceRow; readonly onOpen: () => void }) {
  const t = useT();
  return (
    <span className={styles.name} title={device.comment === '' ? device.name : `${device.name}\n${device.comment}`}>
      <button type="button" className={styles.name_text} onClick={onOpen}>
        {device.name}
      </button>
      {device.isSkipped ? <span className={styles.tag}>{t('devices.skipped')}</span> : null}
      {device.password === undefined ? <span className={styles.warn_tag}>{t('devices.nopassword')}</span> : null}
    </span>
  );
}

type RowButtonProps = {
  readonly label: string;
  readonly of: string;
  readonly icon: React.ReactNode;
  readonly onClick: () => void;
};

function RowButton({ label, of, icon, onClick }: RowButtonProps) {
  return (
    <Tooltip title={label} mouseEnterDelay={0.4}>
      <Button type="text" size="small" icon={icon} aria-label={`${label} ${of}`} onClick={onClick} />
    </Tooltip>
  );
}

function addressOf(device: DeviceRow): string {
  return device.port === usualPorts[device.protocol] ? device.host : hostPort(device.host, device.port);
}

function rank(device: DeviceRow): number {
  return device.last === null ? 4 : severity[device.last.verdict];
}

function testMarks(device: DeviceRow): Readonly<Record<string, string>> {
  return { 'data-testid': 'device-row', 'data-device-name': device.name };
}
