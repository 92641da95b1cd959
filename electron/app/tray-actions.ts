import type { PageName } from '../../shared/contract/app';
import { assertNever } from '../../shared/errors';
import type { TrayAction } from './tray-model';

/** What the tray can set going. */
export type TrayTargets = {
  readonly run: () => void;
  readonly stop: () => void;
  readonly show: (page: PageName | undefined) => void;
  readonly pause: (isPaused: boolean) => void;
  readonly quit: () => void;
};

/** Carries out what was chosen in the tray's menu. */
export function trayActions(targets: TrayTargets): (action: TrayAction) => void {
  return (action) => {
    switch (action) {
      case 'run':
        return targets.run();
      case 'stop':
        return targets.stop();
      case 'window':
        return targets.show(undefined);
      case 'reports':
        return targets.show('reports');
      case 'settings':
        return targets.show('settings');
      case 'pause':
        return targets.pause(true);
      case 'resume':
        return targets.pause(false);
      case 'quit':
        return targets.quit();
      default:
        return assertNever(action);
    }
  };
}
