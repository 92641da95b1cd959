import { Form, Switch } from 'antd';
import { mostMegabytes } from '../../../shared/model/settings';
import { Panel } from '../../components/Panel';
import { useT } from '../../i18n';
import { NumberItem } from './NumberItem';

/** Concurrency, the budgets of every wait in seconds, and the ways to fetch files. */
export function RunSection() {
  const t = useT();
  const seconds = t('settings.unit.seconds');
  return (
    <Panel title={t('settings.section.run')}>
      <NumberItem
        name={['concurrency']}
        label={t('settings.concurrency')}
        help={t('settings.concurrency.help')}
        unit={t('settings.unit.devices')}
        min={1}
        max={200}
      />
      <NumberItem
        name={['budgets', 'connectSeconds']}
        label={t('settings.budget.connect')}
        unit={seconds}
        min={1}
        max={600}
        isInteger={false}
      />
      <NumberItem
        name={['budgets', 'commandSeconds']}
        label={t('settings.budget.command')}
        unit={seconds}
        min={1}
        max={3600}
        isInteger={false}
        help={t('settings.budget.command.help')}
      />
      <NumberItem
        name={['budgets', 'fileSeconds']}
        label={t('settings.budget.file')}
        unit={seconds}
        min={1}
        max={3600}
        isInteger={false}
      />
      <NumberItem
        name={['budgets', 'deviceSeconds']}
        label={t('settings.budget.device')}
        unit={seconds}
        min={5}
        max={36000}
        isInteger={false}
      />
      <NumberItem
        name={['budgets', 'outputMegabytes']}
        label={t('settings.budget.output')}
        help={t('settings.budget.output.help')}
        unit="MB"
        min={1}
        max={mostMegabytes}
      />
      <NumberItem
        name={['budgets', 'fileMegabytes']}
        label={t('settings.budget.fileSize')}
        unit="MB"
        min={1}
        max={mostMegabytes}
      />
      <Form.Item
        name="allowFtp"
        label={t('settings.allowFtp')}
        extra={t('settings.allowFtp.help')}
        valuePropName="checked"
      >
        <Switch size="small" />
      </Form.Item>
    </Panel>
  );
}
