import { Form, InputNumber, type FormRule } from 'antd';
import { Panel } from '../../components/Panel';
import { useT } from '../../i18n';
import styles from './LimitsSection.module.css';
import { NumberItem } from './NumberItem';

/** Limits of the checks; what a device prints itself goes before them. */
export function LimitsSection() {
  const t = useT();
  const days = t('settings.unit.days');
  return (
    <Panel title={t('settings.section.limits')}>
      <p className={styles.help}>{t('settings.limits.help')}</p>
      <PercentPair part="cpu" label={t('settings.limits.cpu')} />
      <PercentPair part="memory" label={t('settings.limits.memory')} />
      <NumberItem
        name={['thresholds', 'temperature', 'marginCelsius']}
        label={t('settings.limits.temperature.margin')}
        unit="°C"
        min={0}
        max={50}
        isInteger={false}
      />
      <NumberItem
        name={['thresholds', 'temperature', 'failCelsius']}
        label={t('settings.limits.temperature.fail')}
        help={t('settings.limits.temperature.fail.help')}
        unit="°C"
        min={1}
        max={150}
        isOptional
        isInteger={false}
      />
      <NumberItem
        name={['thresholds', 'licence', 'warnDays']}
        label={t('settings.limits.licence.warn')}
        unit={days}
        min={1}
        max={3650}
      />
      <NumberItem
        name={['thresholds', 'licence', 'failDays']}
        label={t('settings.limits.licence.fail')}
        unit={days}
        min={0}
        max={3650}
        dependencies={[['thresholds', 'licence', 'warnDays']]}
        rules={[
          ({ getFieldValue }) => ({
            validator: (_, value: number) =>
              value < Number(getFieldValue(['thresholds', 'licence', 'warnDays']))
                ? Promise.resolve()
                : Promise.reject(new Error(t('settings.limits.licence.order'))),
          }),
        ]}
      />
    </Panel>
  );
}

type PairProps = { readonly part: 'cpu' | 'memory'; readonly label: string };

/** Warning and fail limit of a percentage, in one line. */
function PercentPair({ part, label }: PairProps) {
  const t = useT();
  const warn = ['thresholds', part, 'warnPercent'];
  const range: FormRule = {
    type: 'number',
    min: 1,
    max: 100,
    required: true,
    message: t('common.number.range', { min: 1, max: 100 }),
  };
  const order: FormRule = ({ getFieldValue }) => ({
    validator: (_, value: number) =>
      value > Number(getFieldValue(warn)) ? Promise.resolve() : Promise.reject(new Error(t('settings.limits.order'))),
  });
  return (
    <Form.Item label={label} className={styles.pair_item}>
      <div className={styles.pair}>
        <Form.Item name={warn} noStyle rules={[range]}>
          <InputNumber
            prefix={t('settings.limits.warn')}
            suffix="%"
            aria-label={`${label} ${t('settings.limits.warn')}`}
          />
        </Form.Item>
        <Form.Item name={['thresholds', part, 'failPercent']} noStyle rules={[range, order]} dependencies={[warn]}>
          <InputNumber
            prefix={t('settings.limits.fail')}
            suffix="%"
            aria-label={`${label} ${t('settings.limits.fail')}`}
          />
        </Form.Item>
      </div>
    </Form.Item>
  );
}
