import type { ReactNode } from 'react';
import styles from './Definitions.module.css';

type Props = { readonly items: readonly { readonly term: string; readonly value: ReactNode }[] };

/** Terms and values in two aligned columns. */
export function Definitions({ items }: Props) {
  return (
    <dl className={styles.list}>
      {items.map(({ term, value }) => (
        <div key={term} className={styles.pair}>
          <dt className={styles.term}>{term}</dt>
          <dd className={styles.value}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
