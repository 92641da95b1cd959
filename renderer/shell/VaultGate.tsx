import { Button } from 'antd';
import type { VaultView } from '../../shared/contract/vault';
import { ErrorNotice } from '../components/ErrorNotice';
import { useAction } from '../hooks/use-action';
import { useT } from '../i18n';
import { beginVaultAnew, keepForSession, retryVault } from '../state/vault';
import { NewPasswordForm } from './NewPasswordForm';
import { UnlockForm } from './UnlockForm';
import styles from './VaultGate.module.css';

/** What stands between the user and the vault. */
type Gate = 'new' | 'locked' | 'keyring';

const gateOf = ({ isNew, mode }: VaultView): Gate => (isNew ? 'new' : mode === 'os' ? 'keyring' : 'locked');

/** Asks for the master password, or how secrets are to be kept, or what to do when the key store cannot be opened. */
export function VaultGate({ vault }: { readonly vault: VaultView }) {
  const t = useT();
  const gate = gateOf(vault);
  const title = t(`vault.${gate}.title`);
  return (
    <div className={styles.gate} role="dialog" aria-modal="true" aria-label={title} data-testid="vault-gate">
      <div className={gate === 'locked' ? styles.card : styles.wide}>
        <h1 className={styles.title}>{title}</h1>
        <p className={styles.text}>{t(`vault.${gate}.text`)}</p>
        {gate === 'new' ? <NewVault /> : gate === 'keyring' ? <LostKeyring /> : <UnlockForm />}
      </div>
    </div>
  );
}

function LostKeyring() {
  const t = useT();
  const retry = useAction(retryVault);
  return (
    <div className={styles.ways}>
      <section className={styles.way}>
        <h2 className={styles.way_title}>{t('vault.keyring.retry.title')}</h2>
        <p className={styles.way_text}>{t('vault.keyring.retry.text')}</p>
        {retry.error === null ? null : <ErrorNotice error={retry.error} />}
        <div className={styles.bottom}>
          <Button type="primary" loading={retry.isBusy} data-testid="vault-retry" onClick={() => void retry.run()}>
            {t('vault.keyring.retry')}
          </Button>
        </div>
      </section>
      <section className={styles.way}>
        <h2 className={styles.way_title}>{t('vault.keyring.anew.title')}</h2>
        <p className={styles.way_text}>{t('vault.keyring.anew.text')}</p>
        <NewPasswordForm button={t('vault.keyring.anew')} submit={beginVaultAnew} />
      </section>
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
