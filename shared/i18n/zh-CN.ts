import { app } from './app/zh-CN';
import { bench } from './bench/zh-CN';
import { connectionTest } from './connection-test/zh-CN';
import { errors } from './errors/zh-CN';
import { findings } from './findings/zh-CN';
import { inventory } from './inventory/zh-CN';
import { joinAreas } from './join-areas';
import { judge } from './judge/zh-CN';
import { lab } from './lab/zh-CN';
import { message } from './message/zh-CN';
import { report } from './report/zh-CN';
import { window } from './window/zh-CN';

/** Every text of the window, the reports, the messages and the command line. The keys come from here. */
export const zhCN = joinAreas(
  app,
  bench,
  connectionTest,
  errors,
  findings,
  inventory,
  judge,
  lab,
  message,
  report,
  window,
);
export type MessageKey = keyof typeof zhCN;
