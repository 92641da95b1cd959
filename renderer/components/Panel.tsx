import type { ReactNode } from 'react';
import styles from './Panel.module.css';

type Props = {
  readonly title?: string;
  readonly extra?: ReactNode;
  /** No inner space: a table reaches the edges. */
  readonly isFlush?: boolean;
  readonly children: ReactNode;
};

/** A bordered part of a page. */
export function Panel({ title, extra, isFlush = false, children }: Props) {
  return (
    <section className={styles.panel} aria-label={title}>
      {title === undefined ? null : (
        <header className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          <div className={styles.extra}>{extra}</div>
        </header>
      )}
      <div className={isFlush ? undefined : styles.body}>{children}</div>
    </section>
  );
}
