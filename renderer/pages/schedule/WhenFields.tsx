import { Form, Input, InputNumber, Radio } from 'antd';
import type { When } from '../../../shared/model/schedule';
import { useT } from '../../i18n';
import type { ScheduleValues } from './schedule-form';
import { presets } from './when';
import styles from './WhenFields.module.css';

/** Cron expression with presets, or an interval; to stand inside a `Form`. */
export function WhenFields() {
  const t = useT();
  const form = Form.useFormInstance<ScheduleValues>();
  const kind = Form.useWatch<When['kind'] | undefined>('kind');
  const expression = Form.useWatch<string | undefined>('expression');
  return (
    <>
      <Form.Item name="kind" label={t('schedule.form.kind')}>
        <Radio.Group
          options={[
            { value: 'cron', label: t('schedule.form.kind.cron') },
            { value: 'interval', label: t('schedule.form.kind.interval') },
          ]}
        />
      </Form.Item>
      {kind === 'interval' ? (
        <Form.Item
          name="minutes"
          label={t('schedule.form.minutes')}
          rules={[
            {
              required: true,
              type: 'integer',
              min: 5,
              max: 44640,
              message: t('common.number.range', { min: 5, max: 44640 }),
            },
          ]}
        >
          <InputNumber step={5} style={{ width: 160 }} />
        </Form.Item>
      ) : (
        <>
          <div className={styles.presets} role="group" aria-label={t('schedule.form.presets')}>
            {presets.map((preset) => (
              <button
                key={preset.key}
                type="button"
                className={preset.expression === expression ? styles.preset_on : styles.preset}
                aria-pressed={preset.expression === expression}
                onClick={() => form.setFieldValue('expression', preset.expression)}
              >
                {t(preset.key)}
              </button>
            ))}
          </div>
          <Form.Item
            name="expression"
            label={t('schedule.form.expression')}
            extra={t('schedule.form.expression.help')}
            rules={[{ required: true, whitespace: true, message: t('common.required') }]}
          >
            <Input className={styles.mono} spellCheck={false} maxLength={200} data-testid="schedule-expression" />
          </Form.Item>
        </>
      )}
    </>
  );
}
