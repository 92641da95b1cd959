import { Form, Radio, Switch } from 'antd';
import { Panel } from '../../components/Panel';
import { useT } from '../../i18n';

/** Language and theme. */
export function LookSection() {
  const t = useT();
  return (
    <Panel title={t('settings.section.look')}>
      <Form.Item name="locale" label={t('settings.locale')}>
        <Radio.Group
          data-testid="settings-locale"
          options={[
            { value: 'zh-CN', label: t('settings.locale.zh') },
            { value: 'en', label: t('settings.locale.en') },
          ]}
        />
      </Form.Item>
      <Form.Item name="theme" label={t('settings.theme')}>
        <Radio.Group
          data-testid="settings-theme"
          options={[
            { value: 'system', label: t('settings.theme.system') },
            { value: 'light', label: t('settings.theme.light') },
            { value: 'dark', label: t('settings.theme.dark') },
          ]}
        />
      </Form.Item>
    </Panel>
  );
}

/** What the program does on this machine. */
export function SystemSection() {
  const t = useT();
  return (
    <Panel title={t('settings.section.system')}>
      <Form.Item name="desktopNotice" label={t('settings.desktopNotice')} valuePropName="checked">
        <Switch size="small" />
      </Form.Item>
      <Form.Item name="startAtLogin" label={t('settings.startAtLogin')} valuePropName="checked">
        <Switch size="small" />
      </Form.Item>
    </Panel>
  );
}
