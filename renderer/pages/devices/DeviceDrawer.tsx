import { Button, Drawer, Form } from 'antd';
import { useCallback } from 'react';
import type { DeviceRow } from '../../../shared/contract/devices';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useAction } from '../../hooks/use-action';
import { useT } from '../../i18n';
import { saveDevice } from '../../state/devices';
import { deviceInput, deviceValues, type DeviceValues } from './device-form';
import { DeviceFields } from './DeviceFields';

type Props = {
  /** Null adds a new one. */
  readonly device: DeviceRow | null;
  readonly devices: readonly DeviceRow[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly onTest: (device: DeviceRow) => void;
};

/** Adds or edits one device. */
export function DeviceDrawer({ device, devices, isOpen, onClose, onTest }: Props) {
  const t = useT();
  const [form] = Form.useForm<DeviceValues>();
  const save = useAction(
    useCallback(
      async (wantsTest: boolean) => {
        const saved = await saveDevice(deviceInput(device, form.getFieldsValue(true) as DeviceValues));
        onClose();
        if (wantsTest) onTest({ ...saved, last: null });
      },
      [device, form, onClose, onTest],
    ),
  );
  const submit = async (wantsTest: boolean): Promise<void> => {
    const isValid = await form.validateFields().then(
      () => true,
      // The fields show what is wrong with them.
      () => false,
    );
    if (isValid) await save.run(wantsTest);
  };
  return (
    <Drawer
      open={isOpen}
      size={520}
      title={device === null ? t('devices.form.add') : t('devices.form.edit')}
      onClose={onClose}
      destroyOnHidden
      footer={
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8 }}>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button loading={save.isBusy} onClick={() => void submit(true)} data-testid="device-save-test">
            {t('devices.form.save.test')}
          </Button>
          <Button type="primary" loading={save.isBusy} onClick={() => void submit(false)} data-testid="device-save">
            {t('common.save')}
          </Button>
        </div>
      }
    >
      <Form<DeviceValues>
        form={form}
        layout="vertical"
        initialValues={deviceValues(device)}
        onFinish={() => void submit(false)}
      >
        {save.error === null ? null : <ErrorNotice error={save.error} onClose={save.clearError} />}
        <DeviceFields device={device} devices={devices} />
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </Form>
    </Drawer>
  );
}
