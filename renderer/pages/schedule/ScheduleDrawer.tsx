import { Button, Drawer, Form, Input } from 'antd';
import { useCallback } from 'react';
import type { ScheduleView } from '../../../shared/model/schedule';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useAction } from '../../hooks/use-action';
import { useT } from '../../i18n';
import { saveSchedule } from '../../state/schedule';
import { NextTimes } from './NextTimes';
import { scheduleInput, scheduleValues, type ScheduleValues } from './schedule-form';
import { ScopeFields } from './ScopeFields';
import { whenOf } from './when';
import { WhenFields } from './WhenFields';

type Props = {
  /** Null adds a new one. */
  readonly schedule: ScheduleView | null;
  readonly onClose: () => void;
};

/** Adds or edits a schedule, with the next five times of what is typed. */
export function ScheduleDrawer({ schedule, onClose }: Props) {
  const t = useT();
  const [form] = Form.useForm<ScheduleValues>();
  const save = useAction(
    useCallback(
      async (values: ScheduleValues) => {
        const when = whenOf(values);
        if (when === null) return;
        await saveSchedule(scheduleInput(schedule, values, when));
        onClose();
      },
      [onClose, schedule],
    ),
  );
  return (
    <Drawer
      open
      size={480}
      title={schedule === null ? t('schedule.form.add') : t('schedule.form.edit')}
      onClose={onClose}
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="primary" loading={save.isBusy} data-testid="schedule-save" onClick={() => form.submit()}>
            {t('common.save')}
          </Button>
        </div>
      }
    >
      <Form<ScheduleValues>
        form={form}
        layout="vertical"
        initialValues={scheduleValues(schedule)}
        onFinish={(values) => void save.run(values)}
      >
        <Form.Item
          name="name"
          label={t('schedule.form.name')}
          rules={[{ required: true, whitespace: true, message: t('common.required') }]}
        >
          <Input autoFocus maxLength={128} placeholder={t('schedule.form.name.example')} />
        </Form.Item>
        <WhenFields />
        <NextTimes />
        <ScopeFields />
      </Form>
      {save.error === null ? null : <ErrorNotice error={save.error} onClose={save.clearError} />}
    </Drawer>
  );
}
