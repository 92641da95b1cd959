import { App, Button, Form } from 'antd';
import { useCallback, useState } from 'react';
import type { SettingsView } from '../../../shared/contract/settings';
import { ErrorNotice } from '../../components/ErrorNotice';
import { PageFrame } from '../../components/PageFrame';
import { ResourceView } from '../../components/ResourceView';
import { useAction } from '../../hooks/use-action';
import { useT } from '../../i18n';
import { loadSettings, saveSettings, useSettings } from '../../state/settings';
import { AboutSection } from './AboutSection';
import { HostKeysSection } from './HostKeysSection';
import { LimitsSection } from './LimitsSection';
import { LookSection, SystemSection } from './LookSection';
import { ReportSection } from './ReportSection';
import { RunSection } from './RunSection';
import { settingsInput, settingsValues, type SettingsValues } from './settings-form';
import styles from './SettingsPage.module.css';
import { VaultSection } from './VaultSection';

/** Everything that can be set, in one column; saved by one button that stays in sight. */
export function SettingsPage() {
  const t = useT();
  const resource = useSettings();
  return (
    <PageFrame title={t('settings.title')} isFilled>
      <ResourceView resource={resource} onRetry={() => void loadSettings()}>
        {(settings) => <SettingsForm settings={settings} />}
      </ResourceView>
    </PageFrame>
  );
}

function SettingsForm({ settings }: { readonly settings: SettingsView }) {
  const t = useT();
  const { message } = App.useApp();
  const [form] = Form.useForm<SettingsValues>();
  const [isChanged, setChanged] = useState(false);
  const save = useAction(
    useCallback(
      async (values: SettingsValues) => {
        await saveSettings(settingsInput(settings, values));
        setChanged(false);
        void message.success(t('common.saved'));
      },
      [message, settings, t],
    ),
  );
  const discard = (): void => {
    form.setFieldsValue(settingsValues(settings));
    setChanged(false);
  };
  return (
    <>
      <div className={styles.scroll}>
        <div className={styles.column}>
          <Form<SettingsValues>
            form={form}
            layout="horizontal"
            labelWrap
            colon={false}
            requiredMark={false}
            labelAlign="left"
            labelCol={{ flex: '280px' }}
            wrapperCol={{ flex: '1 1 0' }}
            initialValues={settingsValues(settings)}
            onValuesChange={() => setChanged(true)}
            onFinish={(values) => void save.run(values)}
          >
            <LookSection />
            <RunSection />
            <LimitsSection />
            <ReportSection />
            <SystemSection />
          </Form>
          <VaultSection />
          <HostKeysSection />
          <AboutSection />
        </div>
      </div>
      <footer className={styles.foot}>
        {save.error === null ? null : <ErrorNotice error={save.error} onClose={save.clearError} />}
        <span className={styles.note}>{isChanged ? t('settings.unsaved') : ''}</span>
        <Button disabled={!isChanged} onClick={discard}>
          {t('settings.discard')}
        </Button>
        <Button
          type="primary"
          disabled={!isChanged}
          loading={save.isBusy}
          data-testid="settings-save"
          onClick={() => form.submit()}
        >
          {t('common.save')}
        </Button>
      </footer>
    </>
  );
}
