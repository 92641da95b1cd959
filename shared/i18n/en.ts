import { app } from './app/en';
import { bench } from './bench/en';
import { connectionTest } from './connection-test/en';
import { errors } from './errors/en';
import { findings } from './findings/en';
import { inventory } from './inventory/en';
import { joinAreas } from './join-areas';
import { judge } from './judge/en';
import { lab } from './lab/en';
import { message } from './message/en';
import { report } from './report/en';
import { window } from './window/en';
import type { MessageKey } from './zh-CN';

/** The same keys in English, or it does not compile. */
export const en: Record<MessageKey, string> = joinAreas(
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
