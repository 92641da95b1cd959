// Written by `npm run generate`. Do not edit.
import type { Platform } from './platforms/platform';
import type { Check } from './checks/check';
import type { Channel } from './channels/channel';
import type { Format } from './reports/format';

export const platforms: readonly Platform[] = [];
export const checks: readonly Check[] = [];
export const channels: readonly Channel[] = [];
export const formats: readonly Format[] = [];
