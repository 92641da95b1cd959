import { appContract } from './app';
import { channelsContract } from './channels';
import type { CallName, PushName } from './define';
import { devicesContract } from './devices';
import { reportsContract } from './reports';
import { runsContract } from './runs';
import { scheduleContract } from './schedule';
import { settingsContract } from './settings';
import { vaultContract } from './vault';

/** THE contract: every message between window and main. */
export const contract = {
  ...appContract,
  ...devicesContract,
  ...runsContract,
  ...reportsContract,
  ...channelsContract,
  ...scheduleContract,
  ...settingsContract,
  ...vaultContract,
} as const;
/** The type of the whole contract. */
export type AppContract = typeof contract;
/** Names of all calls. */
export type AppCall = CallName<AppContract>;
/** Names of all pushes. */
export type AppPush = PushName<AppContract>;

/** What the preload script puts on `window.api`. */
export type WindowApi = {
  call(name: string, input: unknown): Promise<unknown>;
  on(name: string, listener: (payload: unknown) => void): () => void;
};
