import { FitAddon } from '@xterm/addon-fit';
import { Terminal as Xterm } from '@xterm/xterm';
import '@xterm/xterm/css/xterm.css';
import { useEffect, useRef } from 'react';
import { terminalStream } from '../../shared/terminal-text';
import styles from './Terminal.module.css';

type Props = {
  /** What the text belongs to; another key starts a clean screen. */
  readonly sourceKey: string;
  readonly label: string;
  /** The newest output. */
  readonly text: string;
  /** Characters that ever came; tells which part of `text` is new. */
  readonly end: number;
};

const scrollbackLines = 5000;
/** Repeated fits while a window is dragged are merged. */
const fitDelayMs = 60;

const colours = {
  background: '#11171d',
  foreground: '#d3dae2',
  cursor: '#11171d',
  selectionBackground: '#33506b',
};

/** Device output in a real terminal, read-only; its text is mirrored for screen readers. */
export function Terminal({ sourceKey, label, text, end }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const terminal = useRef<Xterm | null>(null);
  const written = useRef({ key: '', end: 0 });
  // What a device prints draws text and nothing else: no title, no clipboard, no link.
  const clean = useRef(terminalStream());

  useEffect(() => {
    const element = host.current;
    if (element === null) return undefined;
    const { xterm, fit } = openTerminal(element);
    terminal.current = xterm;
    written.current = { key: '', end: 0 };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const observer = new ResizeObserver(() => {
      clearTimeout(timer);
      timer = setTimeout(() => fit.fit(), fitDelayMs);
    });
    observer.observe(element);
    return () => {
      clearTimeout(timer);
      observer.disconnect();
      terminal.current = null;
      xterm.dispose();
    };
  }, []);

  useEffect(() => {
    const xterm = terminal.current;
    if (xterm === null) return;
    const before = written.current;
    const fresh = end - before.end;
    if (before.key !== sourceKey || fresh < 0 || fresh > text.length) {
      xterm.reset();
      clean.current = terminalStream();
      xterm.write(clean.current(text));
    } else if (fresh > 0) xterm.write(clean.current(text.slice(text.length - fresh)));
    written.current = { key: sourceKey, end };
  }, [sourceKey, text, end]);

  return (
    <div className={styles.terminal} role="log" aria-label={label} data-testid="live-terminal">
      <div ref={host} className={styles.screen} />
    </div>
  );
}

function openTerminal(element: HTMLDivElement): { readonly xterm: Xterm; readonly fit: FitAddon } {
  const xterm = new Xterm({
    convertEol: true,
    disableStdin: true,
    screenReaderMode: true,
    scrollback: scrollbackLines,
    fontFamily: getComputedStyle(element).fontFamily,
    fontSize: 12,
    lineHeight: 1.25,
    cursorBlink: false,
    cursorInactiveStyle: 'none',
    theme: colours,
  });
  // Nothing can be typed here, and Tab must lead on instead of staying.
  xterm.attachCustomKeyEventHandler((event) => event.key !== 'Tab');
  const fit = new FitAddon();
  xterm.loadAddon(fit);
  xterm.open(element);
  fit.fit();
  return { xterm, fit };
}
