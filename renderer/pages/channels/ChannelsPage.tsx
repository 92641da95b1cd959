import { PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { ChannelView } from '../../../shared/model/channel';
import { EmptyState } from '../../components/EmptyState';
import { PageFrame } from '../../components/PageFrame';
import { Panel } from '../../components/Panel';
import { ResourceView } from '../../components/ResourceView';
import { useLocalText, useT } from '../../i18n';
import { useCatalogue } from '../../state/app';
import { loadChannels, useChannels } from '../../state/channels';
import { ChannelDrawer } from './ChannelDrawer';
import type { ChannelKind } from './channel-form';
import { ChannelItem } from './ChannelItem';
import { Outbox } from './Outbox';
import styles from './ChannelsPage.module.css';

type Edited = { readonly kind: ChannelKind; readonly channel: ChannelView | null };

/** Where results are sent: channels, and the messages on their way. */
export function ChannelsPage() {
  const t = useT();
  const catalogue = useCatalogue();
  const channels = useChannels();
  const [edited, setEdited] = useState<Edited | null>(null);
  const edit = (channel: ChannelView): void => {
    const kind = catalogue?.channels.find((each) => each.id === channel.kind);
    if (kind !== undefined) setEdited({ kind, channel });
  };
  return (
    <PageFrame
      title={t('channels.title')}
      text={t('channels.text')}
      actions={<AddButton onAdd={(kind) => setEdited({ kind, channel: null })} />}
    >
      <Panel isFlush>
        <ResourceView resource={channels} onRetry={() => void loadChannels()}>
          {(list) =>
            list.length === 0 ? (
              <EmptyState title={t('channels.empty.title')} text={t('channels.empty.text')} />
            ) : (
              <ul className={styles.list}>
                {list.map((channel) => (
                  <ChannelItem key={channel.id} channel={channel} onEdit={() => edit(channel)} />
                ))}
              </ul>
            )
          }
        </ResourceView>
      </Panel>
      <Outbox />
      {edited === null ? null : (
        <ChannelDrawer
          key={edited.channel?.id ?? `new-${edited.kind.id}`}
          kind={edited.kind}
          channel={edited.channel}
          onClose={() => setEdited(null)}
        />
      )}
    </PageFrame>
  );
}

function AddButton({ onAdd }: { readonly onAdd: (kind: ChannelKind) => void }) {
  const t = useT();
  const textOf = useLocalText();
  const kinds = useCatalogue()?.channels ?? [];
  return (
    <Dropdown
      trigger={['click']}
      disabled={kinds.length === 0}
      menu={{
        items: kinds.map((kind) => ({
          key: kind.id,
          label: <span data-testid={`channel-kind-${kind.id}`}>{textOf(kind.labels)}</span>,
          onClick: () => onAdd(kind),
        })),
      }}
    >
      <Button type="primary" icon={<PlusOutlined />} data-testid="channel-add">
        {t('channels.add')}
      </Button>
    </Dropdown>
  );
}
