import type { AppContract } from '../../shared/contract/index';
import type { Handlers } from '../../shared/contract/define';
import { appHandlers } from './app';
import { channelsHandlers } from './channels';
import { devicesHandlers } from './devices';
import { reportsHandlers } from './reports';
import { runsHandlers } from './runs';
import { scheduleHandlers } from './schedule';
import type { Services } from './services';
import { settingsHandlers } from './settings';
import { vaultHandlers } from './vault';

/** Every call of the contract, joined; one that is missing does not compile. */
export function allHandlers(services: Services): Handlers<AppContract> {
  return {
    ...appHandlers(services),
    ...devicesHandlers(services),
    ...runsHandlers(services),
    ...reportsHandlers(services),
    ...channelsHandlers(services),
    ...scheduleHandlers(services),
    ...settingsHandlers(services),
    ...vaultHandlers(services),
  };
}
