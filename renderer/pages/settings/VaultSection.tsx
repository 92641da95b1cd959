import { App, Button } from 'antd';
import { useState } from 'react';
import type { VaultView } from '../../../shared/contract/vault';
import { Definitions } from '../../components/Definitions';
import { Panel } from '../../components/Panel';
import { ResourceView } from '../../components/ResourceView';
import { useT } from '../../i18n';
import { NewPasswordForm } from '../../shell/NewPasswordForm';
import { loadVault, useVault } from '../../state/vault';
import styles from './VaultSection.module.css';

/** Where secrets are kept, in honest words, and the master password. */
export function VaultSection() {
  const t = useT();
  const vault = useVault();
  return (
    <Panel title={t('settings.section.vault')}>
      <ResourceView resource={vault} onRetry={() => void loadVault()}>
        {(view) => <VaultFacts vault={view} />}
      </ResourceView>
    </Panel>
  );
}

function VaultFacts({ vault }: { readonly vault: VaultView }) {
  const t = useT();
  const { message } = App.useApp();
  const [isChanging, setChanging] = useState(false);
  const button = vault.mode === 'password' ? t('settings.vault.change') : t('settings.vault.set');
  const state = vault.isLocked ? t('settings.vault.locked') : t('settings.vault.unlocked');
  return (
    <div className={styles.facts}>
      <Definitions
        items={[{ term: t('settings.vault.mode'), value: `${t(`settings.vault.mode.${vault.mode}`)} · ${state}` }]}
      />
      <p className={vault.mode === 'session' ? styles.warn : styles.text}>
        {t(`settings.vault.mode.${vault.mode}.text`)}
      </p>
      {isChanging ? (
        <div className={styles.form}>
          <NewPasswordForm
            button={button}
            asksOld={vault.mode === 'password'}
            onDone={() => {
              setChanging(false);
              void message.success(t('settings.vault.changed'));
            }}
          />
        </div>
      ) : (
        <div>
          <Button onClick={() => setChanging(true)}>{button}</Button>
        </div>
      )}
    </div>
  );
}
