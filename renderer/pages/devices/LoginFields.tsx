import { AutoComplete, Form, Input, Radio } from 'antd';
import { useMemo } from 'react';
import type { DeviceRow } from '../../../shared/contract/devices';
import type { AuthMethod, Protocol } from '../../../shared/model/device';
import { SecretField } from '../../forms/SecretField';
import { useT } from '../../i18n';
import { BastionFields } from './BastionFields';
import type { DeviceValues } from './device-form';

type Props = {
  readonly device: DeviceRow | null;
  readonly devices: readonly DeviceRow[];
};

/** How to log in, with what, and through which other host. */
export function LoginFields({ device, devices }: Props) {
  const t = useT();
  const isSsh = Form.useWatch<Protocol | undefined>('protocol') !== 'telnet';
  const auth = Form.useWatch<AuthMethod | undefined>('auth') ?? 'password';
  const isByPassword = !isSsh || auth === 'password';
  const methods = (['password', 'key', 'agent'] as const).map((value) => ({
    value,
    label: t(`devices.form.auth.${value}`),
  }));
  return (
    <>
      <Form.Item name="username" label={t('devices.form.username')}>
        <Input autoComplete="off" spellCheck={false} maxLength={128} />
      </Form.Item>
      <Form.Item name="auth" label={t('devices.form.auth')} hidden={!isSsh}>
        <Radio.Group optionType="button" options={methods} />
      </Form.Item>
      {isSsh && auth === 'key' ? <KeyFields device={device} /> : null}
      <Form.Item
        name="passwordText"
        label={t('devices.form.password')}
        extra={isByPassword ? undefined : t('devices.form.password.second')}
      >
        <SecretField isSet={device?.password !== undefined} />
      </Form.Item>
      <Form.Item name="enableSecretText" label={t('devices.form.enable')}>
        <SecretField isSet={device?.enableSecret !== undefined} />
      </Form.Item>
      <JumpField device={device} devices={devices} />
      {isSsh ? <BastionFields /> : null}
    </>
  );
}

function KeyFields({ device }: { readonly device: DeviceRow | null }) {
  const t = useT();
  return (
    <>
      <Form.Item name="privateKeyText" label={t('devices.form.key')} extra={t('devices.form.key.help')}>
        <SecretField isSet={device?.privateKey !== undefined} isLong />
      </Form.Item>
      <Form.Item name="passphraseText" label={t('devices.form.passphrase')}>
        <SecretField isSet={device?.passphrase !== undefined} />
      </Form.Item>
    </>
  );
}

function JumpField({ device, devices }: Props) {
  const t = useT();
  const form = Form.useFormInstance<DeviceValues>();
  const options = useMemo(
    () =>
      devices
        .filter(({ id, protocol }) => protocol === 'ssh' && id !== device?.id)
        .map(({ name }) => ({ value: name })),
    [device, devices],
  );
  return (
    <Form.Item name="jump" label={t('devices.form.jump')} extra={t('devices.form.jump.help')}>
      <AutoComplete
        options={options}
        allowClear
        onClear={() => form.setFieldValue('jump', '')}
        placeholder={t('devices.form.jump.example')}
        showSearch={{ filterOption: (typed, option) => String(option?.value ?? '').includes(typed) }}
      />
    </Form.Item>
  );
}
