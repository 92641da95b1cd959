import { ExperimentOutlined, FileExcelOutlined, PlusCircleOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useCallback, type ReactNode } from 'react';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useAction } from '../../hooks/use-action';
import { useT } from '../../i18n';
import { startDemo } from '../../state/app';
import { loadDevices } from '../../state/devices';
import styles from './FirstStart.module.css';

type Props = {
  readonly isPicking: boolean;
  readonly onImport: () => void;
  readonly onAdd: () => void;
};

/** Three ways to begin, shown while there is no device. */
export function FirstStart({ isPicking, onImport, onAdd }: Props) {
  const t = useT();
  const { message } = App.useApp();
  const demo = useAction(
    useCallback(async () => {
      const count = await startDemo();
      await loadDevices();
      void message.success(t('devices.first.demo.done', { count }));
    }, [message, t]),
  );
  return (
    <div className={styles.first}>
      <h2 className={styles.title}>{t('devices.first.title')}</h2>
      <p className={styles.text}>{t('devices.first.text')}</p>
      {demo.error === null ? null : <ErrorNotice error={demo.error} onClose={demo.clearError} />}
      <div className={styles.cards}>
        <Card
          icon={<FileExcelOutlined />}
          title={t('devices.first.import.title')}
          text={t('devices.first.import.text')}
        >
          <Button type="primary" loading={isPicking} data-testid="first-start-import" onClick={onImport}>
            {t('devices.first.import.action')}
          </Button>
        </Card>
        <Card icon={<PlusCircleOutlined />} title={t('devices.first.add.title')} text={t('devices.first.add.text')}>
          <Button data-testid="first-start-add" onClick={onAdd}>
            {t('devices.first.add.action')}
          </Button>
        </Card>
        <Card icon={<ExperimentOutlined />} title={t('devices.first.demo.title')} text={t('devices.first.demo.text')}>
          <Button loading={demo.isBusy} data-testid="first-start-demo" onClick={() => void demo.run()}>
            {t('devices.first.demo.action')}
          </Button>
        </Card>
      </div>
    </div>
  );
}

type CardProps = {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
};

function Card({ icon, title, text, children }: CardProps) {
  return (
    <section className={styles.card}>
      <span className={styles.icon} aria-hidden="true">
        {icon}
      </span>
      <h3 className={styles.card_title}>{title}</h3>
      <p className={styles.card_text}>{text}</p>
      <div>{children}</div>
    </section>
  );
}
