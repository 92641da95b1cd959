import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

type Props = {
  readonly title: string;
  readonly text?: string;
  /** What can be done about it. */
  readonly children?: ReactNode;
};

/** A place with nothing in it yet: says so, why, and what to do. */
export function EmptyState({ title, text, children }: Props) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {text === undefined ? null : <p className={styles.text}>{text}</p>}
      {children === undefined ? null : <div className={styles.actions}>{children}</div>}
    </div>
  );
}
