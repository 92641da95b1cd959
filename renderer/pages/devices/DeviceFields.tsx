import { Alert, AutoComplete, Checkbox, Form, Input, InputNumber, Radio, Select, Switch } from 'antd';
import { useMemo } from 'react';
import type { DeviceRow } from '../../../shared/contract/devices';
import type { Protocol } from '../../../shared/model/device';
import { Disclosure } from '../../components/Disclosure';
import { linesOf } from '../../forms/form-mapping';
import { useLocale, useLocalText, useT } from '../../i18n';
import { useCatalogue } from '../../state/app';
import { groupsOf } from './device-filter';
import { usualFtpPort, usualPorts, type DeviceValues } from './device-form';
import styles from './DeviceFields.module.css';
import { LoginFields } from './LoginFields';

type Props = {
  readonly device: DeviceRow | null;
  readonly devices: readonly DeviceRow[];
};

/** The fields of a device, to stand inside a `Form`. */
export function DeviceFields({ device, devices }: Props) {
  const t = useT();
  return (
    <>
      <h3 className={styles.section}>{t('devices.form.section.access')}</h3>
      <AccessFields device={device} />
      <h3 className={styles.section}>{t('devices.form.section.login')}</h3>
      <LoginFields device={device} devices={devices} />
      <h3 className={styles.section}>{t('devices.form.section.inspect')}</h3>
      <InspectFields device={device} devices={devices} />
    </>
  );
}

function AccessFields({ device }: { readonly device: DeviceRow | null }) {
  const t = useT();
  const form = Form.useFormInstance<DeviceValues>();
  const protocol = Form.useWatch<Protocol | undefined>('protocol');
  const required = { required: true, whitespace: true, message: t('common.required') };
  const changeProtocol = (next: Protocol): void => {
    const isUsual = Object.values(usualPorts).includes(form.getFieldValue('port'));
    if (isUsual) form.setFieldValue('port', usualPorts[next]);
  };
  return (
    <>
      <Form.Item name="name" label={t('devices.form.name')} rules={[required]}>
        <Input autoFocus={device === null} placeholder={t('devices.form.name.example')} maxLength={128} />
      </Form.Item>
      <div className={styles.address}>
        <Form.Item name="host" label={t('devices.form.host')} rules={[required]}>
          <Input placeholder={t('devices.form.host.example')} spellCheck={false} maxLength={255} />
        </Form.Item>
        <Form.Item name="protocol" label={t('devices.form.protocol')}>
          <Radio.Group
            optionType="button"
            options={[
              { value: 'ssh', label: 'SSH' },
              { value: 'telnet', label: 'Telnet' },
            ]}
            onChange={(event) => changeProtocol(event.target.value as Protocol)}
          />
        </Form.Item>
        <Form.Item
          name="port"
          label={t('devices.form.port')}
          rules={[{ required: true, message: t('common.required') }]}
        >
          <InputNumber min={1} max={65535} precision={0} controls={false} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      {protocol === 'telnet' ? (
        <Alert className={styles.note} type="warning" showIcon title={t('devices.form.telnet')} />
      ) : null}
      <PlatformField device={device} />
      <AdvancedFields device={device} />
    </>
  );
}

/** What few devices need. */
function AdvancedFields({ device }: { readonly device: DeviceRow | null }) {
  const t = useT();
  return (
    <Disclosure
      title={t('devices.form.advanced')}
      isOpenAtFirst={device?.ftpPort !== undefined}
      testId="device-advanced"
    >
      <Form.Item name="ftpPort" label={t('devices.form.ftpPort')} extra={t('devices.form.ftpPort.help')}>
        <InputNumber
          min={1}
          max={65535}
          precision={0}
          controls={false}
          placeholder={String(usualFtpPort)}
          style={{ width: 96 }}
        />
      </Form.Item>
    </Disclosure>
  );
}

function PlatformField({ device }: { readonly device: DeviceRow | null }) {
  const t = useT();
  const textOf = useLocalText();
  const catalogue = useCatalogue();
  const options = useMemo(() => {
    const known = (catalogue?.deviceTypes ?? []).map((entry) => ({
      value: entry.id,
      label: `${textOf(entry.labels)}  ·  ${entry.id}`,
    }));
    // A device type from a workbook that no member stands for stays as it is.
    const own = device?.platform;
    return own === undefined || known.some((option) => option.value === own)
      ? known
      : [...known, { value: own, label: own }];
  }, [catalogue, device, textOf]);
  return (
    <Form.Item
      name="platform"
      label={t('devices.form.platform')}
      rules={[{ required: true, message: t('common.required') }]}
    >
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t('devices.form.platform.example')}
        options={options}
      />
    </Form.Item>
  );
}

function InspectFields({ device, devices }: Props) {
  const t = useT();
  const locale = useLocale();
  const commands = Form.useWatch<string | undefined>('commands') ?? '';
  const form = Form.useFormInstance<DeviceValues>();
  const groups = useMemo(() => groupsOf(devices, locale).filter((group) => group !== ''), [devices, locale]);
  const hasCommands = linesOf(commands).length > 0;
  const stored = device?.commands.join('\n') ?? '';
  return (
    <>
      <Form.Item name="group" label={t('devices.form.group')}>
        <AutoComplete
          options={groups.map((group) => ({ value: group }))}
          placeholder={t('devices.form.group.example')}
          showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }}
        />
      </Form.Item>
      <Form.Item name="comment" label={t('devices.form.comment')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="commands" label={t('devices.form.commands')} extra={t('devices.form.commands.help')}>
        <Input.TextArea
          className={styles.mono}
          autoSize={{ minRows: 2, maxRows: 10 }}
          spellCheck={false}
          onChange={(event) => form.setFieldValue('isConfirmed', event.target.value === stored)}
        />
      </Form.Item>
      {hasCommands ? (
        <Form.Item
          name="isConfirmed"
          valuePropName="checked"
          rules={[
            {
              validator: (_, value) =>
                value === true ? Promise.resolve() : Promise.reject(new Error(t('devices.form.commands.unconfirmed'))),
            },
          ]}
        >
          <Checkbox>{t('devices.form.commands.confirm')}</Checkbox>
        </Form.Item>
      ) : null}
      <Form.Item
        name="isSkipped"
        label={t('devices.form.skip')}
        valuePropName="checked"
        layout="horizontal"
        colon={false}
      >
        <Switch size="small" />
      </Form.Item>
    </>
  );
}
