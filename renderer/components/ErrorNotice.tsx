import { Alert, Button } from 'antd';
import type { AppError } from '../../shared/errors';
import { useT } from '../i18n';

type Props = {
  readonly error: AppError;
  readonly onRetry?: () => void;
  readonly onClose?: () => void;
};

/** What went wrong, with which part, and what to do, in the words of its code. */
export function ErrorNotice({ error, onRetry, onClose }: Props) {
  const t = useT();
  const retry =
    onRetry === undefined ? undefined : (
      <Button size="small" onClick={onRetry}>
        {t('common.retry')}
      </Button>
    );
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={t(`error.${error.code}`, error.params)}
      action={retry}
      {...(onClose === undefined ? {} : { closable: { onClose, 'aria-label': t('common.close') } })}
    />
  );
}
