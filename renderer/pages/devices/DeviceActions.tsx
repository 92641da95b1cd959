import { CaretRightOutlined, DownOutlined, DownloadOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Dropdown } from 'antd';
import { useCallback } from 'react';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useAction } from '../../hooks/use-action';
import { useT } from '../../i18n';
import { exportDevices, saveTemplate } from '../../state/devices';

type Props = {
  readonly isEmpty: boolean;
  readonly isRunning: boolean;
  readonly isStarting: boolean;
  readonly onImport: () => void;
  readonly onAdd: () => void;
  readonly onRunAll: () => void;
};

const exportFormats = ['xlsx', 'csv', 'json'] as const;

/** Buttons of the devices page. */
export function DeviceActions({ isEmpty, isRunning, isStarting, onImport, onAdd, onRunAll }: Props) {
  const t = useT();
  const { message } = App.useApp();
  const save = useAction(
    useCallback(
      async (what: (typeof exportFormats)[number] | 'template') => {
        const path = what === 'template' ? await saveTemplate() : await exportDevices(what);
        if (path === null) return;
        void message.success(t(what === 'template' ? 'devices.template.done' : 'devices.export.done', { path }));
      },
      [message, t],
    ),
  );
  const importMenu = [
    { key: 'pick', label: t('devices.import.pick'), onClick: onImport },
    { key: 'template', label: t('devices.import.template'), onClick: () => void save.run('template') },
  ];
  const exportMenu = exportFormats.map((format) => ({
    key: format,
    label: t(`devices.export.${format}`),
    onClick: () => void save.run(format),
  }));
  return (
    <>
      {save.error === null ? null : <ErrorNotice error={save.error} onClose={save.clearError} />}
      <Dropdown menu={{ items: importMenu }} trigger={['click']}>
        <Button icon={<ImportOutlined />} data-testid="devices-import">
          {t('devices.import.button')} <DownOutlined />
        </Button>
      </Dropdown>
      <Dropdown menu={{ items: exportMenu }} trigger={['click']} disabled={isEmpty}>
        <Button icon={<DownloadOutlined />}>
          {t('devices.export.button')} <DownOutlined />
        </Button>
      </Dropdown>
      <Button icon={<PlusOutlined />} onClick={onAdd} data-testid="device-add">
        {t('devices.add.button')}
      </Button>
      <Button
        type="primary"
        icon={<CaretRightOutlined />}
        disabled={isEmpty || isRunning}
        loading={isStarting}
        data-testid="run-all"
        onClick={onRunAll}
      >
        {t('devices.run.all')}
      </Button>
    </>
  );
}
