import { Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { Disclosure } from '../../components/Disclosure';
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
        <Form.Item
          name="bastionSessions"
          label={t('devices.form.bastion.sessions')}
          extra={t('devices.form.bastion.sessions.help')}
        >
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
    const { line, found } = bad;
    return Promise.reject(new Error(line === null ? words : t('devices.form.bastion.problem', { line, found, words })));
  };
  return (
    <Form.Item
      name="bastionSteps"
      label={t('devices.form.bastion.steps')}
      extra={<StepsHelp />}
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

const grammar = [
  ['…  =>  …', 'step'],
  ['?', 'optional'],
  ['/…/  /…/i', 'pattern'],
  ['{host}  {port}  {user}', 'places'],
  ['{host#}  {user#}', 'numbers'],
  ['{password}', 'password'],
  ['!leave exit', 'leave'],
] as const;

/** How steps are written, a row for each sign. */
function StepsHelp() {
  const t = useT();
  return (
    <>
      {t('devices.form.bastion.steps.help')}
      <Disclosure title={t('devices.form.bastion.grammar')} testId="bastion-grammar">
        <dl className={styles.grammar}>
          {grammar.map(([sign, meaning]) => (
            <div key={meaning}>
              <dt>{sign}</dt>
              <dd>{t(`devices.form.bastion.grammar.${meaning}`)}</dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </>
  );
}
