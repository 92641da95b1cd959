import { Checkbox, Form, Input } from 'antd';
import { Panel } from '../../components/Panel';
import { useLocalText, useT } from '../../i18n';
import { useCatalogue } from '../../state/app';
import { NumberItem } from './NumberItem';

/** What the report's cover says, which formats are written, how many runs are kept. */
export function ReportSection() {
  const t = useT();
  const textOf = useLocalText();
  const formats = useCatalogue()?.formats ?? [];
  return (
    <Panel title={t('settings.section.report')}>
      <Form.Item name={['report', 'customer']} label={t('settings.report.customer')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={['report', 'project']} label={t('settings.report.project')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name={['report', 'inspector']} label={t('settings.report.inspector')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name={['report', 'confidentiality']} label={t('settings.report.confidentiality')}>
        <Input maxLength={100} placeholder={t('settings.report.confidentiality.example')} />
      </Form.Item>
      <Form.Item name={['report', 'formats']} label={t('settings.report.formats')}>
        <Checkbox.Group options={formats.map((format) => ({ value: format.id, label: textOf(format.labels) }))} />
      </Form.Item>
      <NumberItem
        name={['keepRuns']}
        label={t('settings.keepRuns')}
        help={t('settings.keepRuns.help')}
        unit={t('settings.unit.runs')}
        min={0}
        max={10000}
      />
    </Panel>
  );
}
