import { useT } from '../i18n';
import styles from './ProofQuote.module.css';

type Props = {
  readonly command: string;
  /** The line as the device printed it; empty when there was none. */
  readonly line: string;
};

/** The line a verdict rests on, and the command that printed it. */
export function ProofQuote({ command, line }: Props) {
  const t = useT();
  if (command === '' && line === '') return <p className={styles.none}>{t('run.findings.noproof')}</p>;
  return (
    <figure className={styles.quote}>
      <figcaption className={styles.command}>{command}</figcaption>
      {line === '' ? null : <pre className={styles.line}>{line}</pre>}
    </figure>
  );
}
