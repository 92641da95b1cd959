import type { PageName } from '../../shared/contract/app';
import { ErrorNotice } from '../components/ErrorNotice';
import { ChannelsPage } from '../pages/channels/ChannelsPage';
import { DevicesPage } from '../pages/devices/DevicesPage';
import { ReportsPage } from '../pages/reports/ReportsPage';
import { RunPage } from '../pages/run/RunPage';
import { SchedulePage } from '../pages/schedule/SchedulePage';
import { SettingsPage } from '../pages/settings/SettingsPage';
import { loadAppInfo, useAppInfo, usePage } from '../state/app';
import { loadVault, useVault } from '../state/vault';
import { Header } from './Header';
import { Notices } from './Notices';
import styles from './Shell.module.css';
import { SideNav } from './SideNav';
import { VaultGate } from './VaultGate';

/** Navigation at the side, the state of things on top, the page below; the vault's question before all. */
export function Shell() {
  const page = usePage();
  const info = useAppInfo();
  const vault = useVault();
  const isGated = vault.kind === 'ready' && (vault.value.isLocked || vault.value.isNew);
  return (
    <div className={styles.shell}>
      <div className={styles.app} inert={isGated}>
        <SideNav page={page} />
        <div className={styles.main}>
          <Header />
          <Notices />
          {info.kind === 'error' ? <ErrorNotice error={info.error} onRetry={() => void loadAppInfo()} /> : null}
          {vault.kind === 'error' ? <ErrorNotice error={vault.error} onRetry={() => void loadVault()} /> : null}
          <div className={styles.page}>
            <Page page={page} />
          </div>
        </div>
      </div>
      {isGated ? <VaultGate vault={vault.value} /> : null}
    </div>
  );
}

function Page({ page }: { readonly page: PageName }) {
  switch (page) {
    case 'devices':
      return <DevicesPage />;
    case 'run':
      return <RunPage />;
    case 'reports':
      return <ReportsPage />;
    case 'channels':
      return <ChannelsPage />;
    case 'schedule':
      return <SchedulePage />;
    case 'settings':
      return <SettingsPage />;
  }
}
