import { Alert, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useT } from '../i18n';
import type { Resource } from '../state/resource';
import { ErrorNotice } from './ErrorNotice';
import styles from './ResourceView.module.css';

type Props<T> = {
  readonly resource: Resource<T>;
  readonly onRetry: () => void;
  readonly children: (value: T) => ReactNode;
};

/** Draws a resource in each of its states; a failed refresh keeps what was read and says so. */
export function ResourceView<T>({ resource, onRetry, children }: Props<T>) {
  const t = useT();
  if (resource.kind === 'loading') {
    return (
      <div className={styles.inset} role="status" aria-label={t('common.loading')}>
        <Skeleton active paragraph={{ rows: 5 }} title={false} />
      </div>
    );
  }
  if (resource.kind === 'error') {
    return (
      <div className={styles.inset}>
        <ErrorNotice error={resource.error} onRetry={onRetry} />
      </div>
    );
  }
  return (
    <>
      {resource.refreshError === null ? null : (
        <Alert className={styles.stale} type="warning" showIcon title={t('common.error.stale')} />
      )}
      {children(resource.value)}
    </>
  );
}
