import { shell } from './zh-CN/shell';
import { devices } from './zh-CN/devices';
import { run } from './zh-CN/run';
import { reports } from './zh-CN/reports';
import { channels } from './zh-CN/channels';
import { schedule } from './zh-CN/schedule';
import { settings } from './zh-CN/settings';
import { vault } from './zh-CN/vault';

/** Every text of the window, one file a page. */
export const window = {
  ...shell,
  ...devices,
  ...run,
  ...reports,
  ...channels,
  ...schedule,
  ...settings,
  ...vault,
} as const;
