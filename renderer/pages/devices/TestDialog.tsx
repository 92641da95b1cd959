import { Button, Modal } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { DeviceRow, DeviceTest } from '../../../shared/contract/devices';
import { Definitions } from '../../components/Definitions';
import { ErrorNotice } from '../../components/ErrorNotice';
import { hostPort } from '../../format';
import { useAction } from '../../hooks/use-action';
import { useT } from '../../i18n';
import { testDevice } from '../../state/devices';
import { TestLadder } from './TestLadder';
import styles from './TestDialog.module.css';

type Props = {
  readonly device: DeviceRow;
  readonly onClose: () => void;
};

/** Connects to one device and shows how far it came. */
export function TestDialog({ device, onClose }: Props) {
  const t = useT();
  const [result, setResult] = useState<DeviceTest | null>(null);
  const test = useAction(useCallback(async () => setResult(await testDevice(device.id)), [device.id]));
  const { run } = test;
  useEffect(() => {
    void run();
  }, [run]);
  return (
    <Modal
      open
      width={520}
      className={styles.dialog}
      title={t('devices.test.title', { name: device.name })}
      onCancel={onClose}
      footer={[
        <Button key="again" loading={test.isBusy} onClick={() => void run()}>
          {t('devices.test.again')}
        </Button>,
        <Button key="close" type="primary" onClick={onClose}>
          {t('common.close')}
        </Button>,
      ]}
    >
      <div className={styles.body} aria-live="polite" data-testid="device-test-result">
        {test.error === null ? null : <ErrorNotice error={test.error} />}
        {test.isBusy || (result === null && test.error === null) ? (
          <p>{t('devices.test.running', { host: device.host, port: device.port })}</p>
        ) : null}
        {test.isBusy || result === null ? null : <Result device={device} result={result} />}
      </div>
    </Modal>
  );
}

function Result({ device, result }: { readonly device: DeviceRow; readonly result: DeviceTest }) {
  const t = useT();
  const facts = [
    { term: t('devices.column.address'), value: hostPort(device.host, device.port) },
    ...(result.prompt === null
      ? []
      : [{ term: t('devices.test.prompt'), value: <code className={styles.mono}>{result.prompt}</code> }]),
    ...(result.hostKey === null
      ? []
      : [{ term: t('devices.test.hostkey'), value: <code className={styles.mono}>{result.hostKey}</code> }]),
  ];
  return (
    <>
      <TestLadder protocol={device.protocol} result={result} />
      {result.code === null ? null : <p className={styles.words}>{t(`error.${result.code}`, result.params)}</p>}
      <Definitions items={facts} />
    </>
  );
}
