import { Button, Popconfirm, Table } from 'antd';
import { useCallback } from 'react';
import type { HostKeyView } from '../../../shared/contract/settings';
import { EmptyState } from '../../components/EmptyState';
import { ErrorNotice } from '../../components/ErrorNotice';
import { Panel } from '../../components/Panel';
import { ResourceView } from '../../components/ResourceView';
import { hostPort } from '../../format';
import { useAction } from '../../hooks/use-action';
import { useFormat } from '../../hooks/use-format';
import { useT } from '../../i18n';
import { forgetHostKey, loadHostKeys, useHostKeys } from '../../state/settings';
import styles from './HostKeysSection.module.css';

/** The host keys on record, each of which can be forgotten. */
export function HostKeysSection() {
  const t = useT();
  const hostKeys = useHostKeys();
  return (
    <Panel title={t('settings.section.hostkeys')} isFlush>
      <p className={styles.text}>{t('settings.hostkeys.text')}</p>
      <ResourceView resource={hostKeys} onRetry={() => void loadHostKeys()}>
        {(list) => (list.length === 0 ? <EmptyState title={t('settings.hostkeys.empty')} /> : <Keys list={list} />)}
      </ResourceView>
    </Panel>
  );
}

function Keys({ list }: { readonly list: readonly HostKeyView[] }) {
  const t = useT();
  const format = useFormat();
  const forget = useAction(useCallback((key: HostKeyView) => forgetHostKey(key.host, key.port), []));
  return (
    <>
      {forget.error === null ? null : <ErrorNotice error={forget.error} onClose={forget.clearError} />}
      <Table<HostKeyView>
        size="small"
        rowKey={(key) => hostPort(key.host, key.port)}
        dataSource={list as HostKeyView[]}
        scroll={{ x: 'max-content' }}
        pagination={{ defaultPageSize: 10, size: 'small', hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          {
            title: t('settings.hostkeys.host'),
            render: (_, key) => <code className={styles.mono}>{hostPort(key.host, key.port)}</code>,
          },
          { title: t('settings.hostkeys.algorithm'), dataIndex: 'algorithm' },
          {
            title: t('settings.hostkeys.fingerprint'),
            render: (_, key) => (
              <code className={styles.print} title={key.fingerprint}>
                {key.fingerprint}
              </code>
            ),
          },
          {
            title: t('settings.hostkeys.since'),
            render: (_, key) => <span className={styles.number}>{format.time(key.firstSeenAt)}</span>,
          },
          {
            align: 'right',
            render: (_, key) => (
              <Popconfirm
                title={t('settings.hostkeys.forget.title', { host: hostPort(key.host, key.port) })}
                description={t('settings.hostkeys.forget.text')}
                okText={t('settings.hostkeys.forget')}
                okButtonProps={{ danger: true }}
                cancelText={t('common.cancel')}
                onConfirm={() => void forget.run(key)}
              >
                <Button size="small">{t('settings.hostkeys.forget')}</Button>
              </Popconfirm>
            ),
          },
        ]}
      />
    </>
  );
}
