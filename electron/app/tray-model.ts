import { translate } from '../../shared/i18n/translate';
import type { AppState } from '../../shared/contract/app';
import type { Run } from '../../shared/model/run';
import type { Locale } from '../../shared/model/text';

/** What the tray is asked to do. */
export type TrayAction = 'run' | 'stop' | 'window' | 'reports' | 'pause' | 'resume' | 'settings' | 'quit';

export type TrayIcon = 'idle' | 'running' | 'warn' | 'fail';

export type TrayItem =
  | { readonly kind: 'line' }
  | { readonly kind: 'text'; readonly id: string; readonly label: string }
  | { readonly kind: 'action'; readonly id: TrayAction; readonly label: string; readonly isEnabled: boolean };

export type TrayModel = { readonly icon: TrayIcon; readonly tooltip: string; readonly menu: readonly TrayItem[] };

export type TrayInput = {
  readonly state: AppState;
  readonly lastRun: Run | undefined;
  readonly hasDevices: boolean;
  readonly locale: Locale;
};

/** Pure: state in, icon and menu out. */
export function trayModel({ state, lastRun, hasDevices, locale }: TrayInput): TrayModel {
  const isRunning = state.running !== null;
  const now = statusLine(state, locale);
  const last = lastLine(lastRun, locale);
  const action = (id: TrayAction, isEnabled = true): TrayItem => ({
    kind: 'action',
    id,
    label: translate(locale, `tray.${id}`),
    isEnabled,
  });
  return {
    icon: isRunning ? 'running' : iconOf(lastRun, state),
    tooltip: [translate(locale, 'app.name'), now, last].join('\n'),
    menu: [
      { kind: 'text', id: 'status', label: now },
      { kind: 'text', id: 'last', label: last },
      { kind: 'line' },
      isRunning ? action('stop') : action('run', hasDevices),
      action('window'),
      action('reports', lastRun !== undefined),
      { kind: 'line' },
      state.isPaused ? action('resume') : action('pause'),
      action('settings'),
      { kind: 'line' },
      action('quit'),
    ],
  };
}

function iconOf(lastRun: Run | undefined, state: AppState): TrayIcon {
  if (lastRun === undefined) return state.messagesRefused > 0 ? 'warn' : 'idle';
  if (lastRun.counts.fail > 0) return 'fail';
  const isWorrying = lastRun.counts.warn > 0 || lastRun.counts.unknown > 0 || lastRun.state !== 'finished';
  return isWorrying || state.messagesRefused > 0 ? 'warn' : 'idle';
}

function statusLine(state: AppState, locale: Locale): string {
  if (state.running !== null) return translate(locale, 'tray.status.running');
  if (state.messagesRefused > 0) return translate(locale, 'tray.status.refused', { count: state.messagesRefused });
  if (state.isPaused) return translate(locale, 'tray.status.paused');
  if (state.nextRunAt === null) return translate(locale, 'tray.status.idle');
  return translate(locale, 'tray.status.next', { time: timeText(state.nextRunAt, locale) });
}

function lastLine(run: Run | undefined, locale: Locale): string {
  if (run === undefined) return translate(locale, 'tray.last.none');
  const { pass, warn, fail, unknown } = run.counts;
  const time = timeText(run.startedAt, locale);
  if (run.state === 'cut-off') return translate(locale, 'tray.last.cutOff', { time });
  return translate(locale, 'tray.last.counts', { time, pass, warn, fail, unknown });
}

function timeText(at: number, locale: Locale): string {
  return new Intl.DateTimeFormat(locale, {
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}
