import type { Catalogue } from '../../../shared/contract/app';
import type { Report } from '../../../shared/model/report';
import type { Locale } from '../../../shared/model/text';

/** What the window is to meet: nothing yet, everything, refusals, or a vault that asks. */
export type SceneName = 'empty' | 'full' | 'error' | 'locked' | 'new';

/** All a made-up main process needs to answer the window; plain data, so that it can be carried into a page. */
export type Scene = {
  readonly name: SceneName;
  readonly locale: Locale;
  readonly theme: 'light' | 'dark' | 'system';
  readonly devices: number;
  readonly catalogue: Catalogue;
  readonly report: Report;
  readonly docxBase64: string;
  readonly html: string;
};
