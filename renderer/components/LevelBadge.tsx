import type { Level } from '../../shared/model/verdict';
import { useT } from '../i18n';
import { levelColours, levelShapes } from '../theme';
import styles from './LevelBadge.module.css';

type Props = {
  readonly level: Level;
  /** Only the shape, with the word for screen readers. */
  readonly isShapeOnly?: boolean;
};

/** A verdict as shape, colour and word. */
export function LevelBadge({ level, isShapeOnly = false }: Props) {
  const t = useT();
  const word = t(`level.${level}`);
  return (
    <span className={styles.badge} style={{ color: levelColours[level] }} title={isShapeOnly ? word : undefined}>
      <LevelShape level={level} />
      <span className={isShapeOnly ? styles.hidden : styles.word}>{word}</span>
    </span>
  );
}

/** The shape of a verdict alone. */
export function LevelShape({ level }: { readonly level: Level }) {
  const { outline, mark } = levelShapes[level];
  return (
    <svg className={styles.shape} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path d={outline} fill={levelColours[level]} />
      <path
        d={mark}
        fill="none"
        stroke="var(--surface)"
        strokeWidth={level === 'unknown' ? 1.3 : 1.7}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
