import { Button, Input } from 'antd';
import { useT } from '../i18n';
import styles from './SecretField.module.css';

type Props = {
  /** Undefined keeps what is stored, an empty text clears it. Given by the form. */
  readonly value?: string;
  readonly onChange?: (value: string | undefined) => void;
  readonly id?: string;
  /** Whether a secret is stored now. */
  readonly isSet: boolean;
};

/** A secret that goes in and never comes out: shows whether it is set, is replaced by typing, can be cleared. */
export function SecretField({ value, onChange, id, isSet }: Props) {
  const t = useT();
  const isClearing = isSet && value === '';
  const state = isClearing ? t('secret.will-clear') : isSet ? t('secret.set') : t('secret.unset');
  return (
    <div className={styles.field}>
      <Input.Password
        id={id}
        value={value ?? ''}
        autoComplete="new-password"
        spellCheck={false}
        placeholder={isClearing ? t('secret.will-clear') : isSet ? t('secret.keep') : t('secret.note')}
        onChange={(event) => onChange?.(event.target.value === '' ? undefined : event.target.value)}
      />
      <span className={isSet && !isClearing ? styles.set : styles.unset}>{state}</span>
      {isSet ? (
        <Button size="small" type="text" onClick={() => onChange?.(isClearing ? undefined : '')}>
          {isClearing ? t('secret.undo') : t('secret.clear')}
        </Button>
      ) : null}
    </div>
  );
}
