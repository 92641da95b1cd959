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
  /** Several lines, as a private key has. */
  readonly isLong?: boolean;
};

/** A secret that goes in and never comes out: shows whether it is set, is replaced by typing, can be cleared. */
export function SecretField({ value, onChange, id, isSet, isLong = false }: Props) {
  const t = useT();
  const isClearing = isSet && value === '';
  const state = isClearing ? t('secret.will-clear') : isSet ? t('secret.set') : t('secret.unset');
  const shared = {
    id,
    value: value ?? '',
    autoComplete: 'new-password',
    spellCheck: false,
    placeholder: isClearing ? t('secret.will-clear') : isSet ? t('secret.keep') : t('secret.note'),
    onChange: (event: { readonly target: { readonly value: string } }) =>
      onChange?.(event.target.value === '' ? undefined : event.target.value),
  };
  return (
    <div className={styles.field}>
      {isLong ? <Input.TextArea {...shared} autoSize={{ minRows: 2, maxRows: 6 }} /> : <Input.Password {...shared} />}
      <span className={isSet && !isClearing ? styles.set : styles.unset}>{state}</span>
      {isSet ? (
        <Button size="small" type="text" onClick={() => onChange?.(isClearing ? undefined : '')}>
          {isClearing ? t('secret.undo') : t('secret.clear')}
        </Button>
      ) : null}
    </div>
  );
}
