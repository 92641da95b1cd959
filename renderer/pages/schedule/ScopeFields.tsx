import { Form, Radio, Select } from 'antd';
import { useDevices } from '../../state/devices';
import { valueOf } from '../../state/resource';
import { useT } from '../../i18n';

/** All devices, or chosen ones; to stand inside a `Form`. */
export function ScopeFields() {
  const t = useT();
  const scope = Form.useWatch<'all' | 'some' | undefined>('scope');
  const devices = valueOf(useDevices('scope')) ?? [];
  return (
    <>
      <Form.Item name="scope" label={t('schedule.form.scope')}>
        <Radio.Group
          options={[
            { value: 'all', label: t('schedule.scope.all') },
            { value: 'some', label: t('schedule.form.scope.choose') },
          ]}
        />
      </Form.Item>
      {scope === 'some' ? (
        <Form.Item
          name="deviceIds"
          label={t('schedule.form.scope.search')}
          rules={[{ required: true, type: 'array', min: 1, message: t('schedule.form.scope.required') }]}
        >
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            maxTagCount={12}
            placeholder={t('schedule.form.scope.search')}
            options={devices.map((device) => ({ value: device.id, label: `${device.name} (${device.host})` }))}
          />
        </Form.Item>
      ) : null}
    </>
  );
}
