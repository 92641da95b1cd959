import { RightOutlined } from '@ant-design/icons';
import { useId, useState, type ReactNode } from 'react';
import styles from './Disclosure.module.css';

type Props = {
  readonly title: ReactNode;
  readonly isOpenAtFirst?: boolean;
  /** A mark for tests. */
  readonly testId?: string;
  /** Drawn while it is open. */
  readonly children: ReactNode;
};

/** A part that opens and closes under its title. */
export function Disclosure({ title, isOpenAtFirst = false, testId, children }: Props) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const id = useId();
  return (
    <div>
      <button
        type="button"
        className={styles.title}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        data-testid={testId}
        onClick={() => setOpen(!isOpen)}
      >
        <RightOutlined className={isOpen ? styles.arrow_open : styles.arrow} aria-hidden="true" />
        {title}
      </button>
      {isOpen ? <div id={id}>{children}</div> : null}
    </div>
  );
}
