import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import styles from './VirtualList.module.css';

type Props<T> = {
  readonly label: string;
  readonly items: readonly T[];
  readonly rowHeight: number;
  readonly keyOf: (item: T) => string;
  readonly selectedKey: string | null;
  readonly onSelect: (item: T) => void;
  readonly children: (item: T, isSelected: boolean) => ReactNode;
};

/** Rows drawn beyond the edges, so that fast scrolling shows no gap. */
const spareRows = 8;

/** A list of one choice that draws only the rows in view; arrows, Home and End move the choice. */
export function VirtualList<T>({ label, items, rowHeight, keyOf, selectedKey, onSelect, children }: Props<T>) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 600 });
  const selected = items.findIndex((item) => keyOf(item) === selectedKey);
  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setView({ top: element.scrollTop, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const choose = (place: number): void => {
    const item = items[Math.max(0, Math.min(items.length - 1, place))];
    if (item === undefined) return;
    onSelect(item);
    revealRow(box.current, Math.max(0, Math.min(items.length - 1, place)) * rowHeight, rowHeight);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const target = placeFor(event.key, selected, items.length, Math.max(1, Math.floor(view.height / rowHeight)));
    if (target === null) return;
    event.preventDefault();
    choose(target);
  };
  const first = Math.max(0, Math.floor(view.top / rowHeight) - spareRows);
  const last = Math.min(items.length, Math.ceil((view.top + view.height) / rowHeight) + spareRows);
  return (
    <div
      ref={box}
      className={styles.box}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={selected < 0 ? undefined : `row-${selectedKey}`}
      onKeyDown={onKeyDown}
      onScroll={(event) => setView({ top: event.currentTarget.scrollTop, height: event.currentTarget.clientHeight })}
    >
      <div className={styles.space} style={{ height: items.length * rowHeight }}>
        {items.slice(first, last).map((item, offset) => {
          const key = keyOf(item);
          const isSelected = key === selectedKey;
          return (
            <div
              key={key}
              id={`row-${key}`}
              role="option"
              aria-selected={isSelected}
              aria-setsize={items.length}
              aria-posinset={first + offset + 1}
              className={isSelected ? styles.selected : styles.row}
              style={{ top: (first + offset) * rowHeight, height: rowHeight }}
              onClick={() => onSelect(item)}
            >
              {children(item, isSelected)}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function placeFor(key: string, from: number, length: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return from + 1;
    case 'ArrowUp':
      return from < 0 ? 0 : from - 1;
    case 'PageDown':
      return from + page;
    case 'PageUp':
      return from - page;
    case 'Home':
      return 0;
    case 'End':
      return length - 1;
    default:
      return null;
  }
}

function revealRow(element: HTMLDivElement | null, top: number, height: number): void {
  if (element === null) return;
  if (top < element.scrollTop) element.scrollTop = top;
  else if (top + height > element.scrollTop + element.clientHeight)
    element.scrollTop = top + height - element.clientHeight;
}
