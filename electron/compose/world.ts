import type { AppState } from '../../shared/contract/app';
import type { OutboxEntry } from '../../shared/model/channel';
import type { RunEvent } from '../../shared/model/run';
import type { Mail } from '../engine/channels/channel';
import type { Clock, DesktopNotice, Http, Log, Random, Shell } from '../engine/ports';
import type { OpenJsonFile } from '../engine/store/json-file';
import type { KeyStore } from '../engine/store/vault';
import type { Redactor } from '../engine/text/redact';
import type { TextWork } from '../engine/workers/text-work';

/** What the app brings from outside. */
export type World = {
  readonly clock: Clock;
  readonly log: Log;
  readonly random: Random;
  readonly http: Http;
  readonly mail: Mail;
  readonly notice: DesktopNotice;
  readonly shell: Shell;
  readonly keyStore: KeyStore;
  readonly openFile: OpenJsonFile;
  readonly redactor: Redactor;
  readonly texts: TextWork;
  readonly dataFolder: string;
  readonly version: string;
  readonly runtime: string;
  readonly platform: string;
  readonly onEvents: (events: readonly RunEvent[]) => void;
  readonly onOutbox: (entries: readonly OutboxEntry[]) => void;
  readonly onState: (state: AppState) => void;
};
