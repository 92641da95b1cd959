import type { window as source } from './zh-CN';
import { shell } from './en/shell';
import { devices } from './en/devices';
import { run } from './en/run';
import { reports } from './en/reports';
import { channels } from './en/channels';
import { schedule } from './en/schedule';
import { settings } from './en/settings';
import { vault } from './en/vault';

export const window: Record<keyof typeof source, string> = {
  ...shell,
  ...devices,
  ...run,
  ...reports,
  ...channels,
  ...schedule,
  ...settings,
  ...vault,
};
