import { App } from 'antd';
import { useCallback } from 'react';
import type { DeviceRow } from '../../../shared/contract/devices';
import { toAppError } from '../../api';
import { useT } from '../../i18n';

/** Asks before devices are removed, then removes them; a failure is told in a second dialog. */
export function useConfirmRemove(
  remove: (devices: readonly DeviceRow[]) => Promise<void>,
): (devices: readonly DeviceRow[]) => void {
  const t = useT();
  const { modal } = App.useApp();
  return useCallback(
    (devices) => {
      const [first] = devices;
      if (first === undefined) return;
      modal.confirm({
        title:
          devices.length === 1
            ? t('devices.remove.one', { name: first.name })
            : t('devices.remove.title', { count: devices.length }),
        content: t('devices.remove.text'),
        okText: t('common.remove'),
        okButtonProps: { danger: true },
        cancelText: t('common.cancel'),
        // Caught here because the dialog is the place where the user waits for the answer.
        onOk: async () => {
          try {
            await remove(devices);
          } catch (thrown) {
            const error = toAppError(thrown);
            modal.error({ title: t('common.error.title'), content: t(`error.${error.code}`, error.params) });
          }
        },
      });
    },
    [modal, remove, t],
  );
}
