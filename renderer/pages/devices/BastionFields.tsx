import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useT } from '../../i18n';
import { bastionWays, stepsProblem, type BastionWay } from './bastion-form';
import styles from './DeviceFields.module.css';

/** How one gets on to other devices from this one, where it is a bastion that forwards nothing. */
export function BastionFields() {
  const t = useT();
  const way = Form.useWatch<BastionWay | undefined>('bastionWay') ?? 'none';
  const options = bastionWays.map((value) => ({ value, label: t(`devices.form.bastion.${value}`) }));
  return (
    <>
      <Form.Item name="bastionWay" label={t('devices.form.bastion')} extra={t(`devices.form.bastion.${way}.help`)}>
        <Select options={options} data-testid="device-bastion" />
      </Form.Item>
      {way === 'custom' ? <StepsField /> : null}
      {way === 'linux' || way === 'custom' ? (
        <Form.Item name="bastionAcceptsNewKeys" valuePropName="checked" extra={t('devices.form.bastion.keys.help')}>
          <Checkbox>{t('devices.form.bastion.keys')}</Checkbox>
        </Form.Item>
      ) : null}
      {way === 'none' ? null : (
        <Form.Item name="bastionSessions" label={t('devices.form.bastion.sessions')}>
          <InputNumber min={1} max={100} precision={0} placeholder="5" style={{ width: 96 }} />
        </Form.Item>
      )}
    </>
  );
}

function StepsField() {
  const t = useT();
  const validator = (_: unknown, value: unknown): Promise<void> => {
    const bad = stepsProblem(typeof value === 'string' ? value : '');
    if (bad === undefined) return Promise.resolve();
    const words = t(`devices.form.bastion.problem.${bad.problem}`, { found: bad.found });
    return Promise.reject(new Error(t('devices.form.bastion.problem', { line: bad.line, words })));
  };
  return (
    <Form.Item
      name="bastionSteps"
      label={t('devices.form.bastion.steps')}
      extra={t('devices.form.bastion.steps.help')}
      rules={[{ validator }]}
      validateTrigger="onBlur"
    >
      <Input.TextArea
        className={styles.mono}
        autoSize={{ minRows: 4, maxRows: 12 }}
        spellCheck={false}
        placeholder={'Opt> => {host}\n? ID> => {user#}\n? password: => {password}'}
      />
    </Form.Item>
  );
}
