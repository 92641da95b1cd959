import { Button, Segmented } from 'antd';
import { useCallback, useState } from 'react';
import type { OutboxEntry } from '../../../shared/model/channel';
import { ErrorNotice } from '../../components/ErrorNotice';
import { OutboxTable } from '../../components/OutboxTable';
import { Panel } from '../../components/Panel';
import { ResourceView } from '../../components/ResourceView';
import { useAction } from '../../hooks/use-action';
import { useT } from '../../i18n';
import { loadOutbox, retryMessage, useOutbox } from '../../state/channels';

/** The messages of all runs with their states; what was refused can be sent again. */
export function Outbox() {
  const t = useT();
  const outbox = useOutbox();
  const [show, setShow] = useState<'all' | 'problems'>('all');
  const retry = useAction(useCallback((entry: OutboxEntry) => retryMessage(entry.id), []));
  const { run, isBusy } = retry;
  const action = useCallback(
    (entry: OutboxEntry) =>
      isUndelivered(entry) && entry.nextAttemptAt === null ? (
        <Button size="small" disabled={isBusy} data-testid="outbox-retry" onClick={() => void run(entry)}>
          {t('outbox.retry')}
        </Button>
      ) : null,
    [isBusy, run, t],
  );
  return (
    <Panel
      title={t('outbox.title')}
      isFlush
      extra={
        <Segmented
          size="small"
          value={show}
          onChange={setShow}
          options={[
            { value: 'all', label: t('outbox.filter.all') },
            { value: 'problems', label: t('outbox.filter.problems') },
          ]}
        />
      }
    >
      {retry.error === null ? null : <ErrorNotice error={retry.error} onClose={retry.clearError} />}
      <ResourceView resource={outbox} onRetry={() => void loadOutbox()}>
        {(entries) => (
          <OutboxTable
            entries={show === 'all' ? entries : entries.filter(isUndelivered)}
            emptyText={t('outbox.empty')}
            withTitle
            action={action}
          />
        )}
      </ResourceView>
    </Panel>
  );
}

function isUndelivered(entry: OutboxEntry): boolean {
  return entry.state === 'refused' || entry.state === 'partial' || entry.state === 'uncertain';
}
