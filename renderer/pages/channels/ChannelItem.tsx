import { DeleteOutlined, EditOutlined, SendOutlined } from '@ant-design/icons';
import { Button, Popconfirm, Switch } from 'antd';
import { useCallback, useState } from 'react';
import type { ChannelView } from '../../../shared/model/channel';
import { ErrorNotice } from '../../components/ErrorNotice';
import { useAction } from '../../hooks/use-action';
import { useFormat } from '../../hooks/use-format';
import { useLocalText, useT } from '../../i18n';
import { useCatalogue } from '../../state/app';
import { removeChannel, saveChannel, testChannel, type ChannelTest } from '../../state/channels';
import { channelChange } from './channel-form';
import styles from './ChannelItem.module.css';
import { TestResult } from './TestResult';

type Props = {
  readonly channel: ChannelView;
  readonly onEdit: () => void;
};

/** One channel: what it is, when it sends, what is missing, and what the service says to a test. */
export function ChannelItem({ channel, onEdit }: Props) {
  const t = useT();
  const [result, setResult] = useState<ChannelTest | null>(null);
  const { id, name } = channel;
  const test = useAction(
    useCallback(async () => {
      setResult(null);
      setResult(await testChannel(id));
    }, [id]),
  );
  const toggle = useAction(
    useCallback(
      async (isEnabled: boolean) => {
        await saveChannel(channelChange(channel, { isEnabled }));
      },
      [channel],
    ),
  );
  const remove = useAction(useCallback(() => removeChannel(id), [id]));
  const error = test.error ?? toggle.error ?? remove.error;
  return (
    <li className={styles.item} data-testid="channel-row" data-channel-kind={channel.kind} data-channel-name={name}>
      <div className={styles.line}>
        <Switch
          size="small"
          checked={channel.isEnabled}
          loading={toggle.isBusy}
          aria-label={`${t('channels.enabled')}: ${name}`}
          onChange={(isEnabled) => void toggle.run(isEnabled)}
        />
        <Facts channel={channel} />
        <span className={styles.actions}>
          <Button
            size="small"
            icon={<SendOutlined />}
            loading={test.isBusy}
            data-testid="channel-test"
            onClick={() => void test.run()}
          >
            {test.isBusy ? t('channels.test.sending') : t('channels.test')}
          </Button>
          <Button size="small" icon={<EditOutlined />} onClick={onEdit} data-testid="channel-edit">
            {t('common.edit')}
          </Button>
          <Popconfirm
            title={t('channels.remove.title', { name })}
            description={t('channels.remove.text')}
            okText={t('common.remove')}
            okButtonProps={{ danger: true }}
            cancelText={t('common.cancel')}
            onConfirm={() => void remove.run()}
          >
            <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`${t('common.remove')} ${name}`} />
          </Popconfirm>
        </span>
      </div>
      {error === null ? null : <ErrorNotice error={error} />}
      {result === null ? null : <TestResult result={result} />}
    </li>
  );
}

function Facts({ channel }: { readonly channel: ChannelView }) {
  const t = useT();
  const textOf = useLocalText();
  const format = useFormat();
  const kind = useCatalogue()?.channels.find((each) => each.id === channel.kind);
  const missing = (kind?.fields ?? []).filter(
    (field) => field.type === 'secret' && field.isRequired && !channel.secretsSet.includes(field.name),
  );
  return (
    <div className={styles.facts}>
      <b className={channel.isEnabled ? styles.name : styles.off}>{channel.name}</b>
      <span className={styles.soft}>{kind === undefined ? channel.kind : textOf(kind.labels)}</span>
      <span className={styles.soft}>{t(`channels.sendOn.${channel.sendOn}`)}</span>
      {channel.isEnabled ? null : <span className={styles.tag}>{t('channels.disabled')}</span>}
      {kind?.mirrorsNotice === true ? <span className={styles.tag}>{t('channels.mirrors')}</span> : null}
      {missing.length === 0 ? null : (
        <span className={styles.missing}>
          {t('channels.secrets.missing', { fields: format.list(missing.map((field) => textOf(field.labels))) })}
        </span>
      )}
    </div>
  );
}
