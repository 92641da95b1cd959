import { DeleteOutlined, EditOutlined } from '@ant-design/icons';
import { Button, Popconfirm, Switch, Table } from 'antd';
import { useCallback } from 'react';
import type { ScheduleView } from '../../../shared/model/schedule';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useAction } from '../../hooks/use-action';
import { useFormat } from '../../hooks/use-format';
import { useT } from '../../i18n';
import { removeSchedule, saveSchedule } from '../../state/schedule';
import styles from './ScheduleTable.module.css';
import { whenText } from './when';

type Props = {
  readonly schedules: readonly ScheduleView[];
  readonly onEdit: (schedule: ScheduleView) => void;
};

/** The schedules with when they fire next. */
export function ScheduleTable({ schedules, onEdit }: Props) {
  const t = useT();
  const format = useFormat();
  const toggle = useAction(
    useCallback(async ({ id, name, when, deviceIds }: ScheduleView, isEnabled: boolean) => {
      await saveSchedule({ id, name, when, deviceIds, isEnabled });
    }, []),
  );
  const remove = useAction(useCallback((schedule: ScheduleView) => removeSchedule(schedule.id), []));
  const error = toggle.error ?? remove.error;
  return (
    <>
      {error === null ? null : <ErrorNotice error={error} />}
      <Table<ScheduleView>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={schedules as ScheduleView[]}
        scroll={{ x: 'max-content' }}
        onRow={testMarks}
        columns={[
          {
            title: t('schedule.column.enabled'),
            width: 64,
            render: (_, schedule) => (
              <Switch
                size="small"
                checked={schedule.isEnabled}
                aria-label={t('schedule.enable', { name: schedule.name })}
                onChange={(isEnabled) => void toggle.run(schedule, isEnabled)}
              />
            ),
          },
          { title: t('schedule.column.name'), render: (_, schedule) => <b className={styles.name}>{schedule.name}</b> },
          { title: t('schedule.column.when'), render: (_, schedule) => <When schedule={schedule} /> },
          {
            title: t('schedule.column.scope'),
            render: (_, { deviceIds }) =>
              deviceIds.length === 0 ? t('schedule.scope.all') : t('schedule.scope.some', { count: deviceIds.length }),
          },
          {
            title: t('schedule.column.next'),
            render: (_, { nextAt }) => (
              <span className={nextAt === null ? styles.faint : styles.number}>
                {nextAt === null ? t('schedule.notnext') : format.weekday(nextAt)}
              </span>
            ),
          },
          {
            title: t('schedule.column.last'),
            render: (_, { lastFiredAt }) => (
              <span className={styles.faint}>
                {lastFiredAt === null ? t('schedule.never') : format.time(lastFiredAt)}
              </span>
            ),
          },
          {
            width: 80,
            align: 'right',
            fixed: 'right',
            render: (_, schedule) => (
              <RowActions schedule={schedule} onEdit={onEdit} onRemove={(each) => void remove.run(each)} />
            ),
          },
        ]}
      />
    </>
  );
}

type RowActionsProps = {
  readonly schedule: ScheduleView;
  readonly onEdit: (schedule: ScheduleView) => void;
  readonly onRemove: (schedule: ScheduleView) => void;
};

function RowActions({ schedule, onEdit, onRemove }: RowActionsProps) {
  const t = useT();
  return (
    <>
      <Button
        size="small"
        type="text"
        icon={<EditOutlined />}
        aria-label={`${t('common.edit')} ${schedule.name}`}
        onClick={() => onEdit(schedule)}
      />
      <Popconfirm
        title={t('schedule.remove.title', { name: schedule.name })}
        okText={t('common.remove')}
        okButtonProps={{ danger: true }}
        cancelText={t('common.cancel')}
        onConfirm={() => onRemove(schedule)}
      >
        <Button
          size="small"
          type="text"
          icon={<DeleteOutlined />}
          aria-label={`${t('common.remove')} ${schedule.name}`}
        />
      </Popconfirm>
    </>
  );
}

function When({ schedule: { when } }: { readonly schedule: ScheduleView }) {
  const t = useT();
  const words = whenText(when, t);
  return (
    <span className={styles.when}>
      {when.kind === 'cron' && words === when.expression ? null : words}
      {when.kind === 'cron' ? <code className={styles.expression}>{when.expression}</code> : null}
    </span>
  );
}

function testMarks(schedule: ScheduleView): Readonly<Record<string, string>> {
  return { 'data-testid': 'schedule-row', 'data-schedule-name': schedule.name };
}
