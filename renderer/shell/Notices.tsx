import { Alert } from 'antd';
import { useT } from '../i18n';
import { dismissNotice, useNotices } from '../state/app';
import styles from './Notices.module.css';

/** What the user must know at the start: a settings file set aside, a run cut off. */
export function Notices() {
  const t = useT();
  const notices = useNotices();
  if (notices.length === 0) return null;
  return (
    <div className={styles.notices}>
      {notices.map(({ place, notice }) => (
        <Alert
          key={place}
          type="warning"
          showIcon
          title={t(`error.${notice.code}`, notice.params)}
          closable={{ onClose: () => dismissNotice(place), 'aria-label': t('shell.notice.dismiss') }}
        />
      ))}
    </div>
  );
}
