import {
  ClockCircleOutlined,
  ClusterOutlined,
  FileTextOutlined,
  PlayCircleOutlined,
  SendOutlined,
  SettingOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { PageName } from '../../shared/contract/app';
import { useT } from '../i18n';
import { showPage, useAppState } from '../state/app';
import styles from './SideNav.module.css';

const pages: readonly { readonly page: PageName; readonly icon: ReactNode }[] = [
  { page: 'devices', icon: <ClusterOutlined /> },
  { page: 'run', icon: <PlayCircleOutlined /> },
  { page: 'reports', icon: <FileTextOutlined /> },
  { page: 'channels', icon: <SendOutlined /> },
  { page: 'schedule', icon: <ClockCircleOutlined /> },
  { page: 'settings', icon: <SettingOutlined /> },
];

/** The pages of the window. */
export function SideNav({ page }: { readonly page: PageName }) {
  const t = useT();
  const isRunning = (useAppState()?.running ?? null) !== null;
  return (
    <nav className={styles.nav} aria-label={t('nav.label')}>
      <div className={styles.brand}>
        <svg viewBox="0 0 24 24" className={styles.mark} aria-hidden="true">
          <path d="M4 5h16v10H4z M9 19h6 M12 15v4" fill="none" stroke="currentColor" strokeWidth="1.8" />
          <path d="m8 10 2.6 2.6L16 7.6" fill="none" stroke="#58bd85" strokeWidth="2" />
        </svg>
        <span className={styles.name}>{t('shell.name')}</span>
      </div>
      {pages.map((item) => (
        <button
          key={item.page}
          type="button"
          className={item.page === page ? styles.active : styles.item}
          aria-current={item.page === page ? 'page' : undefined}
          data-testid={`nav-${item.page}`}
          onClick={() => showPage(item.page)}
        >
          <span className={styles.icon} aria-hidden="true">
            {item.icon}
          </span>
          <span>{t(`nav.${item.page}`)}</span>
          {item.page === 'run' && isRunning ? <span className={styles.dot} title={t('shell.state.running')} /> : null}
        </button>
      ))}
    </nav>
  );
}
