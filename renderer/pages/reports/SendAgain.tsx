import { App, Checkbox, Modal } from 'antd';
import { useCallback, useState } from 'react';
import type { ChannelView } from '../../../shared/model/channel';
import type { ChannelId, RunId } from '../../../shared/model/ids';
import { ErrorNotice } from '../../components/ErrorNotice';
import { ResourceView } from '../../components/ResourceView';
import { useAction } from '../../hooks/use-action';
import { useT } from '../../i18n';
import { loadChannels, useChannels } from '../../state/channels';
import { valueOf } from '../../state/resource';
import { sendReportAgain } from '../../state/reports';
import styles from './SendAgain.module.css';

type Props = {
  readonly runId: RunId;
  readonly onClose: () => void;
};

/** Chooses the channels that get the result of a run once more. */
export function SendAgain({ runId, onClose }: Props) {
  const t = useT();
  const { message } = App.useApp();
  const channels = useChannels();
  const enabled = valueOf(channels)?.filter((channel) => channel.isEnabled) ?? [];
  // Null: nothing was touched yet, so every enabled channel is chosen.
  const [touched, setTouched] = useState<readonly ChannelId[] | null>(null);
  const chosen = touched ?? enabled.map((channel) => channel.id);
  const send = useAction(
    useCallback(
      async (ids: readonly ChannelId[]) => {
        const count = await sendReportAgain(runId, ids);
        void message.success(t('reports.send.done', { count }));
        onClose();
      },
      [message, onClose, runId, t],
    ),
  );
  return (
    <Modal
      open
      title={t('reports.send.title')}
      okText={t('reports.send.confirm', { count: chosen.length })}
      okButtonProps={{ disabled: chosen.length === 0, ...{ 'data-testid': 'report-send-confirm' } }}
      cancelText={t('common.cancel')}
      confirmLoading={send.isBusy}
      onOk={() => void send.run(chosen)}
      onCancel={onClose}
    >
      <p className={styles.text}>{t('reports.send.text')}</p>
      {send.error === null ? null : <ErrorNotice error={send.error} />}
      <ResourceView resource={channels} onRetry={() => void loadChannels()}>
        {() =>
          enabled.length === 0 ? (
            <p>{t('reports.send.none')}</p>
          ) : (
            <Choice channels={enabled} chosen={chosen} onChange={setTouched} />
          )
        }
      </ResourceView>
    </Modal>
  );
}

type ChoiceProps = {
  readonly channels: readonly ChannelView[];
  readonly chosen: readonly ChannelId[];
  readonly onChange: (ids: readonly ChannelId[]) => void;
};

function Choice({ channels, chosen, onChange }: ChoiceProps) {
  return (
    <Checkbox.Group<ChannelId>
      className={styles.choice}
      value={chosen as ChannelId[]}
      onChange={onChange}
      options={channels.map((channel) => ({ value: channel.id, label: channel.name }))}
    />
  );
}
