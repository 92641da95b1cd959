import { Alert, Button, Drawer, Form, Input, Radio, Switch } from 'antd';
import { useCallback, useState } from 'react';
import type { ChannelView } from '../../../shared/model/channel';
import { ErrorNotice } from '../../components/ErrorNotice';
import { SchemaForm } from '../../forms/SchemaForm';
import { useAction } from '../../hooks/use-action';
import { useLocalText, useT } from '../../i18n';
import { saveChannel, testChannel, type ChannelTest } from '../../state/channels';
import { channelInput, channelValues, type ChannelKind, type ChannelValues } from './channel-form';
import styles from './ChannelDrawer.module.css';
import { TestResult } from './TestResult';

type Props = {
  readonly kind: ChannelKind;
  /** Null adds a new one. */
  readonly channel: ChannelView | null;
  readonly onClose: () => void;
};

/** Adds or edits a channel; its own fields draw themselves from their descriptors. */
export function ChannelDrawer({ kind, channel, onClose }: Props) {
  const t = useT();
  const textOf = useLocalText();
  const [form] = Form.useForm<ChannelValues>();
  // Once saved for a test, the channel is no longer new.
  const [saved, setSaved] = useState<ChannelView | null>(channel);
  const [result, setResult] = useState<ChannelTest | null>(null);
  const save = useAction(
    useCallback(
      async (wantsTest: boolean) => {
        setResult(null);
        const stored = await saveChannel(channelInput(kind, saved, form.getFieldsValue(true) as ChannelValues));
        setSaved(stored);
        if (!wantsTest) return onClose();
        kind.fields
          .filter((field) => field.type === 'secret')
          .forEach((field) => form.setFieldValue(['fields', field.name], undefined));
        setResult(await testChannel(stored.id));
        return undefined;
      },
      [form, kind, onClose, saved],
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
  const label = textOf(kind.labels);
  return (
    <Drawer
      open
      size={520}
      title={t(channel === null ? 'channels.form.add' : 'channels.form.edit', { kind: label })}
      onClose={onClose}
      footer={
        <div className={styles.foot}>
          <Button onClick={onClose}>{t('common.close')}</Button>
          <Button loading={save.isBusy} data-testid="channel-save-test" onClick={() => void submit(true)}>
            {t('channels.form.save.test')}
          </Button>
          <Button type="primary" loading={save.isBusy} data-testid="channel-save" onClick={() => void submit(false)}>
            {t('common.save')}
          </Button>
        </div>
      }
    >
      <div className={styles.body}>
        {textOf(kind.note) === '' ? null : <Alert type="info" title={textOf(kind.note)} />}
        <Form<ChannelValues> form={form} layout="vertical" initialValues={channelValues(kind, channel, label)}>
          <OwnFields />
          <SchemaForm under="fields" fields={kind.fields} secretsSet={saved?.secretsSet ?? []} />
        </Form>
        {save.error === null ? null : <ErrorNotice error={save.error} onClose={save.clearError} />}
        {result === null ? null : <TestResult result={result} />}
      </div>
    </Drawer>
  );
}

function OwnFields() {
  const t = useT();
  return (
    <>
      <Form.Item
        name="name"
        label={t('channels.form.name')}
        rules={[{ required: true, whitespace: true, message: t('common.required') }]}
      >
        <Input maxLength={128} />
      </Form.Item>
      <Form.Item name="sendOn" label={t('channels.sendOn.label')}>
        <Radio.Group
          options={[
            { value: 'always', label: t('channels.sendOn.always') },
            { value: 'problems', label: t('channels.sendOn.problems') },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="isEnabled"
        label={t('channels.enabled')}
        valuePropName="checked"
        layout="horizontal"
        colon={false}
      >
        <Switch size="small" />
      </Form.Item>
    </>
  );
}
