import type { ReactNode } from 'react';
import styles from './PageFrame.module.css';

type Props = {
  readonly title: string;
  /** One line under the title: a count, or what the page is for. */
  readonly text?: ReactNode;
  /** Buttons at the right of the title. */
  readonly actions?: ReactNode;
  /** The page's content fills the height and scrolls inside itself. */
  readonly isFilled?: boolean;
  readonly children: ReactNode;
};

/** Head and body of a page. */
export function PageFrame({ title, text, actions, isFilled = false, children }: Props) {
  return (
    <main className={styles.page} aria-label={title}>
      <header className={styles.head}>
        <div className={styles.titles}>
          <h1 className={styles.title}>{title}</h1>
          {text === undefined ? null : <p className={styles.text}>{text}</p>}
        </div>
        <div className={styles.actions}>{actions}</div>
      </header>
      <div className={isFilled ? styles.filled : styles.body}>{children}</div>
    </main>
  );
}
