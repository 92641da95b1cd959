import { Button } from 'antd';
import type { VaultView } from '../../shared/contract/vault';
import { ErrorNotice } from '../components/ErrorNotice';
import { useAction } from '../hooks/use-action';
import { useT } from '../i18n';
import { keepForSession } from '../state/vault';
import { NewPasswordForm } from './NewPasswordForm';
import { UnlockForm } from './UnlockForm';
import styles from './VaultGate.module.css';

/** Asks for the master password, or, where there is no key store yet, how secrets are to be kept. */
export function VaultGate({ vault }: { readonly vault: VaultView }) {
  const t = useT();
  const title = vault.isNew ? t('vault.new.title') : t('vault.locked.title');
  return (
    <div className={styles.gate} role="dialog" aria-modal="true" aria-label={title} data-testid="vault-gate">
      <div className={vault.isNew ? styles.wide : styles.card}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.text}>{vault.isNew ? t('vault.new.text') : t('vault.locked.text')}</p>
        {vault.isNew ? <NewVault /> : <UnlockForm />}
      </div>
    </div>
  );
}

function NewVault() {
  const t = useT();
  const session = useAction(keepForSession);
  return (
    <div className={styles.ways}>
      <section className={styles.way}>
        <h2 className={styles.way_title}>{t('vault.new.password.title')}</h2>
        <p className={styles.way_text}>{t('vault.new.password.text')}</p>
        <NewPasswordForm button={t('vault.new.set')} isPrimary />
      </section>
      <section className={styles.way}>
        <h2 className={styles.way_title}>{t('vault.new.session.title')}</h2>
        <p className={styles.way_text}>{t('vault.new.session.text')}</p>
        {session.error === null ? null : <ErrorNotice error={session.error} />}
        <div className={styles.bottom}>
          <Button loading={session.isBusy} data-testid="vault-session" onClick={() => void session.run()}>
            {t('vault.new.session')}
          </Button>
        </div>
      </section>
    </div>
  );
}
